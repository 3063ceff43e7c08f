// The whole trial in one strip: how busy its workers kept the cores, and which part is in view.
import type { BusyBins } from '../../model/busy-bins';
import { clampedX, nsAt, xOf, type TimeScale, type TimeWindow } from './time-scale';
import { clampFixed, type Extent, type Viewport } from './viewport';

export interface OverviewBar {
  readonly x: number;
  /** Cores busy with this trial's workers, of those they can use at once: 0 to 1. */
  readonly share: number;
}

export interface Overview {
  readonly scale: TimeScale;
  readonly bars: readonly OverviewBar[];
  readonly view: { readonly x0: number; readonly x1: number };
}

/** Distance of the strip's bars, in px. */
export const overviewPitch = 4;

/**
 * @param beginNs where the first bin begins
 * @param cores cores that the workers can use at once
 */
export function overview(
  busy: BusyBins,
  beginNs: number,
  cores: number,
  scale: TimeScale,
  shown: TimeWindow,
  untilNs: number,
): Overview {
  const { values, widthNs } = busy;
  const bars: OverviewBar[] = [];
  for (let x = scale.x0; x + overviewPitch <= scale.x1; x += overviewPitch) {
    const fromNs = nsAt(scale, x);
    const toNs = nsAt(scale, x + overviewPitch);
    if (fromNs >= untilNs) break;
    const used = cpuBetween(values, widthNs, fromNs - beginNs, toNs - beginNs);
    const share = used / ((Math.min(toNs, untilNs) - fromNs) * Math.max(1, cores));
    if (share > 0) bars.push({ x, share: Math.min(1, share) });
  }
  return {
    scale,
    bars,
    view: { x0: clampedX(scale, shown.fromNs), x1: clampedX(scale, shown.toNs) },
  };
}

function cpuBetween(bins: Float64Array, widthNs: number, fromNs: number, toNs: number): number {
  const first = Math.max(0, Math.floor(fromNs / widthNs));
  const last = Math.min(bins.length - 1, Math.floor(toNs / widthNs));
  let used = 0;
  for (let bin = first; bin <= last; bin += 1) {
    const part = Math.min(toNs, (bin + 1) * widthNs) - Math.max(fromNs, bin * widthNs);
    used += (bins[bin] ?? 0) * (Math.max(0, part) / widthNs);
  }
  return used;
}

export type Grip = 'from' | 'to' | 'whole';

/** Returns what a press at `x` takes hold of: an edge of the view, or the view as a whole. */
export function gripAt(view: Overview['view'], x: number): Grip {
  const [toFrom, toTo] = [Math.abs(x - view.x0), Math.abs(x - view.x1)];
  if (Math.min(toFrom, toTo) > 7) return 'whole';
  return toFrom < toTo ? 'from' : 'to';
}

/** The viewport after the grip has been dragged to `x`; the view as a whole is centred there. */
export function dragView(
  grip: Grip,
  shown: TimeWindow,
  scale: TimeScale,
  x: number,
  extent: Extent,
): Viewport {
  const ns = nsAt(scale, x);
  if (grip === 'from' && xOf(scale, shown.toNs) - x > 2) {
    return clampFixed({ fromNs: ns, toNs: shown.toNs }, extent);
  }
  if (grip === 'to' && x - xOf(scale, shown.fromNs) > 2) {
    return clampFixed({ fromNs: shown.fromNs, toNs: ns }, extent);
  }
  if (grip !== 'whole') return { kind: 'fixed', ...shown };
  const half = (shown.toNs - shown.fromNs) / 2;
  return clampFixed({ fromNs: ns - half, toNs: ns + half }, extent);
}
