// Decides whether figures need a logarithmic axis, and where such an axis ends. Pure.

export type ScaleKind = 'linear' | 'log';

/** Figures further apart than this can't be compared on one linear axis. */
const apart = 30;

/** Logarithmic where the largest figure is more than 30 times the smallest one. */
export function suitableScale(values: readonly number[]): ScaleKind {
  const positive = values.filter((value) => value > 0);
  if (positive.length === 0) return 'linear';
  return Math.max(...positive) / Math.min(...positive) > apart ? 'log' : 'linear';
}

/** The powers of ten that enclose the figures: ends of a logarithmic axis. */
export function decadeEnds(values: readonly number[]): {
  readonly min: number;
  readonly max: number;
} {
  const positive = values.filter((value) => value > 0);
  if (positive.length === 0) return { min: 1, max: 10 };
  const low = Math.floor(Math.log10(Math.min(...positive)) + 1e-9);
  const high = Math.ceil(Math.log10(Math.max(...positive)) - 1e-9);
  return { min: 10 ** low, max: 10 ** Math.max(high, low + 1) };
}

/** Returns whether a tick of a logarithmic axis is a power of ten. */
export function isDecade(value: number): boolean {
  const power = Math.log10(value);
  return Math.abs(power - Math.round(power)) < 1e-6;
}
