// The languages by name.
import type { Language } from '@shared/claims';

export const languageNames: Readonly<Record<Language, string>> = {
  node: 'JavaScript',
  python: 'Python',
};
