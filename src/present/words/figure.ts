// Figures that are written as they are: a number, or that it is not known, never a word for a number.
import { notKnown } from '@shared/base/format';

/** The number with all its digits. */
export function writeNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : notKnown;
}

/** With so many decimals. */
export function writeDecimals(value: number, decimals: number): string {
  return Number.isFinite(value) ? value.toFixed(decimals) : notKnown;
}
