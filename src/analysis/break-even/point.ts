// What the trials at one point of the break-even map say: who is fastest, and by how much.
import type { BreakEvenPoint } from '@shared/break-even';
import type { Answer } from '@shared/findings';
import { parallelWays, type Answered, type ParallelWay, type Way } from './space';
import { ratioOfMedians } from '../bootstrap';
import { compareTimes } from '../compare';
import { median } from '../quantile';

/** Cold times of each way at one point, in nanoseconds; those not measured there are absent. */
export type PointTimes = Readonly<Partial<Record<Way, readonly number[]>>>;

/** Ids of the cells that the ways are measured as. */
export type WayCells = Readonly<Record<Way, string>>;

const ways: readonly Way[] = ['serial', ...parallelWays];

/** Trials of each way at a point: the least, and those after which what was not found is not there. */
export const rounds = { least: 3, most: 7 } as const;

const medianOf = (times: readonly number[] | undefined): number => median(times ?? []) ?? Infinity;

function answer(times: PointTimes, way: Way, other: Way): Answer {
  return compareTimes(times[way] ?? [], times[other] ?? [])?.answer ?? 'no-difference';
}

function measuredOf<W extends Way>(all: readonly W[], times: PointTimes): readonly W[] {
  return all.filter((way) => (times[way]?.length ?? 0) > 0);
}

/** Whether each way that was measured is known to be faster or slower than serial. */
export function isClear(times: PointTimes): boolean {
  return measuredOf(parallelWays, times).every(
    (way) => answer(times, way, 'serial') !== 'no-difference',
  );
}

function quickest<W extends Way>(all: readonly W[], times: PointTimes): W | undefined {
  const [first, ...others] = measuredOf(all, times);
  if (first === undefined) return undefined;
  return others.reduce<W>(
    (best, way) => (medianOf(times[way]) < medianOf(times[best]) ? way : best),
    first,
  );
}

/** The point as the search needs it. Serial must have a time. */
export function answerPoint(
  { tasks, size }: Pick<BreakEvenPoint, 'tasks' | 'size'>,
  times: PointTimes,
): Answered {
  const entries = <T>(read: (way: ParallelWay) => T) =>
    Object.fromEntries(measuredOf(parallelWays, times).map((way) => [way, read(way)]));
  return {
    tasks,
    size,
    ns: { serial: medianOf(times.serial), ...entries((way) => medianOf(times[way])) },
    answers: entries((way) => answer(times, way, 'serial')),
  };
}

/** Who is the fastest; of those from which no difference was found, none. */
function findWinner(times: PointTimes): Pick<BreakEvenPoint, 'winner' | 'between'> {
  const best = quickest(ways, times);
  if (best === undefined) return { winner: 'undecided', between: [] };
  const equals = measuredOf(ways, times).filter(
    (way) => way === best || answer(times, way, best) === 'no-difference',
  );
  return equals.length === 1 ? { winner: best } : { winner: 'undecided', between: [...equals] };
}

/** The point as the report holds it. Serial must have a time. */
export function judgePoint(
  place: Pick<BreakEvenPoint, 'tasks' | 'size'>,
  times: PointTimes,
  cells: WayCells,
): BreakEvenPoint {
  const parallel = quickest(parallelWays, times);
  const gain =
    parallel === undefined ? undefined : ratioOfMedians(times.serial ?? [], times[parallel] ?? []);
  return {
    ...place,
    taskNs: medianOf(times.serial) / place.tasks,
    times: measuredOf(ways, times).map((way) => ({
      cell: cells[way],
      coldNs: [...(times[way] ?? [])],
    })),
    ...findWinner(times),
    ...(gain === undefined ? {} : { gain }),
  };
}
