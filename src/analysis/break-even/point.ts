// Decides which strategy is fastest at one point of the break-even map, and by how much.
import { defined } from '@shared/base/defined';
import type { BreakEvenPoint } from '@shared/report/break-even';
import type { Answer } from '@shared/report/findings';
import {
  parallelStrategies,
  type Answered,
  type ParallelStrategy,
  type SearchedStrategy,
} from './space';
import { ratioOfMedians } from '../stats/bootstrap';
import { noiseThreshold } from '../stats/compare';
import { mean, median } from '../stats/quantile';
import { studentTails } from '../stats/student';

/** Cold times of each strategy at one point, in nanoseconds; those not measured there are absent. */
export type PointTimes = Readonly<Partial<Record<SearchedStrategy, readonly number[]>>>;

/** Ids of the cells that the strategies are measured as. */
export type StrategyCells = Readonly<Record<SearchedStrategy, string>>;

const strategies: readonly SearchedStrategy[] = ['serial', ...parallelStrategies];

/** Trials of each strategy at a point: the least, and those after which what was not found is not there. */
export const rounds = { least: 3, most: 7 } as const;

const medianOf = (times: readonly number[] | undefined): number => median(times ?? []) ?? Infinity;

function measuredOf<W extends SearchedStrategy>(
  all: readonly W[],
  times: PointTimes,
): readonly W[] {
  return all.filter((strategy) => (times[strategy]?.length ?? 0) > 0);
}

/**
 * Every point is looked at after each round from the least to the most, and each strategy at it is compared: for
 * equal strategies to be distinguished at no more than 5 % of points, a single look at a single strategy has to be so much
 * surer. The constant boundary for five looks: S. J. Pocock, "Group Sequential Methods in the Design and
 * Analysis of Clinical Trials", Biometrika 64 (1977), table 1.
 */
const eachLook = 0.0158;

/** What is left of the logarithms of times when strategies and rounds are taken out: its spread, with its degrees of freedom. */
function spreadOf(logs: readonly (readonly number[])[]): {
  readonly spread: number;
  readonly degrees: number;
} {
  const count = logs[0]?.length ?? 0;
  const strategyMeans = logs.map((own) => mean(own) ?? 0);
  const all = mean(strategyMeans) ?? 0;
  let squares = 0;
  for (let round = 0; round < count; round += 1) {
    const roundMean = mean(logs.map((own) => own[round] ?? 0)) ?? 0;
    logs.forEach((own, index) => {
      squares += ((own[round] ?? 0) - (strategyMeans[index] ?? 0) - roundMean + all) ** 2;
    });
  }
  const degrees = (count - 1) * (logs.length - 1);
  return { spread: Math.sqrt(squares / degrees), degrees };
}

/**
 * Whether `strategy` is faster or slower than `other`: by the differences of the logarithms of their times round
 * by round (Student's t), where their medians are at least 2 % apart in the same direction.
 */
function answer(times: PointTimes, strategy: SearchedStrategy, other: SearchedStrategy): Answer {
  const measured = measuredOf(strategies, times);
  const count = Math.min(...measured.map((one) => times[one]?.length ?? 0));
  if (count < rounds.least || strategy === other) return 'no-difference';
  const logs = measured.map((one) => (times[one] ?? []).slice(0, count).map(Math.log));
  const meanOf = (one: SearchedStrategy): number =>
    mean(logs[measured.indexOf(one)] ?? []) ?? Number.NaN;
  const lead = meanOf(other) - meanOf(strategy);
  const { spread, degrees } = spreadOf(logs);
  const tails = studentTails(Math.abs(lead) / (spread * Math.sqrt(2 / count)), degrees);
  const [own, others] = [medianOf(times[strategy]), medianOf(times[other])];
  const matters = Math.max(own, others) >= Math.min(own, others) * (1 + noiseThreshold);
  const comparisons = measured.length - 1;
  if (
    !(tails * comparisons <= eachLook) ||
    !matters ||
    Math.sign(lead) !== Math.sign(others - own)
  ) {
    return 'no-difference';
  }
  return lead > 0 ? 'faster' : 'slower';
}

/** Returns whether each strategy that was measured is known to be faster or slower than serial. */
export function isClear(times: PointTimes): boolean {
  return measuredOf(parallelStrategies, times).every(
    (strategy) => answer(times, strategy, 'serial') !== 'no-difference',
  );
}

function quickest<W extends SearchedStrategy>(all: readonly W[], times: PointTimes): W | undefined {
  const [first, ...others] = measuredOf(all, times);
  if (first === undefined) return undefined;
  return others.reduce<W>(
    (best, strategy) => (medianOf(times[strategy]) < medianOf(times[best]) ? strategy : best),
    first,
  );
}

/** The point as the search needs it. Serial must have a time. */
export function answerPoint(
  { tasks, size }: Pick<BreakEvenPoint, 'tasks' | 'size'>,
  times: PointTimes,
): Answered {
  const entries = <T>(read: (strategy: ParallelStrategy) => T) =>
    Object.fromEntries(
      measuredOf(parallelStrategies, times).map((strategy) => [strategy, read(strategy)]),
    );
  return {
    tasks,
    size,
    ns: { serial: medianOf(times.serial), ...entries((strategy) => medianOf(times[strategy])) },
    answers: entries((strategy) => answer(times, strategy, 'serial')),
  };
}

/** Returns who is the fastest; of those from which no difference was found, none. */
function findWinner(times: PointTimes): Pick<BreakEvenPoint, 'winner' | 'between'> {
  const best = quickest(strategies, times);
  if (best === undefined) return { winner: 'undecided', between: [] };
  const equals = measuredOf(strategies, times).filter(
    (strategy) => strategy === best || answer(times, strategy, best) === 'no-difference',
  );
  return equals.length === 1 ? { winner: best } : { winner: 'undecided', between: [...equals] };
}

/** The point as the report holds it. Serial must have a time. */
export function judgePoint(
  place: Pick<BreakEvenPoint, 'tasks' | 'size'>,
  times: PointTimes,
  cells: StrategyCells,
): BreakEvenPoint {
  const parallel = quickest(parallelStrategies, times);
  const gain =
    parallel === undefined ? undefined : ratioOfMedians(times.serial ?? [], times[parallel] ?? []);
  return {
    ...place,
    taskNs: medianOf(times.serial) / place.tasks,
    times: measuredOf(strategies, times).map((strategy) => ({
      cell: cells[strategy],
      coldNs: [...(times[strategy] ?? [])],
    })),
    ...findWinner(times),
    ...defined({ gain }),
  };
}
