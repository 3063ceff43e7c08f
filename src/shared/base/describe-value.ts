// A value of an input in a sentence: its type, or the value itself where that is short.
import { quoteText } from './clean-text';

/** Maximum number of characters of a name or a value from a file in a sentence. */
export const maxShown = 40;

/** `a list`, `an object`, `"a text"`, `12`. */
export function describeValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'function') return 'a function';
  return typeof value === 'string' ? quoteText(value, maxShown) : String(value);
}
