// The languages that the program speaks, and which of them a user or a system asks for.
import { defined } from './defined';

/** The languages there are texts in, as BCP 47 tags. */
export const speakable = ['en', 'zh'] as const;

export type Language = (typeof speakable)[number];

/** What is set: a language, or whatever the system has. */
export type LanguageChoice = Language | 'system';

/** Names the language for the program; goes before what the system has. */
export const languageVariable = 'CORELANE_LANGUAGE';

/** Returns the language of a tag (`zh-Hans-CN`) or a locale (`zh_CN.UTF-8`); English for all others. */
export function languageOfLocale(tag: string): Language {
  return /^zh(?![a-z])/iu.test(tag) ? 'zh' : 'en';
}

/** Returns the language with exactly this name. */
export function namedLanguage(name: string | undefined): Language | undefined {
  return speakable.find((one) => one === name);
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the language that an environment's locale of messages has. */
export function systemLanguage(env: Environment): Language {
  return languageOfLocale([env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(Boolean) ?? '');
}

/** A command line without the option that names the language, and what that option names. */
export interface LanguageOption {
  readonly rest: readonly string[];
  /** As it was written; the last where there are more. */
  readonly name?: string;
}

/** Takes `--language zh` or `--language=zh` out of a command line, wherever it stands before a `--`. */
export function takeLanguage(args: readonly string[]): LanguageOption {
  const rest: string[] = [];
  let name: string | undefined;
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    if (at < end && word === '--language') {
      at += 1;
      name = args[at] ?? '';
    } else if (at < end && word.startsWith('--language=')) {
      name = word.slice('--language='.length);
    } else rest.push(word);
  }
  return { rest, ...defined({ name }) };
}

/** Returns the language that a user names: on the command line, else in the program's own variable. */
export function askedLanguage(name: string | undefined, env: Environment): Language | undefined {
  return namedLanguage(name) ?? namedLanguage(env[languageVariable]);
}

/** Returns what the program's own variable names where that is asked for, and is no language that it speaks. */
export function unknownLanguage(name: string | undefined, env: Environment): string | undefined {
  const named = env[languageVariable] ?? '';
  return name !== undefined || named === '' || namedLanguage(named) !== undefined
    ? undefined
    : named;
}
