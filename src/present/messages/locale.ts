// How the language of the messages writes what is no message: the locale for Intl.
import { language } from './message';
import type { Language } from './texts';

/** English as the messages are written: no comma before the last of a list. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB' };

/** The locale of numbers and lists. */
export function locale(): string {
  return locales[language()];
}
