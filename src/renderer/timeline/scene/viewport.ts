// Computes which part of a trial is visible, and how zooming and panning change it. Pure.
import type { TimeWindow } from './time-scale';

/** Follows the clock, shows everything, or stays where it was put. */
export type Viewport =
  | { readonly kind: 'follow'; readonly spanNs?: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'fixed'; readonly fromNs: number; readonly toNs: number };

/** How far a trial reaches, in ns on the run's clock. */
export interface Extent {
  readonly beginNs: number;
  /** The latest moment known about it. */
  readonly nowNs: number;
  /** Where it may end, by trials of its kind; absent without one. */
  readonly expectedEndNs?: number;
  /** The decision, where it is known; what was before it is no part of the trial's time. */
  readonly decidedNs?: number;
  /** Not over yet. */
  readonly live: boolean;
}

const shortestNs = 2e3;
/** Share of the window left of *now* while following. */
const nowAt = 0.945;
const pxPerSample = 17;
/** Share of a page that the next one goes on by; the rest stays in view. */
const turnShare = 0.8;

/** The stretch that shows one sample 17 px wide, or the whole trial where that is shorter. */
export function followSpanNs(plotWidth: number, sampleNs: number, extent: Extent): number {
  const readable = (plotWidth / pxPerSample) * sampleNs;
  const expected = extent.expectedEndNs;
  if (expected === undefined) return readable;
  return Math.max(shortestNs, Math.min(readable, (expected - extent.beginNs) / nowAt));
}

/** 1, 2 or 5 times a power of ten, not below `value`. */
export function niceAbove(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= value * (1 - 1e-12)) ?? 10;
  return step * power;
}

/** The whole trial: from its decision to its end, or to where it may end, or a round length ahead of the clock. */
export function wholeTrial(extent: Extent): TimeWindow {
  const { nowNs, expectedEndNs, live } = extent;
  const beginNs = live ? extent.beginNs : (extent.decidedNs ?? extent.beginNs);
  const known = Math.max(shortestNs, nowNs - beginNs);
  if (!live) return { fromNs: beginNs, toNs: beginNs + known * 1.02 };
  const expected = expectedEndNs === undefined ? 0 : (expectedEndNs - beginNs) * 1.04;
  const length = expected >= known ? expected : niceAbove(known);
  return { fromNs: beginNs, toNs: beginNs + length };
}

/**
 * The window that a viewport shows. What follows the clock is a page that fills and then turns: scrolling would draw
 * every pixel anew with every picture.
 * @param spanNs length of the window while following, where the user has chosen none
 */
export function visibleWindow(viewport: Viewport, extent: Extent, spanNs: number): TimeWindow {
  if (viewport.kind === 'fixed') return { fromNs: viewport.fromNs, toNs: viewport.toNs };
  if (viewport.kind === 'all') return wholeTrial(extent);
  const span = viewport.spanNs ?? spanNs;
  const past = extent.nowNs - nowAt * span - extent.beginNs;
  if (past <= 0) return { fromNs: extent.beginNs, toNs: extent.beginNs + span };
  const page = span * turnShare;
  const offset = Math.ceil(past / page) * page;
  return { fromNs: extent.beginNs + offset, toNs: extent.beginNs + offset + span };
}

function limitSpan(spanNs: number, extent: Extent): number {
  const whole = wholeTrial(extent);
  return Math.min(Math.max(shortestNs, spanNs), (whole.toNs - whole.fromNs) * 1.25);
}

/**
 * Zooms by `factor` (below 1: closer), keeping the moment at `share` of the window's width where
 * it is. While following, the window goes on following.
 */
export function zoom(
  viewport: Viewport,
  shown: TimeWindow,
  extent: Extent,
  share: number,
  factor: number,
): Viewport {
  const before = shown.toNs - shown.fromNs;
  const spanNs = limitSpan(before * factor, extent);
  if (viewport.kind === 'follow') return { kind: 'follow', spanNs };
  const anchor = shown.fromNs + before * share;
  return clampFixed(
    { fromNs: anchor - spanNs * share, toNs: anchor + spanNs * (1 - share) },
    extent,
  );
}

/** Moves the window by a share of its own width. */
export function pan(shown: TimeWindow, extent: Extent, share: number): Viewport {
  const move = (shown.toNs - shown.fromNs) * share;
  return clampFixed({ fromNs: shown.fromNs + move, toNs: shown.toNs + move }, extent);
}

/** Stays at what is shown. */
export function freeze(shown: TimeWindow): Viewport {
  return { kind: 'fixed', fromNs: shown.fromNs, toNs: shown.toNs };
}

/** Moves a window, no further than it takes, until it holds `fromNs` to `toNs`. */
export function revealSpan(
  shown: TimeWindow,
  extent: Extent,
  fromNs: number,
  toNs: number,
): Viewport {
  const span = shown.toNs - shown.fromNs;
  if (toNs - fromNs > span) return clampFixed({ fromNs, toNs: fromNs + span }, extent);
  const early = Math.min(0, fromNs - shown.fromNs);
  const late = Math.max(0, toNs - shown.toNs);
  const move = early < 0 ? early : late;
  return clampFixed({ fromNs: shown.fromNs + move, toNs: shown.toNs + move }, extent);
}

/** A fixed window that keeps at least a part of the trial in view. */
export function clampFixed(wanted: TimeWindow, extent: Extent): Viewport {
  const span = limitSpan(wanted.toNs - wanted.fromNs, extent);
  const whole = wholeTrial(extent);
  const earliest = whole.fromNs - span * 0.25;
  const latest = Math.max(earliest, whole.toNs - span * 0.75);
  const fromNs = Math.min(latest, Math.max(earliest, wanted.fromNs));
  return { kind: 'fixed', fromNs, toNs: fromNs + span };
}
