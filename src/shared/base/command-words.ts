// The words of a command line before they are read: so many, so long and no longer. The system's own parser
// takes seconds over a word of a hundred thousand letters.
import { cleanText } from './clean-text';
import { groupDigits } from './format';

/** As long as a path may be. */
const longestWord = 4096;
const maxWords = 1000;

/** Why these are no words of a command line, in one sentence; undefined where they may be read. */
export function refuseWords(words: readonly string[]): string | undefined {
  if (words.length > maxWords) {
    return `There are ${groupDigits(words.length)} arguments. Give at most ${groupDigits(maxWords)}.`;
  }
  const at = words.findIndex(({ length }) => length > longestWord);
  const long = words[at];
  if (long === undefined) return undefined;
  return `Argument ${at + 1} (${shown(long)}) has ${groupDigits(long.length)} characters. Give at most ${groupDigits(longestWord)}.`;
}

/** A word as it may stand in a sentence. */
export function shown(word: string): string {
  return cleanText(word, 40);
}

/** An option that takes a value and is given more than once; undefined where none is. */
export function repeatedOption(
  tokens: readonly { readonly kind: string; readonly name?: string }[],
  takesOne: (name: string) => boolean,
): string | undefined {
  const seen = new Set<string>();
  for (const { kind, name } of tokens) {
    if (kind !== 'option' || name === undefined || !takesOne(name)) continue;
    if (seen.has(name)) return name;
    seen.add(name);
  }
  return undefined;
}
