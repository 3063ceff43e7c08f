import { mistakeInWords } from '../../helpers/in-words';
import { expect, it } from 'vitest';
import { findJsonMistake } from '@shared/base/json-mistake';

const accepts = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

it.each([
  ['{ "a": 1, }', 1, 9, 'Remove this comma: nothing follows it.'],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'Put a comma before this.'],
  ['{\n  a: 1\n}', 2, 3, 'Put the name a in double quotes.'],
  ["{ 'a': 1 }", 1, 3, 'Use double quotes.'],
  ['{ "a": \'b\' }', 1, 8, 'Use double quotes.'],
  ['{ "a" 1 }', 1, 7, 'Put a colon after the name.'],
  ['{ "a": }', 1, 8, 'Write a value after the colon.'],
  ['{ "a": [1, 2 }', 1, 14, 'Close it with ] first.'],
  ['{ "a": 1', 1, 9, 'Close it with }.'],
  ['{ "a": "b }', 1, 8, 'Close the text with a double quote.'],
  ['{ "a": .5 }', 1, 8, 'Begin the number with a digit, as in 0.5.'],
  ['{ "a": 012 }', 1, 8, 'Write the number in digits, as 12, 0.5 or 1e3.'],
  ['{ "a": True }', 1, 8, 'Write true.'],
  ['{ "a": red }', 1, 8, 'Put red in double quotes.'],
  ['{ "a": "c:\\dir" }', 1, 11, 'Write \\\\ for a backslash.'],
  ['{ // why\n "a": 1 }', 1, 3, 'Remove the comment: JSON has none.'],
  ['{} {}', 1, 4, 'Remove what follows the end.'],
  ['', 1, 1, 'Write a value.'],
])('tells the place of %s', (text, line, column, remedy) => {
  expect(mistakeInWords(text)).toEqual({ line, column, remedy });
});

it('finds a mistake exactly where the parser does', () => {
  const parts = '{}[]:,"\\ \n\t-+.01eEtx\'/#'
    .split('')
    .concat(['true', 'null', '"a"', '{"a":', '\\u00e']);
  let state = 7;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  let good = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const text = Array.from({ length: 1 + next(7) }, () => parts[next(parts.length)]).join('');
    const accepted = accepts(text);
    good += Number(accepted);
    expect([text, findJsonMistake(text) === undefined]).toEqual([text, accepted]);
  }
  // Else it has compared refusals alone.
  expect(good).toBeGreaterThan(150);
});
