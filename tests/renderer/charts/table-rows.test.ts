import { describe, expect, it } from 'vitest';
import { tableRows } from '@renderer/charts/table-rows';
import { makeReport } from '../../helpers/make-report';

const { cells } = makeReport({ taskNs: 3000, experiment: { tasks: 2, repeats: 5 } });

describe('rows of the results table', () => {
  it('hold cold times or warm ones, the fastest first by either', () => {
    for (const basis of ['cold', 'warm'] as const) {
      const rows = tableRows(cells, basis);
      const medians = rows.map(({ cold }) => cold!.median);
      expect(medians).toEqual([...medians].sort((a, b) => a - b));
      for (const row of rows) {
        const cell = cells.find(({ id }) => id === row.id)!;
        expect(row.cold).toEqual(cell[basis]);
        expect(row.speedup).toBe(basis === 'cold' ? cell.speedupCold : cell.speedup);
        expect(row.times).toHaveLength(5);
        expect(row.note).not.toBe('');
      }
      expect(rows.filter(({ chosen }) => chosen)).toHaveLength(1);
    }
  });

  it('rank another way first where starting workers is all there is to pay', () => {
    expect(tableRows(cells, 'cold')[0]!.strategy).toBe('serial');
    expect(tableRows(cells, 'warm')[0]!.strategy).not.toBe('serial');
  });

  it('have no time where a cell has none on that basis', () => {
    const [first, ...rest] = cells;
    const { warm: _w, medianWarmNs: _m, ...without } = first!;
    const rows = tableRows([{ ...without, trials: [] }, ...rest], 'warm');
    expect(rows.at(-1)).toMatchObject({ id: first!.id, times: [] });
    expect(rows.at(-1)!.cold).toBeUndefined();
  });
});
