// Figures in the kernel's texts: whole numbers and nothing else. A text that is cut short or says other
// words has none: unknown is absent, never NaN and never a guess.

/** Above this a double is not exact; no counter of a machine is. */
const maxExact = 2 ** 53;

/** A whole number from 0 to 2⁵³; undefined where the text is none. */
export function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined || !/^\s*\d{1,16}\s*$/.test(text)) return undefined;
  const value = Number(text);
  return value <= maxExact ? value : undefined;
}

/** A number of 0 or more with or without decimals; undefined where the text is none. */
export function decimalNumber(text: string | undefined): number | undefined {
  if (text === undefined || !/^\s*\d{1,15}(?:\.\d{1,15})?\s*$/.test(text)) return undefined;
  return Number(text);
}

/** A product that is exact; undefined where it is too large for one. */
export function scaled(value: number | undefined, unit: number): number | undefined {
  const product = value === undefined ? Infinity : value * unit;
  return product <= maxExact ? product : undefined;
}
