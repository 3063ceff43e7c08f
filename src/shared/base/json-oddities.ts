// Finds what a JSON text says and its parsed value does not: numbers that a double does not hold, and names that an
// object has twice. Both are refused with their place instead of being changed without a word.
import { type Complaint, writePath } from './complaint';
import { cleanText } from './clean-text';
import { maxShown } from './describe-value';
import type { NumberOddity } from './input-fault';
import { placeOf } from './json-mistake';
import { walkJson } from './json-walk';

/** Below this a double has fewer digits than its usual 15 to 17. */
const smallestExact = 2.2250738585072014e-308;

/** Digits that every whole number may have and still be exact. */
const safeDigits = 15;

/** Most digits that a double's shortest writing has; of one with more, the rounding is usual. */
const maxDigits = 17;

/** A fraction whose last digits are lost though a double could tell them apart elsewhere: `1.0000000000000001`. */
function rounded(mantissa: string, value: number): NumberOddity | undefined {
  const digits = mantissa.replace(/[-.]/g, '').replace(/^0+/, '');
  if (digits.length <= safeDigits || digits.length > maxDigits) return undefined;
  const read = value.toExponential(digits.length - 1).replace(/e.*|[-.]/g, '');
  return read === digits ? undefined : { kind: 'inexact', read: String(value) };
}

/** Why a number is not what it says once it is read; undefined where it is, up to usual rounding. */
function changed(token: string): NumberOddity | undefined {
  const value = Number(token);
  if (!Number.isFinite(value)) return { kind: 'too-large' };
  if (Object.is(value, -0) && /^-0*(?:\.0*)?(?:[eE].*)?$/.test(token)) {
    return { kind: 'minus-zero' };
  }
  const mantissa = token.split(/[eE]/, 1)[0] ?? '';
  if (Math.abs(value) < smallestExact && /[1-9]/.test(mantissa)) {
    return { kind: 'tiny' };
  }
  const isWhole = /^-?\d+$/.test(token);
  if (!isWhole) return rounded(mantissa, value);
  if (token.length <= safeDigits) return undefined;
  // What has hundreds of digits is not worth an exact comparison: no double is that.
  if (token.length > 400) return { kind: 'digits' };
  if (BigInt(token) === BigInt(value)) return undefined;
  return { kind: 'inexact', read: String(BigInt(value)) };
}

/** The first oddity of a text that is JSON, with its place. */
export function findJsonOddity(source: string): Complaint | undefined {
  let found: Complaint | undefined;
  walkJson(source, source.length, {
    onName: (_, again, at, path) => {
      if (!again || found !== undefined) return;
      const { line, column } = placeOf(source, at);
      found = { path: writePath(path()), fault: { code: 'twice', line, column } };
    },
    onNumber: (token, _, path) => {
      if (found !== undefined) return;
      const oddity = changed(token);
      if (oddity === undefined) return;
      const shown = cleanText(token, maxShown);
      found = { path: writePath(path()), fault: { code: 'odd-number', token: shown, oddity } };
    },
  });
  return found;
}
