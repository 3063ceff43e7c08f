// From figures to places on an axis.

export interface Scale {
  readonly min: number;
  readonly max: number;
  /** Place of a value, kept within the axis. */
  at(value: number): number;
}

/** A linear axis from `min` at `from` to `max` at `to`, in px. */
export function linearScale(min: number, max: number, from: number, to: number): Scale {
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

/** The step of 1, 2 or 5 times a power of ten that gives about `count` parts. */
function niceStep(span: number, count: number): number {
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => rough / power <= candidate * 1.0001) ?? 10;
  return factor * power;
}

/** Round values within `min` to `max`, about `count` of them; none where the span is not above 0. */
export function niceTicks(min: number, max: number, count: number): readonly number[] {
  const span = max - min;
  if (!(span > 0) || !Number.isFinite(span)) return [];
  const step = niceStep(span, count);
  if (!(step > 0)) return [];
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  const length = Math.min(2 * count + 2, last - first + 1);
  return Array.from({ length: length > 0 ? length : 0 }, (_, index) => (first + index) * step);
}

/** The next round value from `max` up, so that an axis from 0 ends on a tick. */
export function niceMax(max: number, count: number): number {
  if (!(max > 0) || !Number.isFinite(max)) return 1;
  const step = niceStep(max, count);
  return Math.ceil(max / step - 1e-9) * step;
}
