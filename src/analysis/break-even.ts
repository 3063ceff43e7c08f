// The search for the break-even: given the points measured so far, which to measure next. Per number
// of tasks it brackets the size of a task from which threads and processes are faster than serial.
// Whether they are only ever turns from no to yes as tasks get longer, so halving finds the place.
import type { Crossing } from '@shared/break-even';
import { expandCells, type Cell } from '@shared/cells';
import type { BreakEvenRequest } from '@shared/experiment';
import { sizeModel, type SizedTime, type SizeModel, type SizeRange } from './size-model';

export const parallelWays = ['threads', 'processes'] as const;

export type ParallelWay = (typeof parallelWays)[number];

export type Way = 'serial' | ParallelWay;

/** What each way is measured as: threads and processes with the same number of workers. */
export function searchCells(
  { workers }: Pick<BreakEvenRequest, 'workers'>,
  usableCores: number,
): Readonly<Record<Way, Cell>> {
  const [serial, threads, processes] = expandCells(
    {
      strategies: [
        { kind: 'serial' },
        { kind: 'threads', workers },
        { kind: 'processes', workers },
      ],
      placement: 'host',
    },
    usableCores,
  ) as [Cell, Cell, Cell];
  return { serial, threads, processes };
}

/** A measured point, as far as the search needs it. */
export interface Answered {
  readonly tasks: number;
  readonly size: number;
  /** Median cold time of each way that was measured here. */
  readonly ns: Readonly<Partial<Record<Way, number>>> & { readonly serial: number };
  /** Whether it was found to be faster than serial. */
  readonly faster: Readonly<Partial<Record<ParallelWay, boolean>>>;
}

export interface SearchSpace {
  /** Numbers of tasks, ascending. */
  readonly columns: readonly number[];
  /** Of the size parameter. */
  readonly range: SizeRange;
  /** Tasks that can run at once; for a first guess only. */
  readonly parallel: number;
  /** How long tasks took before the search. */
  readonly known: readonly SizedTime[];
  /** Numbers of tasks that are given up. */
  readonly closed: ReadonlySet<number>;
}

export interface Probe {
  readonly tasks: number;
  readonly size: number;
  /** Ways to measure besides serial. */
  readonly ways: readonly ParallelWay[];
}

/** A bracket is narrow enough when its upper task takes about this many times its lower one. */
export const resolution = 1.5;

/** No point is measured where serial is expected to take longer. */
const mostTotalNs = 2e9;
/** A way that is not faster where serial takes this many times what starting does is given up. */
const reachOverStart = 8;
/** Every column is measured up to where serial takes about this many times it. */
const topOverStart = 4;
const leastTopNs = 0.3e9;
/** A time is met when it is met to a tenth: no model and no median is more exact. */
const nearly = 0.9;

interface Column {
  readonly tasks: number;
  readonly space: SearchSpace;
  readonly model: SizeModel;
  /** By size, ascending; the first is the floor. */
  readonly points: readonly Answered[];
}

interface Bracket {
  /** The largest at which the way was not faster. */
  readonly below?: Answered;
  /** The smallest above it at which it was. */
  readonly from?: Answered;
}

const taskNs = ({ ns, tasks }: Answered): number => ns.serial / tasks;

