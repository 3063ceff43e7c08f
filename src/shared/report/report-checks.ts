// Checks what a schema cannot express about a report: that its parts belong together. Whoever reads a report
// afterwards may count on it: no loop of theirs is bounded by a value of a file.
import { type Complaint, writePath } from '../base/complaint';
import { quoteText } from '../base/clean-text';
import { maxShown } from '../base/describe-value';
import type { InputFault } from '../base/input-fault';
import { findUnevenColumns } from './report-columns';
import { cellsOfFact } from './verdict';
import { cellsOfWarning } from './warnings';
import { maxWorkers } from './cell-name';
import { type CellReport, type Report, type TrialReport } from './report';

type Path = readonly PropertyKey[];
type Complaints = Generator<Complaint, void, undefined>;

const tell = (path: Path, fault: InputFault): Complaint => ({ path: writePath(path), fault });

/** The first thing in a report that does not belong together; absent where it is sound. */
export function findReportFault(report: Report): Complaint | undefined {
  const uneven = findUnevenColumns(report);
  if (uneven !== undefined) return uneven;
  const [first] = faults(report);
  return first;
}

function* faults(report: Report): Complaints {
  yield* cellFaults(report);
  yield* referenceFaults(report);
  yield* breakEvenFaults(report);
  yield* sampleFaults(report);
}

function* cellFaults({ cells, experiment }: Report): Complaints {
  const ids = new Set<string>();
  const numbers = new Set<number>();
  for (const [at, cell] of cells.entries()) {
    const path = ['cells', at];
    if (ids.has(cell.id)) yield tell([...path, 'id'], { code: 'two-cells' });
    ids.add(cell.id);
    yield* topologyFaults(cell, path);
    yield* orderFaults(cell, path);
    for (const list of ['trials', 'emptyTrials'] as const) {
      for (const [place, trial] of cell[list].entries()) {
        const here = [...path, list, place];
        if (numbers.has(trial.trial)) {
          yield tell([...here, 'trial'], { code: 'same-trial', trial: trial.trial });
        }
        numbers.add(trial.trial);
        yield* trialFaults(trial, cell, experiment.tasks, here);
      }
    }
  }
}

function* topologyFaults({ topology, workers }: CellReport, path: Path): Complaints {
  const { processes, threads, concurrency } = topology;
  const all = processes * threads * concurrency;
  if (all > maxWorkers) {
    yield tell([...path, 'topology'], {
      code: 'many-topology-workers',
      workers: all,
      most: maxWorkers,
    });
  } else if (all !== workers) {
    yield tell([...path, 'workers'], { code: 'other-workers', workers, all });
  }
}

/** Figures that are ends of one range. */
function* orderFaults({ warm, cold, empty, ...cell }: CellReport, path: Path): Complaints {
  const summaries = { warm, cold, 'empty.warm': empty?.warm, 'empty.cold': empty?.cold };
  for (const [name, summary] of Object.entries(summaries)) {
    if (summary === undefined) continue;
    const { min, median, max, low = min, high = max } = summary;
    if (min <= median && median <= max && low <= high) continue;
    yield tell([...path, ...name.split('.')], { code: 'no-range' });
  }
  for (const name of ['warmRatio', 'coldRatio', 'againstSerial', 'againstBest'] as const) {
    yield* rangeFaults(cell[name], [...path, name]);
  }
}

function* rangeFaults(
  range: { readonly low?: number | undefined; readonly high?: number | undefined } | undefined,
  path: Path,
): Complaints {
  const { low, high } = range ?? {};
  if (low === undefined || high === undefined || low <= high) return;
  yield tell([...path, 'low'], { code: 'above-high' });
}

function* trialFaults(trial: TrialReport, cell: CellReport, tasks: number, path: Path): Complaints {
  if (trial.startNs !== undefined && trial.startNs > trial.endNs) {
    yield tell([...path, 'endNs'], { code: 'before-start' });
  }
  const known = new Set<number>();
  for (const [at, { worker, host, thread }] of trial.workers.entries()) {
    const here = [...path, 'workers', at];
    for (const [name, value] of Object.entries({ worker, host, thread })) {
      if (value < cell.workers) continue;
      yield tell([...here, name], {
        code: 'worker-of-cell',
        value,
        workers: cell.workers,
      });
    }
    if (known.has(worker)) yield tell([...here, 'worker'], { code: 'same-worker', worker });
    known.add(worker);
  }
  yield* spanFaults(trial, known, { workers: cell.workers, tasks }, [...path, 'spans']);
}

function* spanFaults(
  { spans }: TrialReport,
  known: ReadonlySet<number>,
  { workers, tasks }: { readonly workers: number; readonly tasks: number },
  path: Path,
): Complaints {
  const { task, worker, startNs, endNs } = spans;
  for (let row = 0; row < task.length; row += 1) {
    const [w = 0, t = 0] = [worker[row], task[row]];
    if (w >= workers || (known.size > 0 && !known.has(w))) {
      return yield tell([...path, 'worker', row], { code: 'no-such-worker', worker: w });
    }
    if (t >= tasks) {
      return yield tell([...path, 'task', row], { code: 'task-of-experiment', task: t, tasks });
    }
    if ((endNs[row] ?? 0) < (startNs[row] ?? 0)) {
      return yield tell([...path, 'endNs', row], { code: 'before-own-start' });
    }
  }
}

