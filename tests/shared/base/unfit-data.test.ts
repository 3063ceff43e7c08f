// What may be walked over at all, whoever sends it.
import { complaintInWords } from '../../helpers/in-words';
import { expect, test } from 'vitest';
import { experimentProblems } from '@shared/experiment/parse-experiment';
import { experimentLimits, findUnfit, type DataLimits } from '@shared/base/unfit-data';

const unfit = (input: unknown, of: DataLimits) => complaintInWords(findUnfit(input, of));

const limits: DataLimits = { depth: 3, entries: 5, values: 20, characters: 50 };

test('is bounded in every direction, and each bound names its place', () => {
  expect(unfit({ a: [1, { b: 'c' }] }, limits)).toBeUndefined();
  expect(unfit({ a: [1, { b: [] }] }, limits)).toEqual({
    path: 'a[1].b',
    text: 'nests deeper than 3 levels. Flatten it.',
  });
  expect(unfit({ a: [1, 2, 3, 4, 5, 6] }, limits)?.path).toBe('a');
  expect(
    unfit(
      Array.from({ length: 5 }, () => [1, 2, 3, 4]),
      limits,
    )?.text,
  ).toBe('holds more than 20 values.');
  expect(unfit(['x'.repeat(51)], limits)?.text).toBe('holds more than 50 characters.');
  expect(unfit({ ['x'.repeat(51)]: 1 }, limits)?.text).toContain('characters');
});

test('loops over nothing that only says it is long', () => {
  const start = performance.now();
  expect(unfit(new Array(4e9), experimentLimits)?.text).toMatch(/^has 4,000,000,000 entries/);
  expect(experimentProblems({ strategies: new Array(4e9) })).toHaveLength(1);
  const ring: unknown[] = [];
  ring.push(ring, ring);
  expect(unfit(ring, experimentLimits)?.text).toMatch(/nests deeper|more than/);
  expect(performance.now() - start).toBeLessThan(3000);
});

test('where only JSON is meant, holds nothing else', () => {
  const json = { ...experimentLimits, json: true } as const;
  for (const value of [NaN, Infinity, undefined, () => 1, 1n, new Date(0), new Map()]) {
    expect(unfit({ a: [value] }, json)?.path).toBe('a[0]');
  }
  expect(unfit({ a: [null, true, 'x', 1, {}, Object.create(null)] }, json)).toBeUndefined();
});
