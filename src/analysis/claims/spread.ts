// A median in a sentence, with the spread it stands for.
import type { Figure } from '@shared/claims/claims';
import { formatValue } from '@shared/words/claim-words';

/** What is told of several values. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** `9 ms (2 ms to 30 ms)`; the median alone where all values are written alike. */
export function writeSpread(
  { median, low, high }: Spread,
  write: (value: number) => string,
): string {
  const [middle, from, to] = [median, low, high].map(write);
  return from === to ? `${middle}` : `${middle} (${from} to ${to})`;
}

/** A figure's median with its least and largest value, in its own unit. */
export function withSpread(figure: Figure): string {
  return writeSpread(figure, (value) => formatValue(value, figure.unit));
}

/** How many times a time goes into another's median, from its largest to its least value. */
export function gainOver({ median }: Spread, way: Spread): Spread {
  return { median: median / way.median, low: median / way.high, high: median / way.low };
}
