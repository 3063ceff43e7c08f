import { describe, expect, it } from 'vitest';
import { noteText } from '@present/words/engine/notes';
import {
  cellsToRepeat,
  noteRepeating,
  fits,
  standingOf,
  type CellProgress,
} from '@engine/run/repeat-until';
import { expandCells } from '@shared/experiment/cells';
import type { Until } from '@shared/experiment/experiment';

const [serial, threads, processes] = expandCells(
  {
    strategies: [
      { kind: 'serial' },
      { kind: 'threads', workers: 2 },
      { kind: 'processes', workers: 2 },
    ],
    placement: 'host',
  },
  2,
);
if (serial === undefined || threads === undefined || processes === undefined) throw new Error();

const until = { precision: 0.02, most: 8, budgetSeconds: 60 };

/** A cell with these cold times in ms; each trial took 50 ms more in all. */
const progress = (
  cell: CellProgress['cell'],
  coldMs: readonly number[],
  trials = coldMs.length,
): CellProgress => ({
  cell,
  trials,
  coldNs: coldMs.map((ms) => ms * 1e6),
  spentNs: coldMs.map((ms) => (ms + 50) * 1e6),
});

const steady = [1000, 1001, 1002, 999, 1000, 1001];
const wide = [1000, 1200, 900, 1100, 1050];

describe('the standing of a cell', () => {
  it.each([
    ['precise', steady, 6],
    ['open', wide, 5],
    ['open', [], 0],
    ['most', [...wide, 1000, 1200, 900], 8],
    // Trials that failed count towards the most.
    ['most', wide, 8],
    // Nothing would be learnt from another one.
    ['failing', [], 5],
    // The range of five times is no 95 % interval.
    ['open', [1000, 1000, 1000, 1000, 1000], 5],
  ] as const)('is %s for %j of %i trials', (standing, coldMs, trials) => {
    expect(standingOf(progress(serial, coldMs, trials), until)).toBe(standing);
  });
});

describe('the next round', () => {
  const all = [progress(serial, steady), progress(threads, wide), progress(processes, wide)];

  it('has only the cells that are not precise', () => {
    expect(cellsToRepeat(all, until, 60e9)).toEqual(['threads-2', 'processes-2']);
  });

  it('has only what can be expected to end within the budget, all together', () => {
    // Each is expected to take its median of 1.1 s.
    expect(cellsToRepeat(all, until, 2.3e9)).toEqual(['threads-2', 'processes-2']);
    expect(cellsToRepeat(all, until, 2.1e9)).toEqual(['threads-2']);
    expect(cellsToRepeat(all, until, 1.0e9)).toEqual([]);
    expect(cellsToRepeat(all, until, -1)).toEqual([]);
  });

  it('takes a shorter cell where a longer one does not fit', () => {
    const short = progress(processes, [10, 20, 10, 30, 10]);
    expect(cellsToRepeat([progress(threads, wide), short], until, 0.5e9)).toEqual(['processes-2']);
  });

  it('is none where all are precise, at their most, or failing', () => {
    const settled = [
      progress(serial, steady),
      progress(threads, wide, 8),
      progress(processes, [], 5),
    ];
    expect(cellsToRepeat(settled, until, 60e9)).toEqual([]);
  });

  it('goes by how long trials took in all, not by their cold times', () => {
    expect(fits(progress(threads, [1000]), 1.05e9)).toBe(true);
    expect(fits(progress(threads, [1000]), 1.04e9)).toBe(false);
  });
});

const describeRepeating = (progress: readonly CellProgress[], until: Until): string =>
  noteText(noteRepeating(progress, until));

describe('why the repeating ended', () => {
  it('is that all are precise', () => {
    expect(describeRepeating([progress(serial, steady), progress(threads, steady)], until)).toBe(
      'Precision 2 % reached by 2 of 2 cells.',
    );
  });

  it('is told of each cell that is not, with how precise it is', () => {
    const text = describeRepeating(
      [
        progress(serial, steady),
        progress(threads, [...wide, 1000, 1200, 900]),
        progress(processes, wide),
      ],
      until,
    );
    expect(text).toMatch(
      /^Precision 2 % reached by 1 of 3 cells; threads 2 stopped at 8 trials with ±[\d.]+ %; processes 2 stopped at 5 trials with ±[\d.]+ %, the time budget of 60 s\.$/,
    );
  });

  it('tells of a cell without times, and makes up no precision', () => {
    const text = describeRepeating([progress(serial, [], 5), progress(threads, [1000], 1)], {
      ...until,
      precision: 0.005,
    });
    expect(text).toBe(
      'Precision 0.5 % reached by 0 of 2 cells; serial 1 has failed trials only; ' +
        'threads 2 stopped at 1 trial, the time budget of 60 s.',
    );
  });
});
