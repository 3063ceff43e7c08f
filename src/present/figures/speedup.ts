// Speed-ups by number of workers: what the chart of them shows.
import { defined } from '@shared/base/defined';
import type { Scaling } from '@shared/report/findings';
import type { MachineInfo } from '@shared/report/machine';
import type { PythonCell } from '@shared/experiment/python';
import type { CellReport } from '@shared/report/report';
import { type Placement, type StrategyKind } from '@shared/experiment/strategies';
import { intervalOf, ratioOfMedians, type Interval } from '@analysis/stats/bootstrap';
import { runtimeOf } from '@shared/experiment/cells';
import { isSerial, trialTimes, type Basis } from '@analysis/cells/cells';
import { median } from '@analysis/stats/quantile';
import { groupByVariant } from '@shared/report/variants';

export interface SpeedupPoint {
  readonly cell: string;
  readonly workers: number;
  /** Serial's median time over this cell's. */
  readonly speedup: number;
  /** 95 % interval, or with few trials their range; absent with fewer than 3 trials on a side. */
  readonly interval?: Interval;
  /** Serial's median time over each trial's own. */
  readonly trials: readonly number[];
}

/** Speed-ups of one strategy by workers, fewest first. */
export interface SpeedupSeries {
  readonly strategy: StrategyKind;
  readonly placement: Placement;
  readonly python?: PythonCell;
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
  return [
    {
      cell: cell.id,
      workers: cell.workers,
      speedup: estimate.ratio,
      ...defined({ interval: intervalOf(estimate) }),
      trials: times.filter((time) => time > 0).map((time) => serial / time),
    },
  ];
}

/** A series per strategy (and placement) other than serial; none where serial has no time. */
export function speedupSeries(
  cells: readonly CellReport[],
  basis: Basis = 'cold',
): readonly SpeedupSeries[] {
  return groupByVariant(cells).flatMap(({ cells: own, ...variant }) => {
    const serial = cells.find(
      (cell) => isSerial(cell) && own.some((one) => runtimeOf(one) === runtimeOf(cell)),
    );
    const serialTimes = serial === undefined ? [] : trialTimes(serial.trials, basis);
    const points = own.flatMap((cell) => speedupPoint(cell, serialTimes, basis));
    return points.length === 0 ? [] : [{ ...variant, points }];
  });
}

/** Marks on the axis of workers. */
export interface ScaleMarks {
  /** Usable cores: one worker each. */
  readonly cores: number;
  /** CPU quota in cores, where it is below the cores the affinity mask allows. */
  readonly quotaCores?: number;
  /** The first measured count above the usable cores. */
  readonly oversubscribedFrom?: number;
}

/** Returns where the cores end, a quota bites, and measured counts begin to have more workers than cores. */
export function scaleMarks(
  { usableCores, affinity, quotaCores }: MachineInfo,
  workers: readonly number[],
): ScaleMarks {
  const above = workers.filter((count) => count > usableCores);
  const bites = quotaCores !== undefined && quotaCores < affinity.length;
  return defined({
    cores: usableCores,
    quotaCores: bites ? quotaCores : undefined,
    oversubscribedFrom: above.length > 0 ? Math.min(...above) : undefined,
  });
}

/** A point of a fit: the speed-up it gives for so many workers, and its 95 % band. */
export type FitPoint = NonNullable<Scaling['curve']>[number];

/**
 * The fitted speed-ups from 1 worker up to the largest count that was fitted, and no further than
 * `upTo`; none where nothing was fitted.
 */
export function fitCurve(
  { curve = [] }: Pick<Scaling, 'curve'>,
  upTo: number,
): readonly FitPoint[] {
  return curve.filter(({ workers }) => workers <= upTo);
}
