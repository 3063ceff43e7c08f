// A benchmark that reckons or judges wrongly would be believed: the parts that do it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { benches } from '../../bench/benches.mjs';
import { budgets } from '../../bench/budgets.mjs';
import { readRequest } from '../../bench/lib/args.mjs';
import { interleave } from '../../bench/lib/interleave.mjs';
import { openResults } from '../../bench/lib/results.mjs';
import { coreShareRow, holdsBudget, missingRow, pairedRow } from '../../bench/lib/rows.mjs';
import { median, pairRatios, quantile, quartiles } from '../../bench/lib/stats.mjs';
import { summary, tableLine } from '../../bench/lib/table.mjs';
import { stopping } from '../../scripts/lib/lifecycle.mjs';

describe('statistics', () => {
  it('takes quantiles as R does by default', () => {
    // R 4: quantile(c(15, 20, 35, 40, 50), c(.05, .3, .4, .5, 1))
    const values = [50, 15, 40, 20, 35];
    const shares = [0.05, 0.3, 0.4, 0.5, 1];
    expect(shares.map((share) => quantile(values, share))).toEqual([16, 23, 29, 35, 50]);
    expect(values[0]).toBe(50);
  });

  it('gives the middle of an even number of values, and the middle half', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(quartiles([5, 1, 4, 2, 3])).toEqual([2, 4]);
    expect(quartiles([7])).toEqual([7, 7]);
    expect(() => median([])).toThrow();
  });

  it('pairs rounds, and refuses sides of different length', () => {
    expect(pairRatios([2, 9], [1, 3])).toEqual([2, 3]);
    expect(() => pairRatios([1], [1, 2])).toThrow();
  });
});

it('takes sides in turns, forwards and backwards', async () => {
  const order: string[] = [];
  const side = (name: string) => () => Promise.resolve(order.push(name));
  const taken = await interleave(3, { a: side('a'), b: side('b'), c: side('c') });
  expect(order.join('')).toBe('abccbaabc');
  expect(taken).toEqual({ a: [1, 6, 7], b: [2, 5, 8], c: [3, 4, 9] });
});

describe('rows', () => {
  const pair = (name: string, values: number[], others: number[]) =>
    pairedRow({ name, title: '', unit: 'ms', values, against: { name: 'it', values: others } });

  it('judges a ratio by the median of the rounds, not by the ratio of medians', () => {
    const row = pair('neighbour', [100, 210, 330], [100, 200, 300]);
    expect(row).toMatchObject({ value: 210, againstValue: 200, ratio: 1.05, n: 3 });
    expect(row).toMatchObject({ target: '≤ 1.03×', holds: false, against: 'it: 200 ms' });
    expect(pair('neighbour', [100, 206, 330], [100, 200, 300]).holds).toBe(true);
    expect(row.spread).toEqual([1.025, expect.closeTo(1.075)]);
  });

  it('judges at least and at most, values and ratios', () => {
    expect(holdsBudget('dispatch-threads', { value: 1, ratio: 40 })).toBe(true);
    expect(holdsBudget('dispatch-threads', { value: 1e9, ratio: 39.9 })).toBe(false);
    expect(holdsBudget('live', { value: 16, ratio: 99 })).toBe(true);
    expect(holdsBudget('live', { value: 16.1, ratio: 0 })).toBe(false);
    expect(holdsBudget('no such row', { value: 1, ratio: 1 })).toBeUndefined();
    expect(holdsBudget('live', { value: NaN, ratio: NaN })).toBe(false);
  });

  it('gives a share of a core as its own ratio', () => {
    const row = coreShareRow({ name: 'app-idle-cpu', title: '', values: [0.4, 0.6, 2] });
    expect(row).toMatchObject({ value: 0.6, ratio: 0.006, against: 'one core', holds: true });
  });

  it('invents nothing where nothing was measured', () => {
    const row = missingRow({ name: 'live', title: '', unit: 'ms' }, 'there is no Electron here.');
    expect(Object.keys(row).sort()).toEqual(['name', 'note', 'target', 'title', 'unit']);
    expect(summary([row, pair('live', [1], [1])], false)).toBe(
      '1 of 1 targets hold; not measured: live',
    );
    expect(tableLine(row, 4)).toMatch(/^live .*\n {2}not measured: there is no Electron here\.$/);
  });

  it('says which targets do not hold', () => {
    const rows = [pair('live', [20], [1]), pair('neighbour', [1], [1])];
    expect(summary(rows, false)).toBe('1 of 2 targets hold; not: live');
    expect(tableLine(pair('live', [20], [1]), 4)).toMatch(
      /^live +20 ms +it: 1 ms +20 +- +≤ 16 ms +NO$/,
    );
  });
});

