import {
  intervalDetail,
  joinSentences,
  listParts,
  measured,
  sentence,
} from '@analysis/verdict/clauses';
import { describe, expect, it } from 'vitest';

const fast = measured('6× faster', 'row', 'threads-8', 'interval 5× to 7×');

describe('joinSentences', () => {
  it('puts a space between sentences, leaves empty ones out, and joins plain words', () => {
    const strong = { text: 'Use 8 threads:', strong: true };
    const clauses = joinSentences([
      sentence(strong, ' ', fast, ', 2 s.'),
      [],
      sentence('Processes take more.'),
    ]);
    expect(clauses).toEqual([strong, { text: ' ' }, fast, { text: ', 2 s. Processes take more.' }]);
  });
});

describe('measured', () => {
  it('takes a cell, its id or none', () => {
    expect(measured('a', 'lane', { id: 'serial-1' }, 'b').evidence?.cell).toBe('serial-1');
    expect(measured('a', 'break-even', undefined, 'b').evidence).toEqual({
      place: 'break-even',
      detail: 'b',
    });
  });
});

describe('listParts', () => {
  it.each([
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('%j', (parts, expected) => {
    const joined = listParts(parts.map((part) => sentence(part)));
    expect(joined.map(({ text }) => text).join('')).toBe(expected);
  });
});

describe('intervalDetail', () => {
  it('says when there is none', () => {
    expect(intervalDetail({ ratio: 6, low: 5.9, high: 6.1 })).toBe('interval 5.90× to 6.10×');
    expect(intervalDetail({ ratio: 6 })).toBe('6.00×, no interval');
  });
});
