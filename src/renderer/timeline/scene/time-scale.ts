// Converts nanoseconds to pixels and back, over one window of time.

/** A stretch of the run's clock, in ns. */
export interface TimeWindow {
  readonly fromNs: number;
  readonly toNs: number;
}

/** A window drawn between two x, in px. */
export interface TimeScale extends TimeWindow {
  readonly x0: number;
  readonly x1: number;
}

/** The x of a moment; it may lie outside the plot. */
export function xOf(scale: TimeScale, ns: number): number {
  return scale.x0 + ((ns - scale.fromNs) / (scale.toNs - scale.fromNs)) * (scale.x1 - scale.x0);
}

/** As {@link xOf}, kept inside the plot. */
export function clampedX(scale: TimeScale, ns: number): number {
  return Math.min(scale.x1, Math.max(scale.x0, xOf(scale, ns)));
}

/** The moment at an x. */
export function nsAt(scale: TimeScale, x: number): number {
  return scale.fromNs + ((x - scale.x0) / (scale.x1 - scale.x0)) * (scale.toNs - scale.fromNs);
}
