// A text with a few places changed: cut, doubled, put in, repeated.
import type { Chance } from './random';

const pieces: readonly string[] = [
  ...['"', "'", '{', '}', '[', ']', ',', ':', '\\', '\\u00', '\n', '\r\n', '\0', ' ', '\t'],
  ...['null', 'NaN', 'Infinity', '-', '-1', '1e400', '1e-400', '9007199254740993', '00', '.5'],
  ...[
    '//',
    '#',
    '\ufeff',
    '\ud800',
    '\u202e',
    'max',
    ' kB',
    '-0',
    '4294967295',
    '99999999999999999999',
  ],
  ...['"a":1,"a":2', '"__proto__":{},', '"x":{"length":1e9},'],
];

const repeated: readonly string[] = ['[', '{"a":', '(', ',', '"', '\\', '9', ' ', '\n'];

function changedOnce(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  const length = chance.in(0.8) ? 1 + chance.below(8) : chance.below(text.length);
  switch (chance.below(7)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(at + length);
    case 2:
      return text.slice(0, at + length) + text.slice(at);
    case 3:
      return text.slice(0, at) + String.fromCharCode(chance.below(256)) + text.slice(at + 1);
    case 4:
      return (
        text.slice(0, at) + chance.of(repeated).repeat(chance.of([2, 100, 3000])) + text.slice(at)
      );
    default:
      return text.slice(0, at) + chance.of(pieces) + text.slice(at + chance.below(3));
  }
}

/** The text with up to `most` changes. */
export function mutateText(text: string, chance: Chance, most: number): string {
  let mutated = text;
  for (let changes = 1 + chance.below(most); changes > 0; changes -= 1) {
    mutated = changedOnce(mutated, chance);
  }
  return mutated;
}