function columnsOf(space: SearchSpace, points: readonly Answered[]): readonly Column[] {
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

/** What the way costs with tasks of the least size, apart from the tasks themselves. */
function startNs({ points: [floor], space }: Column, way: ParallelWay): number {
  return Math.max(0, (floor?.ns[way] ?? 0) - (floor?.ns.serial ?? 0) / space.parallel);
}

/** Serial's time at so many times what starting costs, within bounds. */
function totalNs(column: Column, overStart: number): number {
  const start = Math.max(...parallelWays.map((way) => startNs(column, way)));
  return Math.min(mostTotalNs, Math.max(leastTopNs, overStart * start));
}

/** The size at which serial takes about this long, and never longer than the most. */
function sizeAt({ tasks, model, space }: Column, wantedNs: number): number {
  const size = model.sizeFor(wantedNs / tasks);
  const tooLong = model.taskNs(size) * tasks > mostTotalNs;
  return Math.max(space.range.min, tooLong ? size - 1 : size);
}

function bracketOf({ points }: Column, way: ParallelWay): Bracket {
  const below = points.findLast(({ faster }) => faster[way] === false);
  const from = points.find(
    ({ faster, size }) => faster[way] === true && size > (below?.size ?? -1),
  );
  return { ...(below === undefined ? {} : { below }), ...(from === undefined ? {} : { from }) };
}

/** By their times or, where these are disturbed, by their sizes. */
function isNarrow({ model }: Column, below: Answered, from: Answered): boolean {
  const bySize = (from.size / Math.max(1, below.size)) ** model.power;
  const byTime = taskNs(from) / taskNs(below);
  return from.size - below.size <= 1 || Math.min(bySize, byTime) * nearly <= resolution;
}

/** Whether nothing more is to be measured: narrow, or on one side of all that can be. */
function isSettled(column: Column, { below, from }: Bracket): boolean {
  if (below === undefined) return from !== undefined;
  if (from !== undefined) return isNarrow(column, below, from);
  const reachNs = totalNs(column, reachOverStart);
  return below.ns.serial >= reachNs * nearly || below.size >= reachSize(column);
}

/** The largest size at which a crossing is looked for. */
function reachSize(column: Column): number {
  return sizeAt(column, totalNs(column, reachOverStart));
}

/**
 * Where the crossing is expected: the total time at which the column before it crosses, as much
 * longer as starting takes with this many tasks; else where starting is made up for.
 */
function expectedTaskNs(column: Column, before: readonly Column[], way: ParallelWay): number {
  const { tasks, space } = column;
  const start = startNs(column, way);
  const neighbour = before.findLast((other) => bracketOf(other, way).from !== undefined);
  const { below, from } = neighbour === undefined ? {} : bracketOf(neighbour, way);
  let crossingNs = space.parallel > 1 ? start / (1 - 1 / space.parallel) : Infinity;
  if (neighbour !== undefined && below !== undefined && from !== undefined) {
    const scale = start / Math.max(1, startNs(neighbour, way));
    crossingNs = Math.sqrt(below.ns.serial * from.ns.serial) * scale;
  }
  return crossingNs / tasks;
}

/** 1.5, 1.5², 1.5⁴ …: how far the next step goes after so many in vain. */
const stride = (steps: number): number => resolution ** (2 ** (steps - 1));

/** No step is shorter, however near it would come to what is expected. */
const leastStep = Math.sqrt(resolution);

/**
 * The next size for one way: at first on either side of the expected crossing, where the answer is
 * clear sooner than at it; then in growing steps; at last in between. Steps go from what was
 * measured in this column, so that an error of the model is not met again and again.
 */
function stepSize(
  { points, model }: Column,
  way: ParallelWay,
  expectedNs: number,
  [below, from]: readonly [Answered, Answered | undefined],
): number {
  const aboveNs = expectedNs * leastStep;
  const belowNs = expectedNs / leastStep;
  const inVain = (faster: boolean, isPast: (ns: number) => boolean): number =>
    points.filter((point) => point.faster[way] === faster && isPast(taskNs(point))).length;
  const times = (factor: number): number => factor ** (1 / model.power);
  if (from === undefined) {
    if (below === points[0]) return model.sizeFor(aboveNs);
    const steps = inVain(false, (ns) => ns >= aboveNs * nearly);
    const step = steps === 0 ? aboveNs / taskNs(below) : stride(steps);
    return Math.round(below.size * times(Math.max(leastStep, step)));
  }
  if (below === points[0]) {
    const steps = inVain(true, (ns) => ns * nearly <= belowNs);
    const step = steps === 0 ? taskNs(from) / belowNs : stride(steps);
    const size = Math.round(from.size / times(Math.max(leastStep, step)));
    if (size > below.size) return size;
  }
  return Math.round(Math.sqrt(Math.max(1, below.size) * from.size));
}

/** The next size for one way; absent where it is settled. */
function nextSize(column: Column, before: readonly Column[], way: ParallelWay): number | undefined {
  const bracket = bracketOf(column, way);
  const { below, from } = bracket;
  if (below === undefined || isSettled(column, bracket)) return undefined;
  const size = stepSize(column, way, expectedTaskNs(column, before, way), [below, from]);
  const most = from === undefined ? reachSize(column) : from.size - 1;
  return Math.min(most, Math.max(below.size + 1, size));
}

/** Ways worth measuring: one that was not faster with longer tasks is not faster here. */
function openWays({ points }: Column, size: number): readonly ParallelWay[] {
  return parallelWays.filter(
    (way) => !points.some((point) => point.faster[way] === false && point.size >= size),
  );
}

/**
 * What to measure next; absent where everything is known that the search is for. In each column
 * the floor first (what starting costs), then a bracket of each way, and last the columns' tops.
 */
export function nextProbe(space: SearchSpace, points: readonly Answered[]): Probe | undefined {
  const { range, closed } = space;
  const columns = columnsOf(space, points).filter(
    ({ tasks, model }) => !closed.has(tasks) && tasks * model.taskNs(range.min) <= mostTotalNs,
  );
  for (const [index, column] of columns.entries()) {
    const { tasks } = column;
    if (column.points.length === 0) return { tasks, size: range.min, ways: parallelWays };
    for (const way of parallelWays) {
      const size = nextSize(column, columns.slice(0, index), way);
      if (size !== undefined) return { tasks, size, ways: openWays(column, size) };
    }
  }
  for (const column of columns) {
    const topNs = totalNs(column, topOverStart);
    const size = sizeAt(column, topNs);
    const largest = column.points.at(-1);
    const reached = largest === undefined || largest.ns.serial * resolution >= topNs;
    if (!reached && size > largest.size) return { tasks: column.tasks, size, ways: parallelWays };
  }
  return undefined;
}

/** From which size on each way pays, column by column; what is not settled is left out. */
export function crossingsOf(
  space: SearchSpace,
  points: readonly Answered[],
): readonly { readonly tasks: number; readonly crossings: readonly Crossing[] }[] {
  return columnsOf(space, points).flatMap((column) => {
    const crossings = parallelWays.flatMap((strategy) => crossingOf(column, strategy) ?? []);
    return crossings.length === 0 ? [] : [{ tasks: column.tasks, crossings }];
  });
}

function crossingOf(column: Column, strategy: ParallelWay): Crossing | undefined {
  const bracket = bracketOf(column, strategy);
  const { below, from } = bracket;
  if (from === undefined && !isSettled(column, bracket)) return undefined;
  return {
    strategy,
    ...(below === undefined ? {} : { belowNs: taskNs(below), belowSize: below.size }),
    ...(from === undefined ? {} : { fromNs: taskNs(from), fromSize: from.size }),
  };
}

/** Points that a full grid as fine as the brackets would have, over the sizes that were measured. */
export function gridPoints(points: readonly Answered[]): number {
  const columns = new Set(points.map(({ tasks }) => tasks));
  return [...columns].reduce((sum, tasks) => {
    const times = points.filter((point) => point.tasks === tasks).map(taskNs);
    const ratio = Math.max(...times) / Math.min(...times);
    return sum + Math.ceil(Math.log(ratio) / Math.log(resolution)) + 1;
  }, 0);
}
