// The locale that Intl is given for numbers and lists, by the language of the messages.
import { language } from './message';
import type { Language } from './texts';

/** English as the messages are written: no comma before the last of a list. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB' };

/** Returns the locale that Intl is given. */
export function intlLocale(): string {
  return locales[language()];
}
