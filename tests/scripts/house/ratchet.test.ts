// The ratchet turns one way: what has risen fails, what has fallen is kept.
import { expect, it } from 'vitest';
import { countAll } from '../../../scripts/lib/house/counters.mjs';
import { compare, lower, readTable, tablePage } from '../../../scripts/lib/house/ratchet.mjs';
import { ROOT } from '../../../scripts/lib/paths.mjs';

const row = { name: 'spreads', what: 'spreads', measured: 5, target: 0 };
const files = { name: 'files', what: 'files', measured: 10, target: 5, grows: true };

it('fails a row that has risen with one sentence that names the table', () => {
  const { risen, fallen } = compare([row, files], { spreads: 6, files: 99 });
  expect(risen).toHaveLength(1);
  expect(risen[0]).toMatch(/^spreads: 6, and at most 5 are allowed\. .*scripts\/ratchet\.json\.$/);
  expect(fallen).toEqual([]);
});

it('lets a row that is below its target rise up to it', () => {
  const low = { ...row, target: 8 };
  expect(compare([low], { spreads: 8 }).risen).toEqual([]);
  expect(compare([low], { spreads: 9 }).risen).toHaveLength(1);
});

it('says which rows have fallen', () => {
  expect(compare([row], { spreads: 4 })).toEqual({
    risen: [],
    fallen: ['spreads: 4, down from 5.'],
  });
});

it('fails a row that nothing counts', () => {
  expect(compare([row], {}).risen).toHaveLength(1);
});

it('takes over lower values, values within the target, and the rows that are shown', () => {
  const rows = [row, { ...row, name: 'other' }, { ...row, name: 'within', target: 8 }, files];
  const lowered = lower(rows, { spreads: 6, other: 2, within: 7, files: 99 });
  expect(lowered.map(({ measured }) => measured)).toEqual([5, 2, 7, 99]);
});

it('has a counter for each row of the table, and a row for each counter', () => {
  expect(
    readTable(ROOT)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(countAll(ROOT)).sort());
});

it('shows value, target and note on the page', () => {
  expect(tablePage([{ ...row, note: 'generated' }])).toContain('| spreads | 5 | 0 | generated |');
});
