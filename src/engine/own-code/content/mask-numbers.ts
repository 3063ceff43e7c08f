// Parameters without the values of their numbers and truth values: a yes to running code holds while only these
// are tried out. Texts stay, for they can name files and programs.
import type { Json } from '@shared/experiment/own-code';

/** The value with each number and truth value written as its type. */
export function maskNumbers(value: Json): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return { of: typeof value };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return ['list', ...value.map((one: Json) => maskNumbers(one))];
  return ['object', ...Object.entries(value).map(([key, one]) => [key, maskNumbers(one as Json)])];
}
