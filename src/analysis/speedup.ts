// Speed-ups by number of workers: what the chart of them shows.
import type { CellReport } from '@shared/report';
import { placements, strategyKinds, type Placement, type StrategyKind } from '@shared/strategies';
import { ratioOfMedians, type Interval } from './bootstrap';
import { trialTimes, type Basis } from './cells';
import { median } from './summary';

export interface SpeedupPoint {
  readonly cell: string;
  readonly workers: number;
  /** Serial's median time over this cell's. */
  readonly speedup: number;
  /** 95 % interval; absent with fewer than 3 trials on a side. */
  readonly interval?: Interval;
  /** Serial's median time over each trial's own. */
  readonly trials: readonly number[];
}

/** Speed-ups of one strategy by workers, fewest first. */
export interface SpeedupSeries {
  readonly strategy: StrategyKind;
  readonly placement: Placement;
  readonly points: readonly SpeedupPoint[];
}

function speedupPoint(
  cell: CellReport,
  serialTimes: readonly number[],
  basis: Basis,
): readonly SpeedupPoint[] {
  const times = trialTimes(cell.trials, basis);
  const estimate = ratioOfMedians(serialTimes, times);
  const serial = median(serialTimes);
  if (estimate === undefined || serial === undefined) return [];
  const { ratio, low, high } = estimate;
  return [
    {
      cell: cell.id,
      workers: cell.workers,
      speedup: ratio,
      ...(low !== undefined && high !== undefined && { interval: { low, high } }),
      trials: times.filter((time) => time > 0).map((time) => serial / time),
    },
  ];
}

/** A series per strategy (and placement) other than serial; none where serial has no time. */
export function speedupSeries(
  cells: readonly CellReport[],
  basis: Basis = 'cold',
): readonly SpeedupSeries[] {
  const serial = cells.find((cell) => cell.strategy === 'serial');
  const serialTimes = serial === undefined ? [] : trialTimes(serial.trials, basis);
  const ways = strategyKinds
    .filter((strategy) => strategy !== 'serial')
    .flatMap((strategy) => placements.map((placement) => ({ strategy, placement })));
  return ways.flatMap(({ strategy, placement }) => {
    const points = cells
      .filter((cell) => cell.strategy === strategy && cell.placement === placement)
      .flatMap((cell) => speedupPoint(cell, serialTimes, basis))
      .sort((one, other) => one.workers - other.workers);
    return points.length === 0 ? [] : [{ strategy, placement, points }];
  });
}
