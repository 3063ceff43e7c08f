// One column of the map, a number of tasks: what its points say so far.
import { defined } from '@shared/base/defined';
import {
  parallelStrategies,
  type Answered,
  type ParallelStrategy,
  type SearchSpace,
} from './space';
import { sizeModel, type SizeModel } from './size-model';

/** A bracket is narrow enough when its upper task takes about this many times its lower one. */
export const resolution = 1.5;

/** No point is measured where serial is expected to take longer. */
export const maxTotalNs = 2e9;
/** A strategy that is not faster where serial takes this many times what starting does is given up. */
const reachOverStart = 8;
const minTopNs = 0.3e9;
/** A time is met when it is met to a tenth: no model and no median is more exact. */
export const nearly = 0.9;

/** A number of tasks, and all that is known of it. */
export interface SearchColumn {
  readonly tasks: number;
  readonly space: SearchSpace;
  readonly model: SizeModel;
  /** By size, ascending; the first is the floor. */
  readonly points: readonly Answered[];
}

/** Where one strategy begins to be faster, as far as it is known. */
export interface Bracket {
  /** The largest at which the strategy was not faster. */
  readonly below?: Answered;
  /** The smallest above it at which it was. */
  readonly from?: Answered;
}

/** The measured size of one task: serial's time over their number. */
export const taskNs = ({ ns, tasks }: Answered): number => ns.serial / tasks;

/** The columns asked for, each with the points measured in it and one model of all of them. */
export function columnsOf(
  space: SearchSpace,
  points: readonly Answered[],
): readonly SearchColumn[] {
  const measured = points.map((point) => ({ size: point.size, taskNs: taskNs(point) }));
  const model = sizeModel([...space.known, ...measured], space.range);
  return space.columns.map((tasks) => ({
    tasks,
    space,
    model,
    points: points
      .filter((point) => point.tasks === tasks)
      .sort((one, other) => one.size - other.size),
  }));
}

/** Returns what the strategy costs with tasks of the smallest size, apart from the tasks themselves. */
export function startNs(
  { points: [floor], space }: SearchColumn,
  strategy: ParallelStrategy,
): number {
  return Math.max(0, (floor?.ns[strategy] ?? 0) - (floor?.ns.serial ?? 0) / space.parallel);
}

/** Serial's time at so many times what starting costs, within bounds. */
export function totalNs(column: SearchColumn, overStart: number): number {
  const start = Math.max(...parallelStrategies.map((strategy) => startNs(column, strategy)));
  return Math.min(maxTotalNs, Math.max(minTopNs, overStart * start));
}

/** The size at which serial takes about this long, and never longer than the most. */
export function sizeAt({ tasks, model, space }: SearchColumn, wantedNs: number): number {
  const size = model.sizeFor(wantedNs / tasks);
  const tooLong = model.taskNs(size) * tasks > maxTotalNs;
  return Math.max(space.range.min, tooLong ? size - 1 : size);
}

/**
 * Between which points of the column the strategy begins to be faster than serial. Where no difference was
 * found although it was faster with shorter tasks, something disturbed the trials: that is no answer.
 */
export function bracketOf({ points }: SearchColumn, strategy: ParallelStrategy): Bracket {
  const slower =
    points.findLast(({ answers }) => answers[strategy] === 'slower')?.size ?? -Infinity;
  const from = points.find(({ answers, size }) => answers[strategy] === 'faster' && size > slower);
  const below = points.findLast(
    ({ answers, size }) =>
      answers[strategy] !== undefined &&
      answers[strategy] !== 'faster' &&
      size < (from?.size ?? Infinity),
  );
  return defined({ below, from });
}

/** By their times or, where these are disturbed, by their sizes. */
function isNarrow({ model }: SearchColumn, below: Answered, from: Answered): boolean {
  const bySize = (from.size / Math.max(1, below.size)) ** model.power;
  const byTime = taskNs(from) / taskNs(below);
  return from.size - below.size <= 1 || Math.min(bySize, byTime) * nearly <= resolution;
}

/** Returns whether nothing more is to be measured: narrow, or on one side of all that can be. */
export function isSettled(column: SearchColumn, { below, from }: Bracket): boolean {
  if (below === undefined) return from !== undefined;
  if (from !== undefined) return isNarrow(column, below, from);
  const reachNs = totalNs(column, reachOverStart);
  return below.ns.serial >= reachNs * nearly || below.size >= reachSize(column);
}

/** The largest size at which a crossing is looked for. */
export function reachSize(column: SearchColumn): number {
  return sizeAt(column, totalNs(column, reachOverStart));
}
