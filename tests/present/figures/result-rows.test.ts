import { describe, expect, it } from 'vitest';
import { bestOfEach, resultRows } from '@present/figures/views';
import { makeReport } from '../../helpers/make/report';

const { cells } = makeReport({ taskNs: 3000, experiment: { tasks: 2, repeats: 5 } });

describe('rows of the results table', () => {
  it('hold cold times or warm ones, the fastest first by either', () => {
    for (const basis of ['cold', 'warm'] as const) {
      const rows = resultRows(cells, basis);
      const medians = rows.map(({ summary }) => summary!.median);
      expect(medians).toEqual([...medians].sort((a, b) => a - b));
      for (const row of rows) {
        const cell = cells.find(({ id }) => id === row.id)!;
        expect(row.summary).toEqual(cell[basis]);
        expect(row.speedup).toBe(basis === 'cold' ? cell.speedupCold : cell.speedup);
        expect(row.times).toHaveLength(5);
        expect(row.note).not.toBe('');
      }
      expect(rows.filter(({ chosen }) => chosen)).toHaveLength(1);
    }
  });

  it('rank another strategy first where starting workers is all there is to pay', () => {
    expect(resultRows(cells, 'cold')[0]!.strategy).toBe('serial');
    expect(resultRows(cells, 'warm')[0]!.strategy).not.toBe('serial');
  });

  it('have no time where a cell has none on that basis', () => {
    const [first, ...rest] = cells;
    const { warm: _w, medianWarmNs: _m, ...without } = first!;
    const rows = resultRows([{ ...without, trials: [] }, ...rest], 'warm');
    expect(rows.at(-1)).toMatchObject({ id: first!.id, times: [] });
    expect(rows.at(-1)!.summary).toBeUndefined();
  });
});

describe('the best count of each strategy', () => {
  const several = makeReport({
    cores: 4,
    experiment: {
      strategies: [
        { kind: 'serial' },
        { kind: 'threads', workers: [1, 2, 4] },
        { kind: 'threads', workers: [2, 4], placement: 'main' },
        { kind: 'processes', workers: [2, 4] },
      ],
    },
  }).cells;
  const rows = resultRows(several, 'cold');

  it('is its fastest, where threads in the app are a strategy of their own', () => {
    const best = bestOfEach(rows, several);
    const strategies = best.map(({ strategy, count }) => [strategy, count.includes('main')].join());
    expect(new Set(strategies)).toEqual(
      new Set(['serial,false', 'threads,false', 'threads,true', 'processes,false']),
    );
    for (const row of best.filter(({ chosen }) => !chosen)) {
      const rivals = rows.filter(
        ({ strategy, count }) =>
          strategy === row.strategy && count.includes('main') === row.count.includes('main'),
      );
      expect(row.summary!.median).toBe(Math.min(...rivals.map(({ summary }) => summary!.median)));
    }
  });

  it('comes with the strategy to use, and in the same order', () => {
    const last = rows.at(-1)!;
    const chosen = rows.map((row) => ({ ...row, chosen: row === last }));
    const best = bestOfEach(chosen, several);
    expect(best.at(-1)!.id).toBe(last.id);
    expect(best).toEqual(chosen.filter((row) => best.includes(row)));
  });
});