/** Every cell and trial that is spoken of is there. */
function* referenceFaults({ cells, scaling, warnings, verdict }: Report): Complaints {
  const ids = new Set(cells.map(({ id }) => id));
  const trials = new Set<number>();
  for (const cell of cells) {
    for (const { trial } of [...cell.trials, ...cell.emptyTrials]) trials.add(trial);
  }
  function* cellThere(id: string | undefined, path: Path): Complaints {
    if (id === undefined || ids.has(id)) return;
    yield tell(path, { code: 'no-such-cell', cell: quoteText(id, maxShown) });
  }
  function* trialsThere(numbers: readonly number[], path: Path): Complaints {
    const at = numbers.findIndex((number) => !trials.has(number));
    if (at >= 0) yield tell([...path, at], { code: 'no-such-trial', trial: numbers[at] ?? 0 });
  }
  for (const [at, { outliers, againstSerial, againstBest }] of cells.entries()) {
    const path = ['cells', at];
    yield* trialsThere(outliers, [...path, 'outliers']);
    yield* cellThere(againstSerial?.cell, [...path, 'againstSerial', 'cell']);
    yield* cellThere(againstBest?.cell, [...path, 'againstBest', 'cell']);
  }
  for (const [at, { points, enough }] of scaling.entries()) {
    const path = ['scaling', at];
    for (const [place, { cell, speedup }] of points.entries()) {
      yield* cellThere(cell, [...path, 'points', place, 'cell']);
      yield* rangeFaults(speedup, [...path, 'points', place, 'speedup']);
    }
    yield* cellThere(enough?.cell, [...path, 'enough', 'cell']);
  }
  for (const [at, warning] of warnings.entries()) {
    for (const [place, id] of warning.cells.entries()) {
      yield* cellThere(id, ['warnings', at, 'cells', place]);
    }
    yield* trialsThere(warning.trials, ['warnings', at, 'trials']);
    for (const [place, id] of cellsOfWarning(warning.fact)) {
      yield* cellThere(id, ['warnings', at, 'fact', ...place]);
    }
  }
  yield* cellThere(verdict.cell, ['verdict', 'cell']);
  yield* rangeFaults(verdict.ratio, ['verdict', 'ratio']);
  for (const [at, fact] of verdict.facts.entries()) {
    const path = ['verdict', 'facts', at];
    for (const [place, id] of cellsOfFact(fact)) yield* cellThere(id, [...path, ...place]);
  }
}

function* breakEvenFaults({ breakEven }: Report): Complaints {
  if (breakEven === undefined) return;
  const ids: ReadonlySet<string> = new Set(Object.values(breakEven.cells));
  const { points, article } = breakEven;
  const all = points.map((point, at) => [point, ['breakEven', 'points', at] as Path] as const);
  if (article !== undefined) all.push([article, ['breakEven', 'article']]);
  for (const [{ times, gain }, path] of all) {
    const at = times.findIndex(({ cell }) => !ids.has(cell));
    if (at >= 0) yield tell([...path, 'times', at, 'cell'], { code: 'no-break-even-cell' });
    yield* rangeFaults(gain, [...path, 'gain']);
  }
}

/** Samples may be of a trial that never ended; of one that did, they are of its workers. */
function* sampleFaults({ cells, samples, environment }: Report): Complaints {
  const workersOf = new Map<number, number>();
  for (const { workers, trials, emptyTrials } of cells) {
    for (const { trial } of [...trials, ...emptyTrials]) workersOf.set(trial, workers);
  }
  for (const [name, list] of [
    ['samples.coreIds', samples.coreIds],
    ['environment.affinity', environment.affinity],
  ] as const) {
    if (new Set(list).size !== list.length) yield tell(name.split('.'), { code: 'core-twice' });
  }
  yield* processFaults(samples.processes);
  for (const name of ['workers', 'heaps'] as const) {
    const { trial, worker } = samples[name];
    for (let row = 0; row < trial.length; row += 1) {
      const most = workersOf.get(trial[row] ?? -1) ?? maxWorkers;
      const one = worker[row] ?? 0;
      if (one < most) continue;
      yield tell(['samples', name, 'worker', row], {
        code: 'no-such-worker',
        worker: one,
      });
      break;
    }
  }
}

/** A trial's processes are its workers' and what they start. */
function* processFaults({ trial, pid }: Report['samples']['processes']): Complaints {
  const seen = new Map<number, Set<number>>();
  for (let row = 0; row < trial.length; row += 1) {
    const pids = seen.get(trial[row] ?? -1) ?? new Set();
    seen.set(trial[row] ?? -1, pids.add(pid[row] ?? 0));
    if (pids.size <= maxWorkers) continue;
    const fault = { code: 'many-processes', most: maxWorkers } as const;
    return yield tell(['samples', 'processes', 'pid', row], fault);
  }
}
