// Chooses the strategy to use: the fastest, or one that needs less and is not slower by more than a margin.
import { defined } from '@shared/base/defined';
import type { CellReport } from '@shared/report/report';
import { baseStrategyOf, strategyKinds } from '@shared/experiment/strategies';
import { minTrials } from '../stats/bootstrap';
import { trialTimes, type Basis } from './cells';
import { compareTimes, judgeTimes, type Comparison, type DifferenceTest } from '../stats/compare';
import { familyP } from './family';
import { median } from '../stats/quantile';
import { upperRatio } from '../stats/ratio-interval';

export interface Choice {
  /** The strategy to use; the fastest where nothing is decided. */
  readonly cell: CellReport;
  /** The fastest median among the strategies with enough trials; among all where nothing is decided. */
  readonly fastest: CellReport;
  /** Every strategy with a time, the fastest median first. */
  readonly ranking: readonly CellReport[];
  readonly serial?: CellReport;
  /** Two strategies at least have enough trials to be compared, and serial is one of them if it has a time. */
  readonly decided: boolean;
}

/** Median time of a cell's trials that count, in nanoseconds. */
export function medianTime(cell: CellReport, basis: Basis): number | undefined {
  return median(trialTimes(cell.trials, basis));
}

/** Returns whether a cell has trials enough to be compared. */
export function isComparable(cell: CellReport, basis: Basis): boolean {
  return trialTimes(cell.trials, basis).length >= minTrials;
}

/** Returns how long `one` takes as a ratio to `other`, and whether it is faster or slower. */
export function compareCells(
  one: CellReport,
  other: CellReport,
  basis: Basis,
): Comparison | undefined {
  return compareTimes(trialTimes(one.trials, basis), trialTimes(other.trials, basis));
}

function judgeCells(one: CellReport, other: CellReport, basis: Basis): DifferenceTest {
  return judgeTimes(trialTimes(one.trials, basis), trialTimes(other.trials, basis));
}

/** Returns whether the trials show that `one` takes less time than `other`. */
export function isFaster(one: CellReport, other: CellReport, basis: Basis): boolean {
  return judgeCells(one, other, basis).answer === 'faster';
}

/** Returns whether there are trials enough to tell the two apart, and they do not. */
export function cellsAlike(one: CellReport, other: CellReport, basis: Basis): boolean {
  const { answer, p } = judgeCells(one, other, basis);
  return p !== undefined && answer === 'no-difference';
}

/** Memory within so much of another's is the same. */
export const sameMemory = 0.1;

/** Fewer workers first, fewer tasks at once; of as many, the simpler kind, and not in the main process. */
function bySize(one: CellReport, other: CellReport): number {
  const workers = ({ topology }: CellReport): number => topology.processes * topology.threads;
  const kind = ({ strategy }: CellReport): number => strategyKinds.indexOf(strategy);
  return (
    workers(one) - workers(other) ||
    one.topology.concurrency - other.topology.concurrency ||
    kind(one) - kind(other) ||
    Number(one.placement === 'main') - Number(other.placement === 'main')
  );
}

/** The cell with the smallest peak memory, as far as it is known of all; of those about equal the smallest. */
function minNeeding(cells: readonly CellReport[]): CellReport | undefined {
  const bytes = (cell: CellReport): number => cell.medianPeakPssBytes ?? Number.NaN;
  const most = Math.min(...cells.map(bytes)) * (1 + sameMemory);
  return cells.filter((cell) => !(bytes(cell) > most)).sort(bySize)[0];
}

/** A strategy may take so much longer than the fastest and still stand for it. */
const margin = 0.05;

/** Returns whether the trials show that `cell` is not slower than the fastest by more than the margin. */
function standsFor(cell: CellReport, fastest: CellReport, basis: Basis): boolean {
  if (cell === fastest) return true;
  const most = upperRatio(trialTimes(cell.trials, basis), trialTimes(fastest.trials, basis));
  return most <= 1 + margin;
}

/**
 * How the error rate of 5 % for all strategies together is spent: on their largest lead round by round, which
 * finds most, and on each strategy's own test with as much less as there are strategies, which an unsteady other
 * strategy
 * does not blur.
 */
const shares = { together: 0.04, alone: 0.01 } as const;

/** Those of the strategies that are faster than serial: each by its own comparison, and all with one error rate. */
function fasterThanSerial(
  parallel: readonly CellReport[],
  serial: CellReport,
  basis: Basis,
): readonly CellReport[] {
  const faster = parallel.filter((cell) => isFaster(cell, serial, basis));
  if (faster.length === 0 || parallel.length === 1) return faster;
  const together = familyP(serial, parallel, basis);
  return faster.filter((cell) => {
    // Two-sided; the other side is no error here.
    const alone = ((judgeCells(cell, serial, basis).p ?? 1) / 2) * parallel.length;
    return alone <= shares.alone || (together?.[parallel.indexOf(cell)] ?? 1) <= shares.together;
  });
}

/** The strategy to use among comparable ones, the fastest median first. */
function chooseAmong(
  cells: readonly CellReport[],
  serial: CellReport | undefined,
  basis: Basis,
): CellReport | undefined {
  const parallel = cells.filter((cell) => cell !== serial);
  const able = serial === undefined ? parallel : fasterThanSerial(parallel, serial, basis);
  const [fastest] = able;
  // Nothing needs less than not to start anything.
  if (fastest === undefined) return serial;
  return minNeeding(able.filter((cell) => standsFor(cell, fastest, basis)));
}

/**
 * The choice on this basis; absent where no strategy has a time. Strategies with fewer than 3 trials are ranked,
 * but not chosen: a lucky trial decides nothing.
 */
export function chooseCell(cells: readonly CellReport[], basis: Basis): Choice | undefined {
  const time = (cell: CellReport): number => medianTime(cell, basis) ?? Infinity;
  const ranking = cells
    .filter((cell) => medianTime(cell, basis) !== undefined)
    .sort((one, other) => time(one) - time(other));
  const [first] = ranking;
  if (first === undefined) return undefined;
  const serial = ranking.find((cell) => baseStrategyOf(cell.strategy) === 'serial');
  const able = ranking.filter((cell) => isComparable(cell, basis));
  const decided = able.length > 1 && (serial === undefined || able.includes(serial));
  const fastest = (decided ? able[0] : undefined) ?? first;
  const cell = (decided ? chooseAmong(able, serial, basis) : undefined) ?? fastest;
  return { cell, fastest, ranking, decided, ...defined({ serial }) };
}
