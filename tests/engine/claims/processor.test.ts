import { claimNoteText } from '@present/words/claims/notes';
import { describe, expect, it } from 'vitest';
import { countsFor, tooFast } from '@engine/claims/processor';
import { makeFigure } from '../../helpers/make/figure';

describe('the numbers of workers that work for the processor is tried with', () => {
  it.each([
    [1, [1]],
    [2, [1, 2, 4]],
    [8, [1, 8, 16]],
  ])('with %d cores are %j', (cores, counts) => {
    expect(countsFor(cores)).toEqual(counts);
  });
});

describe('a speed-up that the cores cannot give', () => {
  const speedup = (strategy: string, x: number, values: readonly number[], runtime: string) =>
    makeFigure('speedup', strategy, values, {
      x,
      runtime,
      unit: 'times',
      label: `${strategy} ${x}`,
    });

  it('is told with how unsteady serial was, the largest of a runtime', () => {
    const figures = [
      speedup('serial', 1, [0.9, 1, 1.2], '3.11'),
      speedup('processes', 2, [2, 2.08, 2.1], '3.11'),
      speedup('processes', 4, [1.7, 2.21, 2.4], '3.11'),
      speedup('serial', 1, [1], 'node'),
      speedup('threads', 4, [1.9], 'node'),
    ];
    expect(tooFast(figures, 2).map(claimNoteText)).toEqual([
      'processes 4 measured 2.21×, above the core count: the serial baseline was unstable, 0.90× to 1.20× of its median. Run it again.',
    ]);
  });

  it('is not one that they can, nor what a single worker gains by chance', () => {
    const figures = [
      speedup('processes', 4, [3.9], 'node'),
      speedup('threads', 1, [1.12], 'node'),
      speedup('threads', 2, [2.08], '3.11'),
    ];
    expect(tooFast(figures.slice(0, 2), 4)).toEqual([]);
    expect(tooFast(figures, 4)).toHaveLength(1);
  });
});
