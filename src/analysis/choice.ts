// Which way to use: the fastest, or the one that needs least among those not slower than it.
import type { CellReport } from '@shared/report';
import type { StrategyKind } from '@shared/strategies';
import { trialTimes, type Basis } from './cells';
import { compareTimes, judgeTimes, type Comparison, type Judgement } from './compare';
import { median } from './quantile';

export interface Choice {
  /** The way to use. */
  readonly cell: CellReport;
  /** Every way with a time, the fastest median first. */
  readonly ranking: readonly CellReport[];
  readonly serial?: CellReport;
}

/** Median time of a cell's trials that count, in nanoseconds. */
export function medianTime(cell: CellReport, basis: Basis): number | undefined {
  return median(trialTimes(cell.trials, basis));
}

/** How long `one` takes as a ratio to `other`, and whether it is faster or slower. */
export function compareCells(
  one: CellReport,
  other: CellReport,
  basis: Basis,
): Comparison | undefined {
  return compareTimes(trialTimes(one.trials, basis), trialTimes(other.trials, basis));
}

function judgeCells(one: CellReport, other: CellReport, basis: Basis): Judgement {
  return judgeTimes(trialTimes(one.trials, basis), trialTimes(other.trials, basis));
}

/** Whether the trials show that the two take different times. */
export function cellsDiffer(one: CellReport, other: CellReport, basis: Basis): boolean {
  return judgeCells(one, other, basis).answer !== 'no-difference';
}

/** Whether there are trials enough to tell the two apart, and they do not. */
export function cellsAlike(one: CellReport, other: CellReport, basis: Basis): boolean {
  const { answer, p } = judgeCells(one, other, basis);
  return p !== undefined && answer === 'no-difference';
}

/** What a strategy takes of the machine, least first. */
const resourceRank: Readonly<Record<StrategyKind, number>> = {
  serial: 0,
  async: 1,
  threads: 2,
  hybrid: 3,
  processes: 4,
};

/** Sorts the way that needs fewer resources first: by strategy, then by workers. */
export function byResources(one: CellReport, other: CellReport): number {
  return (
    resourceRank[one.strategy] - resourceRank[other.strategy] ||
    one.workers - other.workers ||
    Number(one.placement === 'main') - Number(other.placement === 'main')
  );
}

/** The choice on this basis; absent where no way has a time. */
export function chooseCell(cells: readonly CellReport[], basis: Basis): Choice | undefined {
  const time = (cell: CellReport): number => medianTime(cell, basis) ?? Infinity;
  const ranking = cells
    .filter((cell) => medianTime(cell, basis) !== undefined)
    .sort((one, other) => time(one) - time(other));
  const fastest = ranking[0];
  if (fastest === undefined) return undefined;
  const serial = ranking.find((cell) => cell.strategy === 'serial');
  const equals = ranking.filter((cell) => cell === fastest || cellsAlike(cell, fastest, basis));
  // Where the fastest beats serial, what is named has to beat it as well.
  const beating =
    serial === undefined || equals.includes(serial)
      ? equals
      : equals.filter((cell) => cell === fastest || cellsDiffer(cell, serial, basis));
  const cell = [...beating].sort(byResources)[0] ?? fastest;
  return serial === undefined ? { cell, ranking } : { cell, ranking, serial };
}
