// Arguments of a command line before they are read: so many, so long and no longer. The system's own parser
// takes seconds over a word of a hundred thousand letters.
import { cleanText } from '@shared/base/clean-text';
import { languageVariable, namedLanguage, speakable, unknownLanguage } from '@shared/base/language';
import { listAny } from '../messages/list';
import { message } from '../messages/message';

/** As long as a path may be. */
const longestWord = 4096;
const maxWords = 1000;

/** Why these are no arguments, in one sentence; undefined where they may be read. */
export function refuseWords(words: readonly string[]): string | undefined {
  if (words.length > maxWords) {
    return message('cli-too-many-arguments', { count: words.length, max: maxWords });
  }
  const at = words.findIndex(({ length }) => length > longestWord);
  const long = words[at];
  if (long === undefined) return undefined;
  const { length } = long;
  const values = { place: at + 1, word: shown(long), length, max: longestWord };
  return message('cli-long-argument', values);
}

/** Why the word that a user gave for a language can't be used; nothing where it can, or none was given. */
export function refuseLanguage(name: string | undefined): string | undefined {
  if (name === undefined || namedLanguage(name) !== undefined) return undefined;
  return message('no-language', { languages: listAny(speakable) });
}

/**
 * Says that the variable for the language names none that there is, in one sentence; undefined where it is well.
 * @param name what the command line names, which goes before it
 */
export function languageWarning(
  name: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const named = unknownLanguage(name, env);
  if (named === undefined) return undefined;
  const languages = listAny(speakable);
  return message('no-language-set', { variable: languageVariable, name: shown(named), languages });
}

/** An argument as it may stand in a sentence. */
export function shown(word: string): string {
  return cleanText(word, 40);
}
