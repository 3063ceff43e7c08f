// A report from a run's journal, of the trials there are.
import { assembleReport } from '../run/assemble-report';
import { Recorder } from '../run/recorder';
import type { Report } from '@shared/report/report';
import { groupDigits } from '@shared/base/format';
import type { JournalContents } from './journal-reader';
import { JournalTrials } from './journal-trials';

/** What a recovered run says of itself. */
function noteOf(trials: number, planned: number): string {
  return `The run was not finished: its process was gone after ${groupDigits(trials)} of ${groupDigits(planned)} trials. What is said here rests on those.`;
}

const damagedHeader =
  "The first line of the run's journal is damaged: what is said of the machine and the experiment may be wrong. Run the experiment again before you rely on it.";

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
    recorder.take({ type: 'note', text: noteOf(trials.finished, trials.planned) });
    recorder.take({ type: 'run-end', status: 'unfinished' });
  }
  for (const text of [...(headerDamaged ? [damagedHeader] : []), ...trials.describe()]) {
    recorder.take({ type: 'note', text });
  }
  const { id, program, environment: machine, interpreters, startedAt } = header;
  return assembleReport(
    { ...outline, id, program, machine, interpreters, experiment, cells, startedAt, durationNs },
    recorder.finish(),
  );
}
