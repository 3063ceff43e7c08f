// The race: each strategy's median trial on one clock, as it was recorded. What window and page animate. Pure.
import { medianTrial, type Basis } from '@analysis/cells/cells';
import { defined } from '@shared/base/defined';
import type { StrategyKind } from '@shared/experiment/strategies';
import type { Phases } from '@shared/report/live';
import type { CellReport, Report, TrialReport } from '@shared/report/report';
import { labelCell } from '../names/cells';
import { niceStep } from '../scales/axis';
import { memoryByTrial } from './memory-by-cell';
import type { MemoryTrack } from './memory-track';
import { raceLanes, type RaceLane } from './race-lanes';

/** What all processes of a trial held from a moment on, until the next. */
export interface RaceMemory {
  readonly atNs: number;
  readonly bytes: number;
}

/** One cell in the race. Times are in ns from the race's zero: the decision (cold), or go (warm). */
export interface Racer {
  readonly id: string;
  readonly strategy: StrategyKind;
  readonly label: string;
  /** Number of the trial that runs for it. */
  readonly trial: number;
  readonly lanes: readonly RaceLane[];
  /** All workers may start; 0 in a warm race. */
  readonly goNs: number;
  /** The last result is in: the flag. */
  readonly finishNs: number;
  /** The trial's own cold or warm time. */
  readonly timeNs: number;
  /** When each task ended, in that order. */
  readonly doneNs: Float64Array;
  /** Tasks that the experiment has. */
  readonly tasks: number;
  /** The report lists some of its tasks only: how many are done at a moment is not known. */
  readonly partial: boolean;
  readonly memory: readonly RaceMemory[];
  /** Largest proportional memory of the trial; absent where it was not read. */
  readonly peakBytes?: number;
  /** 1 for the first at its flag; equal times share a place. */
  readonly place: number;
}

export interface Race {
  readonly basis: Basis;
  /** In the order of their flags. */
  readonly racers: readonly Racer[];
  /** Labels of cells without a trial that counts: they do not run. */
  readonly absent: readonly string[];
  readonly firstNs: number;
  readonly lastNs: number;
  /** Where an axis for the quicker ones ends; absent where the axis to the last shows them well. */
  readonly shortNs?: number;
}

interface Timed {
  readonly trial: TrialReport;
  readonly startNs: number;
  readonly phases: Phases;
}

function timedTrial(cell: CellReport): Timed | undefined {
  const trial = medianTrial(cell);
  const { startNs, phases } = trial ?? {};
  if (trial === undefined || startNs === undefined || phases === undefined) return undefined;
  return { trial, startNs, phases };
}

/** Whether a report has a trial that can race. */
export function canRace({ cells }: Report): boolean {
  return cells.some((cell) => timedTrial(cell) !== undefined);
}

function memorySteps(track: MemoryTrack | undefined, zeroNs: number): readonly RaceMemory[] {
  if (track === undefined) return [];
  const { atNs, totalBytes } = track.curve;
  return Array.from(atNs, (at, moment) => ({
    atNs: at - zeroNs,
    bytes: totalBytes[moment] as number,
  }));
}

type Unplaced = Omit<Racer, 'place'>;

function racer(
  cell: CellReport,
  { trial, startNs, phases }: Timed,
  { basis, tasks, memory }: { basis: Basis; tasks: number; memory: MemoryTrack | undefined },
): Unplaced {
  const readyNs = phases.spawnNs + phases.readyNs;
  const zeroNs = basis === 'cold' ? startNs : startNs + readyNs;
  const goNs = basis === 'cold' ? readyNs : 0;
  const lanes = raceLanes(trial, zeroNs);
  const warmNs = trial.warmNs ?? phases.runNs;
  const doneNs = Float64Array.from(lanes.flatMap(({ endNs }) => [...endNs])).sort();
  return {
    id: cell.id,
    strategy: cell.strategy,
    label: labelCell(cell),
    trial: trial.trial,
    lanes,
    goNs,
    finishNs: goNs + phases.runNs + phases.collectNs,
    timeNs: basis === 'cold' ? (trial.coldNs ?? goNs + phases.runNs) : warmNs,
    doneNs,
    tasks,
    partial: doneNs.length < tasks,
    memory: memorySteps(memory, zeroNs),
    ...defined({ peakBytes: trial.peakPssBytes }),
  };
}

/** The last may take this many times as long as the first before an axis of its own serves the quicker ones. */
const farBehind = 2.5;
/** Such an axis ends after the first flag by this share of its time. */
const beyondFirst = 1.6;

function shortAxis(firstNs: number, lastNs: number): number | undefined {
  if (!(firstNs > 0) || lastNs < firstNs * farBehind) return undefined;
  const step = niceStep(firstNs * beyondFirst, 8);
  return Math.ceil((firstNs * beyondFirst) / step) * step;
}

/** The race of a report; without racers where no trial succeeded. */
export function makeRace(report: Report, basis: Basis): Race {
  const timed = report.cells.flatMap((cell) => {
    const found = timedTrial(cell);
    return found === undefined ? [] : [{ cell, found }];
  });
  const memory = memoryByTrial(
    report,
    timed.map(({ found }) => found.trial.trial),
  );
  const sorted = timed
    .map(({ cell, found }) =>
      racer(cell, found, {
        basis,
        tasks: report.experiment.tasks,
        memory: memory.get(found.trial.trial),
      }),
    )
    .sort((one, other) => one.finishNs - other.finishNs);
  const racers = sorted.map((one) => ({
    ...one,
    place: 1 + sorted.filter(({ finishNs }) => finishNs < one.finishNs).length,
  }));
  const firstNs = racers[0]?.finishNs ?? 0;
  const lastNs = racers.at(-1)?.finishNs ?? 0;
  return {
    basis,
    racers,
    absent: report.cells.filter((cell) => timedTrial(cell) === undefined).map(labelCell),
    firstNs,
    lastNs,
    ...defined({ shortNs: shortAxis(firstNs, lastNs) }),
  };
}

/** How many values of a sorted column are at most `limit`. */
function countUntil(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Tasks done by a moment; not known where the report lists some of them only, until the flag. */
export function doneAt(racer: Racer, atNs: number): number | undefined {
  if (atNs >= racer.finishNs) return racer.tasks;
  return racer.partial ? undefined : countUntil(racer.doneNs, atNs);
}

/** Memory at a moment: that of the last reading; not known before the first. */
export function memoryAt({ memory }: Racer, atNs: number): number | undefined {
  return memory.findLast((step) => step.atNs <= atNs)?.bytes;
}

/** The next moment, in a direction, at which a task of any racer ends; the race's end or beginning where none is. */
export function nextStep({ racers, lastNs }: Race, atNs: number, by: 1 | -1): number {
  const places = racers.flatMap(({ doneNs }) => {
    const index = by === 1 ? countUntil(doneNs, atNs) : countUntil(doneNs, atNs - 1) - 1;
    const found = doneNs[index];
    return found === undefined ? [] : [found];
  });
  if (by === 1) return Math.max(atNs, Math.min(lastNs, ...places));
  return Math.max(0, ...places);
}
