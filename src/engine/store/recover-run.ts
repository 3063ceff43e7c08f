// A report from a run's journal, of the trials there are.
import { assembleReport } from '../run/assemble-report';
import { Recorder } from '../run/recorder';
import type { Report } from '@shared/report/report';
import type { Note } from '@shared/report/notes';
import type { JournalContents } from './journal-reader';
import { JournalTrials } from './journal-trials';

const damagedHeader: Note = { code: 'journal-top-damaged', args: {} };

/** The report of a journal: `unfinished`, or as it ended where only the report was missing. */
export function reportOfJournal({ header, headerDamaged, lines }: JournalContents): Report {
  const recorder = new Recorder(() => undefined);
  const { experiment, cells, order, cores } = header;
  const { sampling } = experiment;
  recorder.take({ type: 'run-begin', experiment, cells, order, cores, sampling });
  const trials = new JournalTrials(header, (event) => recorder.take(event));
  let durationNs = 0;
  let ended = false;
  const outline: Partial<Pick<Report['run'], 'ownCpuNs' | 'windowCpuNs' | 'otherRuns'>> &
    Pick<Partial<Report>, 'breakEven'> = {};
  for (const line of lines) {
    if (line.type === 'damaged') trials.addDamaged(line);
    else if (line.type === 'break-even') outline.breakEven = line.breakEven;
    else if (line.type === 'other-runs') outline.otherRuns = line.pids;
    else if (line.type === 'end') {
      ({ durationNs } = line);
      outline.ownCpuNs = line.ownCpuNs;
      outline.windowCpuNs = line.windowCpuNs;
      ended = true;
    } else if (trials.add(line.events)) durationNs = line.atNs;
  }
  trials.end();
  if (!ended) {
    const { finished, planned } = trials;
    recorder.take({
      type: 'note',
      note: { code: 'unfinished', args: { trials: finished, planned } },
    });
    recorder.take({ type: 'run-end', status: 'unfinished' });
  }
  for (const note of [...(headerDamaged ? [damagedHeader] : []), ...trials.noteDamage()]) {
    recorder.take({ type: 'note', note });
  }
  const { id, program, environment: machine, interpreters, startedAt } = header;
  return assembleReport(
    { ...outline, id, program, machine, interpreters, experiment, cells, startedAt, durationNs },
    recorder.finish(),
  );
}
