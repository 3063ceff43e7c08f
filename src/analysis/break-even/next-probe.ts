// The search for the break-even: given the points measured so far, which to measure next. Per number
// of tasks it brackets the size of a task from which threads and processes are faster than serial.
// Whether they are only ever turns from no to yes as tasks get longer, so halving finds the place.
import {
  bracketOf,
  columnsOf,
  isSettled,
  maxTotalNs,
  nearly,
  reachSize,
  resolution,
  sizeAt,
  startNs,
  taskNs,
  totalNs,
  type SearchColumn,
} from './column';
import {
  parallelStrategies,
  type Answered,
  type ParallelStrategy,
  type SearchSpace,
} from './space';

export interface SearchProbe {
  readonly tasks: number;
  readonly size: number;
  /** Strategies to measure besides serial. */
  readonly strategies: readonly ParallelStrategy[];
  /** How long serial is expected to take. */
  readonly serialNs: number;
}

/** Every column is measured up to near where serial takes this many times it. */
const topOverStart = 4;

/**
 * Returns where the crossing is expected: the total time at which the column before it crosses, as much
 * longer as starting takes with this many tasks; else where starting is made up for.
 */
function expectedTaskNs(
  column: SearchColumn,
  before: readonly SearchColumn[],
  strategy: ParallelStrategy,
): number {
  const { tasks, space } = column;
  const start = startNs(column, strategy);
  const neighbour = before.findLast((other) => bracketOf(other, strategy).from !== undefined);
  const { below, from } = neighbour === undefined ? {} : bracketOf(neighbour, strategy);
  let crossingNs = space.parallel > 1 ? start / (1 - 1 / space.parallel) : Infinity;
  if (neighbour !== undefined && below !== undefined && from !== undefined) {
    const scale = start / Math.max(1, startNs(neighbour, strategy));
    crossingNs = Math.sqrt(below.ns.serial * from.ns.serial) * scale;
  }
  return crossingNs / tasks;
}

/** 1.5, 1.5², 1.5⁴ …: how far the next step goes after so many in vain. */
const stride = (steps: number): number => resolution ** (2 ** (steps - 1));

/** No step is shorter, however near it would come to what is expected. */
const minStep = Math.sqrt(resolution);

/**
 * The next size for one strategy: at first on either side of the expected crossing, where the answer is
 * clear sooner than at it; then in growing steps; at last in between. Steps go from what was
 * measured in this column, so that an error of the model is not met again and again.
 */
function stepSize(
  { points, model }: SearchColumn,
  strategy: ParallelStrategy,
  expectedNs: number,
  [below, from]: readonly [Answered, Answered | undefined],
): number {
  const aboveNs = expectedNs * minStep;
  const belowNs = expectedNs / minStep;
  const inVain = (faster: boolean, isPast: (ns: number) => boolean): number =>
    points.filter(
      (point) => (point.answers[strategy] === 'faster') === faster && isPast(taskNs(point)),
    ).length;
  const times = (factor: number): number => factor ** (1 / model.power);
  if (from === undefined) {
    if (below === points[0]) return model.sizeFor(aboveNs);
    const steps = inVain(false, (ns) => ns >= aboveNs * nearly);
    const step = steps === 0 ? aboveNs / taskNs(below) : stride(steps);
    return Math.round(below.size * times(Math.max(minStep, step)));
  }
  if (below === points[0]) {
    const steps = inVain(true, (ns) => ns * nearly <= belowNs);
    const step = steps === 0 ? taskNs(from) / belowNs : stride(steps);
    const size = Math.round(from.size / times(Math.max(minStep, step)));
    if (size > below.size) return size;
  }
  return Math.round(Math.sqrt(Math.max(1, below.size) * from.size));
}

/** The next size for one strategy; absent where it is settled. */
function nextSize(
  column: SearchColumn,
  before: readonly SearchColumn[],
  strategy: ParallelStrategy,
): number | undefined {
  const bracket = bracketOf(column, strategy);
  const { below, from } = bracket;
  if (below === undefined || isSettled(column, bracket)) return undefined;
  const size = stepSize(column, strategy, expectedTaskNs(column, before, strategy), [below, from]);
  const most = from === undefined ? reachSize(column) : from.size - 1;
  return Math.min(most, Math.max(below.size + 1, size));
}

/** Strategies worth measuring: one that was not faster with longer tasks is not faster here. */
function openStrategies(column: SearchColumn, size: number): readonly ParallelStrategy[] {
  return parallelStrategies.filter(
    (strategy) => size > (bracketOf(column, strategy).below?.size ?? -1),
  );
}

/** The column's top, where its points end far below it. */
function nextTop(column: SearchColumn): number | undefined {
  const topNs = totalNs(column, topOverStart);
  const largest = column.points.at(-1);
  if (largest === undefined || largest.ns.serial * resolution ** 2 >= topNs) return undefined;
  const size = sizeAt(column, topNs);
  return size > largest.size ? size : undefined;
}

/**
 * Returns what to measure next; absent where everything is known that the search is for. In each column
 * the floor first (what starting costs), then a bracket of each strategy, and last the columns' tops.
 */
export function nextProbe(
  space: SearchSpace,
  points: readonly Answered[],
): SearchProbe | undefined {
  const { range, closed } = space;
  const columns = columnsOf(space, points).filter(
    ({ tasks, model }) => !closed.has(tasks) && tasks * model.taskNs(range.min) <= maxTotalNs,
  );
  const probe = (
    { tasks, model }: SearchColumn,
    size: number,
    strategies = parallelStrategies,
  ): SearchProbe => ({
    tasks,
    size,
    strategies,
    serialNs: tasks * model.taskNs(size),
  });
  for (const [index, column] of columns.entries()) {
    if (column.points.length === 0) return probe(column, range.min);
    for (const strategy of parallelStrategies) {
      const size = nextSize(column, columns.slice(0, index), strategy);
      if (size !== undefined) return probe(column, size, openStrategies(column, size));
    }
  }
  for (const column of columns) {
    const size = nextTop(column);
    if (size !== undefined) return probe(column, size);
  }
  return undefined;
}
