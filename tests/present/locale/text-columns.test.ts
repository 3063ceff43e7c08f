// Widths in a terminal: a Chinese character takes two columns.
import { expect, it } from 'vitest';
import { widthInColumns, cutToColumns, padLeft, padRight } from '@present/locale/text-columns';

it.each([
  ['', 0],
  ['threads 2', 9],
  ['线程 2', 6],
  ['（1.91×）', 9],
  ['±2 % · 3 µs – …', 15],
  ['e\u0301', 1],
  ['한국 ｶﾅ かな', 12],
  ['\u{20000}', 2],
])('%s takes %d columns', (text, columns) => {
  expect(widthInColumns(text)).toBe(columns);
});

it('pads to columns, and leaves what is wider', () => {
  expect([padRight('线程', 6), padLeft('线程', 6), padRight('线程', 3)]).toEqual([
    '线程  ',
    '  线程',
    '线程',
  ]);
});

it('cuts to columns, never through a character', () => {
  expect(cutToColumns('线程 2', 6)).toBe('线程 2');
  expect(cutToColumns('线程 2', 3)).toBe('线');
  expect(cutToColumns('threads', 0)).toBe('');
});
