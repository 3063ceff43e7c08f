// Between a figure and its place on a slider, from 0 to 1. Pure.

/** What a slider covers. */
export interface SliderRange {
  readonly min: number;
  readonly max: number;
  readonly logarithmic: boolean;
}

// A logarithmic range that starts below 1 is shifted, so that 0 has a place.
const shiftOf = (range: SliderRange): number => (range.min < 1 ? 1 - range.min : 0);

/** Returns how many places a slider has over a range: one a figure where that is linear. */
export const placesOf = (range: SliderRange): number =>
  range.logarithmic ? 1000 : Math.max(1, Math.round(range.max - range.min));

/** Returns where `value` stands, 0 to 1; outside the range at its ends. */
export function toPosition(value: number, range: SliderRange): number {
  if (!Number.isFinite(value)) return 0;
  const inside = Math.min(range.max, Math.max(range.min, value));
  if (!range.logarithmic) return (inside - range.min) / (range.max - range.min);
  const shift = shiftOf(range);
  return (
    Math.log((inside + shift) / (range.min + shift)) /
    Math.log((range.max + shift) / (range.min + shift))
  );
}

/** The figure at a position: a whole number, to two significant digits where it is logarithmic. */
export function toValue(position: number, range: SliderRange): number {
  if (position <= 0) return range.min;
  if (position >= 1) return range.max;
  if (!range.logarithmic) return Math.round(range.min + position * (range.max - range.min));
  const shift = shiftOf(range);
  const exact =
    (range.min + shift) * ((range.max + shift) / (range.min + shift)) ** position - shift;
  const rounded = Math.round(Number(exact.toPrecision(2)));
  return Math.min(range.max, Math.max(range.min, rounded));
}

/** The next figure above (`by` 1) or below (-1) that the slider has; `value` itself at its end. */
export function nextValue(value: number, range: SliderRange, by: 1 | -1): number {
  const places = placesOf(range);
  let place = Math.round(toPosition(value, range) * places) + by;
  for (; place >= 0 && place <= places; place += by) {
    const next = toValue(place / places, range);
    if ((next - value) * by > 0) return next;
  }
  return value;
}

/** Positions of the powers of ten inside the range, for its ticks; few where there are many. */
export function decadePositions(range: SliderRange): readonly number[] {
  if (!range.logarithmic) return [0, 1];
  const first = Math.ceil(Math.log10(Math.max(1, range.min)));
  const last = Math.floor(Math.log10(range.max));
  const decades = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const step = Math.ceil(decades.length / 5);
  return decades
    .filter((_, index) => index % step === 0)
    .map((power) => toPosition(10 ** power, range));
}
