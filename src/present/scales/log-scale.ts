// A logarithmic axis: from figures to pixels and back, and where its ticks stand.

/** Figures from `from` to `to`, both above 0, drawn between two positions in px. */
export interface LogScale {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** The position of a figure; it may lie outside the plot. */
export function logPosition(scale: LogScale, value: number): number {
  const share = Math.log(value / scale.from) / Math.log(scale.to / scale.from);
  return scale.start + share * (scale.end - scale.start);
}

/** The figure at a position. */
export function logValue(scale: LogScale, position: number): number {
  const share = (position - scale.start) / (scale.end - scale.start);
  return scale.from * (scale.to / scale.from) ** share;
}

/** The smallest and the largest of figures above 0, `room` times further apart at each end. */
export function logExtent(values: readonly number[], room: number): readonly [number, number] {
  const positive = values.filter((value) => value > 0 && Number.isFinite(value));
  if (positive.length === 0) return [1, 10];
  return [Math.min(...positive) / room, Math.max(...positive) * room];
}

/** Powers of ten from `from` to `to`; where they are fewer than two, 1, 2 and 5 times them. */
export function logTicks(from: number, to: number): readonly number[] {
  const powers: number[] = [];
  for (let power = Math.floor(Math.log10(from)); 10 ** power <= to; power += 1) powers.push(power);
  const inside = (value: number): boolean => value >= from * 0.999 && value <= to * 1.001;
  const tens = powers.map((power) => 10 ** power).filter(inside);
  if (tens.length >= 2) return tens;
  return powers.flatMap((power) => [1, 2, 5].map((factor) => factor * 10 ** power)).filter(inside);
}
