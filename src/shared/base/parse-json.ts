// The text of a file to the value it holds, or a problem with the place where it is none.
import { errorText } from './error-text';
import { cleanText } from './clean-text';
import { writePath } from './complaint';
import { findJsonMistake, placeOf, type JsonMistake } from './json-mistake';
import { findTooDeep, walkJson } from './json-walk';
import { fail, ok, type Result } from './result';

/** How deep a text may nest, in lists and objects. What is deeper is refused before it is parsed. */
export const deepest = { experiment: 100, other: 128 } as const;

/** Of a longer text only the parser's own message is given: no user writes such a text. */
const longestSearched = 5_000_000;

function describe({ line, column, fault }: JsonMistake): Result<never> {
  return fail('bad-json', { kind: 'mistake', line, column, fault });
}

function explain(text: string, error: unknown): Result<never> {
  const mistake = text.length > longestSearched ? undefined : findJsonMistake(text);
  if (mistake !== undefined) return describe(mistake);
  return fail('bad-json', { kind: 'said', said: cleanText(errorText(error), 120) });
}

function tooDeep(text: string, at: number, levels: number): Result<never> {
  const { line, column } = placeOf(text, at);
  const before = text.slice(0, at);
  if (before.length > longestSearched) {
    return fail('too-deep', { levels, line, column, searched: false });
  }
  // It ends in the middle, which is no mistake of its own.
  const mistake = findJsonMistake(before);
  const end = placeOf(before, before.length);
  if (mistake !== undefined && (mistake.line !== end.line || mistake.column !== end.column)) {
    return describe(mistake);
  }
  const path = writePath(walkJson(text, at, {}));
  return fail('too-deep', { levels, line, column, searched: true }, path || undefined);
}

/**
 * The value of a JSON text.
 * @param most levels it may nest
 * @returns `bad-json` with line and column where it is none, `too-deep` with the place
 */
export function parseJson(text: string, most: number = deepest.other): Result<unknown> {
  // Some editors put a byte order mark first, which JSON does not allow.
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const deep = findTooDeep(source, most);
  if (deep !== undefined) return tooDeep(source, deep, most);
  try {
    return ok(JSON.parse(source));
  } catch (error) {
    return explain(source, error);
  }
}
