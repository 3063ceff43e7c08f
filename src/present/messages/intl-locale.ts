// The locale that Intl is given for numbers and lists, by the language of the messages.
import type { Language } from '@shared/base/language';
import { language } from './message';

/** English as the messages are written: no comma before the last of a list. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', zh: 'zh-Hans-CN' };

const pageTags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-Hans' };

/** Returns the locale that Intl is given. */
export function intlLocale(): string {
  return locales[language()];
}

/** Returns what a page says of its language: the `lang` of its HTML. */
export function pageLanguage(): string {
  return pageTags[language()];
}
