// A report from a run's journal, of the trials there are.
import { assembleReport } from '../assemble-report';
import { Recorder } from '../recorder';
import type { Report } from '@shared/report';
import { formatCount, groupDigits } from '@shared/format';
import type { JournalContents } from './journal-reader';

/** What a recovered run says of itself. */
function noteOf(trials: number, planned: number): string {
  return `The run was not finished: its process was gone after ${groupDigits(trials)} of ${groupDigits(planned)} trials. What is said here rests on those.`;
}

/** The report of a journal: `unfinished`, or as it ended where only the report was missing. */
export function reportOfJournal({ header, lines, damaged }: JournalContents): Report {
  const recorder = new Recorder(() => undefined);
  const { experiment, cells, order, cores } = header;
  const { sampling } = experiment;
  recorder.take({ type: 'run-begin', experiment, cells, order, cores, sampling });
  // What stands twice is taken once: a trial begun anew would lose what it has.
  const finished = new Set<number>();
  let planned = order.length;
  let durationNs = 0;
  let ended = false;
  const outline: Partial<Pick<Report['run'], 'ownCpuNs' | 'windowCpuNs' | 'otherRuns'>> &
    Pick<Partial<Report>, 'breakEven'> = {};
  for (const line of lines) {
    if (line.type === 'break-even') outline.breakEven = line.breakEven;
    else if (line.type === 'other-runs') outline.otherRuns = line.pids;
    else if (line.type === 'end') {
      ({ durationNs } = line);
      outline.ownCpuNs = line.ownCpuNs;
      outline.windowCpuNs = line.windowCpuNs;
      ended = true;
    } else {
      const again = line.events.some(
        (event) => event.type === 'trial-end' && finished.has(event.end.trial),
      );
      if (again) continue;
      durationNs = line.atNs;
      for (const event of line.events) {
        if (event.type === 'trial-end') finished.add(event.end.trial);
        if (event.type === 'planned') planned += event.order.length;
        recorder.take(event);
      }
    }
  }
  if (!ended) {
    recorder.take({ type: 'note', text: noteOf(finished.size, planned) });
    recorder.take({ type: 'run-end', status: 'unfinished' });
  }
  if (damaged > 0) {
    const lost = `${formatCount(damaged, 'line')} of the run's journal could not be read.`;
    recorder.take({ type: 'note', text: lost });
  }
  const { id, program, environment: machine, interpreters, startedAt } = header;
  return assembleReport(
    { ...outline, id, program, machine, interpreters, experiment, cells, startedAt, durationNs },
    recorder.finish(),
  );
}
