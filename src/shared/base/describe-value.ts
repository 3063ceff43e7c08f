// A value of an input as a sentence shows it: its type, or the value itself where that is short.
import { quoteText } from './clean-text';
import type { ShownValue } from './input-fault';

/** Maximum number of characters of a name or a value from a file in a sentence. */
export const maxShown = 40;

/** The type of a list, an object or a function; else the value: `"a text"`, `12`. */
export function describeValue(value: unknown): ShownValue {
  if (Array.isArray(value)) return { kind: 'list' };
  if (typeof value === 'object' && value !== null) return { kind: 'object' };
  if (typeof value === 'function') return { kind: 'function' };
  return {
    kind: 'text',
    text: typeof value === 'string' ? quoteText(value, maxShown) : String(value),
  };
}
