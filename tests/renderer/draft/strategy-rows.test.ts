import { pythonKinds } from '@shared/experiment/strategies';
import { describe, expect, it } from 'vitest';
import type { Strategy } from '@shared/experiment/experiment';
import {
  countsOf,
  defaultEntries,
  offeredConcurrency,
  offeredCounts,
  pairsOf,
  replaceRow,
  setCounts,
  setPairs,
  rowsOf,
  type StrategyRow,
} from '@renderer/draft/strategy-rows';

const threads: StrategyRow = { id: 'threads', kind: 'threads' };
const strategies: readonly Strategy[] = [
  { kind: 'processes', workers: [2, 4] },
  { kind: 'serial' },
  { kind: 'threads', workers: 'cores' },
  { kind: 'threads', workers: 8, placement: 'main' },
  { kind: 'hybrid', processes: [2, 4], threads: 2 },
  { kind: 'hybrid', processes: 4, threads: 3 },
];

describe('rows of Strategies', () => {
  it('has one row a strategy, and one for threads whose place is written', () => {
    expect(rowsOf(strategies).map(({ id }) => id)).toEqual([
      'serial',
      'async',
      'threads',
      'threads-main',
      'processes',
      'hybrid',
      ...pythonKinds,
    ]);
  });

  it('reads "cores", single counts and lists', () => {
    expect(countsOf(strategies, threads, 6)).toEqual([6]);
    expect(countsOf(strategies, { id: 'processes', kind: 'processes' }, 6)).toEqual([2, 4]);
    expect(
      countsOf(strategies, { id: 'threads-main', kind: 'threads', placement: 'main' }, 6),
    ).toEqual([8]);
  });

  it('changes one row and leaves the others as they were written, in their places', () => {
    const next = setCounts(strategies, threads, [4, 2, 4]);
    expect(next[2]).toEqual({ kind: 'threads', workers: [2, 4] });
    expect(next.filter((_, index) => index !== 2)).toEqual(
      strategies.filter((_, index) => index !== 2),
    );
  });

  it('keeps where the threads of a row are spawned', () => {
    const row: StrategyRow = { id: 'threads-main', kind: 'threads', placement: 'main' };
    expect(setCounts(strategies, row, [3])[3]).toEqual({
      kind: 'threads',
      workers: 3,
      placement: 'main',
    });
  });

  it('puts a row that was not chosen in the order of the rows', () => {
    const next = replaceRow(
      [{ kind: 'serial' }, { kind: 'hybrid', processes: 2, threads: 2 }],
      threads,
      [{ kind: 'threads', workers: 2 }],
    );
    expect(next.map(({ kind }) => kind)).toEqual(['serial', 'threads', 'hybrid']);
  });

  it('leaves an empty list for validation to complain about when the last count goes', () => {
    expect(setCounts(strategies, threads, [])[2]).toEqual({ kind: 'threads', workers: [] });
    expect(setPairs(strategies, []).at(-1)).toEqual({ kind: 'hybrid', processes: [], threads: 2 });
  });

  it('groups hybrid pairs by their threads', () => {
    expect(pairsOf(strategies, 8)).toEqual([
      { processes: 2, threads: 2 },
      { processes: 4, threads: 2 },
      { processes: 4, threads: 3 },
    ]);
    const next = setPairs(strategies, [
      { processes: 4, threads: 3 },
      { processes: 8, threads: 2 },
      { processes: 2, threads: 2 },
    ]);
    expect(next.filter(({ kind }) => kind === 'hybrid')).toEqual([
      { kind: 'hybrid', processes: 4, threads: 3 },
      { kind: 'hybrid', processes: [2, 8], threads: 2 },
    ]);
  });

  it('starts a row with what belongs to it', () => {
    expect(defaultEntries({ id: 'threads-main', kind: 'threads', placement: 'main' })).toEqual([
      { kind: 'threads', workers: 'cores', placement: 'main' },
    ]);
    expect(defaultEntries({ id: 'async', kind: 'async' })).toEqual([
      { kind: 'async', workers: 'cores' },
    ]);
  });
});

describe('counts to offer', () => {
  it.each([
    [1, [1, 2]],
    [2, [1, 2, 3, 4]],
    [8, [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16]],
    [64, [1, 2, 4, 8, 16, 32, 48, 64, 96, 128]],
  ])('goes up to the cores and to twice as many: %i', (cores, expected) => {
    expect(offeredCounts(cores)).toEqual(expected);
  });

  it('offers more tasks at once than cores', () => {
    expect(offeredConcurrency(2)).toEqual([1, 2, 4, 16, 64]);
  });
});