describe('the command line', () => {
  const bench = (name: string, ...rows: string[]) => ({
    name,
    rows: rows.map((row) => ({ name: row })),
  });
  const known = [bench('one', 'one-a', 'one-b'), bench('two', 'two'), bench('three', 'three-a')];

  it('runs all, or those named, in the order of the list', () => {
    const rows = ['one-a', 'one-b', 'two', 'three-a'];
    expect(readRequest([], known)).toMatchObject({ rows, short: false, check: false });
    expect(readRequest(['three', 'one', '--short'], known)).toMatchObject({
      rows: ['one-a', 'one-b', 'three-a'],
      short: true,
    });
    expect(readRequest(['two', 'one-b'], known)).toMatchObject({ rows: ['one-b', 'two'] });
  });

  it('answers what it does not know with one sentence', () => {
    expect(readRequest(['four'], known)).toBe(
      'There is no bench and no row named four. The benches are: one, two, three; the rows stand in bench/budgets.mjs.',
    );
    expect(readRequest(['--fast'], known)).toMatch(/^Unknown option '--fast'\. Usage: [^\n]+$/);
    expect(readRequest(['--json'], known)).toMatch(/Usage/);
    expect(readRequest(['--json='], known)).toMatch(/--json needs a file/);
  });
});

it('has a bench for every budget, and no row twice', () => {
  const rows = benches.flatMap((bench) => bench.rows.map(({ name }) => name));
  expect(new Set(rows).size).toBe(rows.length);
  expect(Object.keys(budgets).filter((name) => !rows.includes(name))).toEqual([]);
});

describe('results', () => {
  const machine = {
    ...{ commit: undefined, cores: 2, processor: 'one', memoryBytes: 1, system: 'linux' },
    ...{ node: '20.19.0', electron: undefined, loadAverage: 0, at: '2026-01-01T00:00:00.000Z' },
  };

  it('are printed and in the file with each row, and complete at the end', () => {
    const folder = mkdtempSync(join(tmpdir(), 'corelane-results-'));
    try {
      const file = join(folder, 'deeper', 'rows.json');
      let printed = '';
      const print = (text: string) => void (printed += text);
      const read = () =>
        JSON.parse(readFileSync(file, 'utf8')) as { complete: boolean; rows: { name: string }[] };
      const results = openResults({ machine, short: false, names: ['live', 'x'], file, print });
      expect(read()).toMatchObject({ complete: false, rows: [], machine: { cores: 2 } });
      results.tell(missingRow({ name: 'live', title: '', unit: 'ms' }, 'it was not there.'));
      expect(printed).toMatch(/^2 cores .*\n\nname +value .*\nlive +- .*\n {2}not measured: .*\n$/);
      expect(read()).toMatchObject({ complete: false, rows: [{ name: 'live' }] });
      results.close();
      expect(read()).toMatchObject({ complete: true, rows: [{ name: 'live' }] });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a run that is stopped', () => {
  afterEach(() => {
    stopping.asked = false;
  });

  /** Two sides; the measurement of this number is ended by the stop, as a child is. */
  const stopAt = (last: number) => {
    let count = 0;
    const side = () => {
      count += 1;
      if (count < last) return Promise.resolve(count);
      stopping.asked = true;
      return Promise.reject(new Error('it was ended'));
    };
    return interleave(9, { a: side, b: side });
  };

  it('keeps the whole rounds', async () => {
    expect(await stopAt(6)).toEqual({ a: [1, 4], b: [2, 3] });
    stopping.asked = false;
    expect(await stopAt(3)).toEqual({ a: [1], b: [2] });
  });

  it('has no row of less than a round, nor of a bench that comes later', async () => {
    await expect(stopAt(2)).rejects.toThrow('it was ended');
    await expect(interleave(1, { a: () => Promise.resolve(1) })).rejects.toThrow('stopped');
  });
});
