// A linear axis: from figures to places, and the round figures on it.
import { niceStep } from './axis';

export interface LinearScale {
  readonly min: number;
  readonly max: number;
  /** Place of a value, kept within the axis. */
  at(value: number): number;
}

/** A linear axis from `min` at `from` to `max` at `to`, in px. */
export function linearScale(min: number, max: number, from: number, to: number): LinearScale {
  const span = max - min || 1;
  return {
    min,
    max,
    at(value) {
      const share = (Math.min(max, Math.max(min, value)) - min) / span;
      return Number.isFinite(share) ? from + share * (to - from) : from;
    },
  };
}

/** Round figures from `min` to `max`, at most `most` steps of them; none where the span is not above 0. */
export function ticksWithin(min: number, max: number, most: number): readonly number[] {
  const span = max - min;
  if (!(span > 0) || !Number.isFinite(span)) return [];
  const step = niceStep(span, most);
  if (!(step > 0)) return [];
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  // A step too small for the figures themselves would have no end.
  const count = Math.min(most + 1, last - first + 1);
  return Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * step);
}
