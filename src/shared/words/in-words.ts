// Small counts as words, as a sentence wants them.
import { groupDigits } from '../base/format';

const words = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** `two`, `twelve`, `1,024`. */
export function inWords(count: number): string {
  return words[count] ?? groupDigits(count);
}

/** The same with a capital letter, to begin a sentence. */
export function capitalised(count: number): string {
  const word = inWords(count);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `1 trial`, `45 trials`. */
export function counted(count: number, one: string): string {
  return `${groupDigits(count)} ${one}${count === 1 ? '' : 's'}`;
}
