// The break-even of the article's functions as figures: a size where one was found, otherwise a bound.
import { claimNoteText } from '@present/words/claims/notes';
import { describe, expect, it } from 'vitest';
import { notesOfSearch, paysFigures } from '@engine/claims/pays';
import type { BreakEven, BreakEvenPoint, Crossing } from '@shared/report/break-even';

/** A point with the times of serial, threads and processes, in ms. */
function point(taskMs: number, times: readonly [number, number, number]): BreakEvenPoint {
  const cells = ['serial', 'threads', 'processes'];
  return {
    ...{ tasks: 2, size: taskMs, taskNs: taskMs * 1e6, winner: 'undecided' },
    times: cells.map((cell, index) => ({ cell, coldNs: [(times[index] ?? 0) * 1e6] })),
  };
}

function search(
  points: readonly BreakEvenPoint[],
  crossings: readonly Crossing[],
  status: BreakEven['status'] = 'done',
): { readonly breakEven: BreakEven } {
  return {
    breakEven: {
      parameter: 'iterations',
      cells: { serial: 'serial', threads: 'threads', processes: 'processes' },
      points: [...points],
      columns: crossings.length === 0 ? [] : [{ tasks: 2, crossings: [...crossings] }],
      ...{ status, durationNs: 1, trials: 1, gridTrials: 1 },
    },
  };
}

const told = (searched: { readonly breakEven: BreakEven }) =>
  paysFigures(searched).map(({ quantity, variant, median }) => [quantity, variant, median]);

describe('the break-even as figures', () => {
  it('is the size from which each strategy pays', () => {
    const crossings: Crossing[] = [
      { strategy: 'threads', belowNs: 40e6, fromNs: 60e6 },
      { strategy: 'processes', belowNs: 100e6, fromNs: 150e6 },
    ];
    expect(told(search([point(40, [80, 90, 150])], crossings))).toEqual([
      ['pays-from', 'threads', 60e6],
      ['pays-from', 'processes', 150e6],
    ]);
  });

  it('is a bound where a strategy was faster at no size', () => {
    const crossings: Crossing[] = [
      { strategy: 'threads', belowNs: 40e6, fromNs: 60e6 },
      { strategy: 'processes', belowNs: 100e6 },
    ];
    expect(told(search([], crossings))[1]).toEqual(['pays-not-up-to', 'processes', 100e6]);
  });

  it('is a bound of both from the points of a search that ran out of time', () => {
    const points = [point(1, [2, 50, 150]), point(70, [140, 150, 160]), point(90, [180, 120, 190])];
    const searched = search(points, [], 'budget');
    expect(told(searched)).toEqual([
      ['pays-not-up-to', 'threads', 70e6],
      ['pays-not-up-to', 'processes', 90e6],
    ]);
    expect(notesOfSearch(searched).map(claimNoteText)).toEqual([
      'The search for the break-even was ended by its time budget.',
    ]);
  });

  it('is nothing without a search, or without points', () => {
    expect(paysFigures({})).toEqual([]);
    expect(notesOfSearch({})).toEqual([]);
    expect(paysFigures(search([], []))).toEqual([]);
    expect(notesOfSearch(search([], []))).toEqual([]);
  });
});
