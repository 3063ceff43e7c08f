// Things one after another, in the language's own way.
import { intlLocale } from './intl-locale';
import { message } from './message';

/** Chinese stands a space apart from letters and figures. */
function gap(before: string, after: string): '' | ' ' {
  const meet = `${before.slice(-1)}${after.slice(0, 1)}`;
  return /\p{Script=Han}[a-z\d]|[a-z\d]\p{Script=Han}/iu.test(meet) ? ' ' : '';
}

function join(items: readonly string[], type: Intl.ListFormatOptions['type']): string {
  const parts = new Intl.ListFormat(intlLocale(), { type }).formatToParts(items);
  return parts.reduce((before, { value }) => before + gap(before, value) + value, '');
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

/** Sentences one after another, as the language sets them. */
export function paragraph(sentences: readonly string[]): string {
  const [first = '', ...others] = sentences;
  return others.reduce((before, next) => message('sentence-after', { before, next }), first);
}
