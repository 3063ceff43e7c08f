// Computes what the chart of speed-ups by workers needs besides the series: its ends, ticks and labels. Pure.
import type { SpeedupSeries } from './speedup';
import { suitableScale, type ScaleKind } from '../scales/scale';

export interface SpeedupAxes {
  readonly x: {
    readonly kind: ScaleKind;
    readonly min: number;
    readonly max: number;
    /** The worker counts that were measured, and 1. */
    readonly ticks: readonly number[];
  };
  /** The axis that suits the speed-ups. */
  readonly y: ScaleKind;
}

const wide = 16;

/** Axes over all points; `cores` is always on the chart. */
export function speedupAxes(series: readonly SpeedupSeries[], cores: number): SpeedupAxes {
  const points = series.flatMap(({ points: all }) => all);
  const ticks = [...new Set([1, ...points.map(({ workers }) => workers)])].sort((a, b) => a - b);
  const max = Math.max(cores, ...ticks, 2);
  return {
    x: { kind: max > wide ? 'log' : 'linear', min: 1, max, ticks },
    y: suitableScale(points.map(({ speedup }) => speedup)),
  };
}

/** Largest value shown, so that no interval is cut. */
export function speedupTop(series: readonly SpeedupSeries[]): number {
  const tops = series.flatMap(({ points }) =>
    points.map(({ speedup, interval, trials }) =>
      Math.max(speedup, interval?.high ?? 0, ...trials),
    ),
  );
  return Math.max(1, ...tops);
}

/**
 * Moves labels apart along one direction, keeping their order.
 * @param wished where each would like to be
 * @param gap minimum distance between two
 * @param end none goes beyond
 */
export function spreadLabels(
  wished: readonly number[],
  gap: number,
  end: number,
): readonly number[] {
  const labels = wished.map((at, index) => ({ at, index })).sort((one, other) => one.at - other.at);
  let least = Number.NEGATIVE_INFINITY;
  for (const label of labels) {
    label.at = Math.max(label.at, least);
    least = label.at + gap;
  }
  let most = end;
  for (const label of [...labels].reverse()) {
    label.at = Math.min(label.at, most);
    most = label.at - gap;
  }
  return labels.sort((one, other) => one.index - other.index).map(({ at }) => at);
}
