// Things one after another, in the language's own way.
import { intlLocale } from './intl-locale';
import { message } from './message';

function join(items: readonly string[], type: Intl.ListFormatOptions['type']): string {
  return new Intl.ListFormat(intlLocale(), { type }).format(items);
}

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  return join(items, 'conjunction');
}

/** At most `max` of them; the others are counted: `a, b and 3 more`. */
export function listSome(items: readonly string[], max = 4): string {
  if (items.length <= max) return list(items);
  const shown = items.slice(0, max - 1);
  return list([...shown, message('list-more', { count: items.length - shown.length })]);
}

/** `a`, `a or b`, `a, b or c`. */
export function listAny(items: readonly string[]): string {
  return join(items, 'disjunction');
}
