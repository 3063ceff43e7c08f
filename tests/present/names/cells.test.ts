import { labelCell, labelOf, nameCell, subjectsOf } from '@present/names/cells';
import { expandCells } from '@shared/experiment/cells';
import { describe, expect, it } from 'vitest';

const cells = expandCells(
  {
    placement: 'host',
    strategies: [
      { kind: 'serial' },
      { kind: 'async', workers: 8 },
      { kind: 'threads', workers: [1, 2] },
      { kind: 'threads', workers: 2, placement: 'main' },
      { kind: 'processes', workers: 1 },
      { kind: 'hybrid', processes: 4, threads: 2 },
    ],
  },
  2,
);

describe('names of cells', () => {
  it('reads in a sentence and as a label', () => {
    expect(
      cells.map((cell) => `${nameCell(cell)}, ${subjectsOf(cell)} | ${labelCell(cell)}`),
    ).toEqual([
      'serial, 1 | serial 1',
      'async with 8 at once, 1 | async 8',
      '1 thread, 1 | threads 1',
      '2 threads, 2 | threads 2',
      '2 threads in the main process, 2 | threads 2 main',
      '1 process, 1 | processes 1',
      '4 processes of 2 threads, 4 | hybrid 4×2',
    ]);
  });

  it('names what a fact has, a cell or a name', () => {
    expect(cells.slice(-1).map(labelOf)).toEqual(['hybrid 4×2']);
    expect(labelOf('threads, SharedArrayBuffer')).toBe('threads, SharedArrayBuffer');
  });
});
