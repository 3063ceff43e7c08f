// Things one after another, in the language's own way.
import { message } from './message';

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  return message('list-last', { rest: items.slice(0, -1).join(message('list-separator')), last });
}

/** At most `max` of them; the others are counted: `a, b and 3 more`. */
export function listSome(items: readonly string[], max = 4): string {
  if (items.length <= max) return list(items);
  const shown = items.slice(0, max - 1);
  return message('list-more', {
    rest: shown.join(message('list-separator')),
    count: items.length - shown.length,
  });
}

/** `a`, `a or b`, `a, b or c`. */
export function listAny(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  return message('list-or', { rest: items.slice(0, -1).join(message('list-separator')), last });
}
