import { joinClauses, joinSentences, sayClauses } from '@present/words/clauses';
import { intervalDetail } from '@present/words/verdict/cells';
import { describe, expect, it } from 'vitest';

const row = { place: 'row', cell: 'threads-8', detail: 'interval 5× to 7×' } as const;
const values = { cell: '8 threads', ratio: '6×', time: '2 s', serialTime: '12 s' };

describe('sayClauses', () => {
  it('marks the words that the message marks', () => {
    expect(sayClauses('verdict-faster', values, { row })).toEqual([
      { text: 'Use 8 threads:', strong: true },
      { text: ' ' },
      { text: '6× faster than serial', evidence: row },
      { text: ', 2 s instead of 12 s, cold.' },
    ]);
  });

  it('takes no mark from a value, and says the value as it is', () => {
    const cell = '</strong><row>x</row>\u{F0001}';
    const clauses = sayClauses('verdict-faster', { ...values, cell }, { row });
    expect(clauses).toHaveLength(4);
    expect(clauses[0]).toEqual({ text: 'Use </strong><row>x</row>:', strong: true });
  });

  it('places clauses of another message as they are', () => {
    const limit = [{ text: 'so it is', evidence: row }];
    expect(sayClauses('verdict-limit', { cell: 'a', limit })).toEqual([
      { text: 'With a, ' },
      ...limit,
      { text: '.' },
    ]);
  });

  it('fails where a mark has no evidence', () => {
    expect(() => sayClauses('verdict-faster', values)).toThrow('no evidence for <row>');
  });
});

describe('joinSentences', () => {
  it('puts a space between sentences, leaves empty ones out, and joins plain words', () => {
    const clauses = joinSentences([
      [{ text: 'fast', evidence: row }, { text: ', 2 s.' }],
      [],
      [{ text: 'Processes take more.' }],
    ]);
    expect(clauses).toEqual([
      { text: 'fast', evidence: row },
      { text: ', 2 s. Processes take more.' },
    ]);
    expect(joinClauses(clauses)).toBe('fast, 2 s. Processes take more.');
  });
});

describe('intervalDetail', () => {
  it('says when there is none', () => {
    expect(intervalDetail({ ratio: 6, low: 5.9, high: 6.1 })).toBe('interval 5.90× to 6.10×');
    expect(intervalDetail({ ratio: 6, low: 5, high: 7, confidence: 0.9 })).toBe(
      'range 5.00× to 7.00×',
    );
    expect(intervalDetail({ ratio: 6 })).toBe('6.00×, no interval');
    expect(intervalDetail(undefined)).toBe('not known, no interval');
  });
});
