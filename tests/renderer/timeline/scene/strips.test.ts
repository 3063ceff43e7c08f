// What stands for many lanes: the heat of cores, their mean, tasks of a folded group; and the marks of moves.
import { describe, expect, it } from 'vitest';
import { foldSteps } from '@renderer/timeline/scene/fold';
import { cellAt, heatCells, meanCells } from '@renderer/timeline/scene/heat';
import { moveMarks } from '@renderer/timeline/scene/moves';
import { bufferOf, ms, samples, spans, trackOf } from '../../helpers/events';

/** 1 px a millisecond. */
const scale = { fromNs: 0, toNs: 100 * ms, x0: 0, x1: 100 };
/** 10 ms a px. */
const coarse = { fromNs: 0, toNs: 1000 * ms, x0: 0, x1: 100 };

const begun = { type: 'trial-begin', trial: 0, atNs: 0 } as const;

describe('the heat of a core', () => {
  const { coreRows } = bufferOf(
    begun,
    samples(0, {
      cores: [
        [20, 0.5, 0],
        [40, 1, Number.NaN],
        [80, 0.25, 1],
      ],
      workers: [[40, 1, 20, 0, 4]],
    }),
  );

  it('is one cell a sample, with its share and the worker that was seen', () => {
    expect(heatCells(coreRows, 0, 0, scale)).toEqual([
      { x0: 0, x1: 20, share: 0.5, by: -1, ns: 20 * ms },
      { x0: 20, x1: 40, share: 1, by: 1, ns: 20 * ms },
      { x0: 60, x1: 80, share: 0.25, by: -1, ns: 20 * ms },
    ]);
  });

  it('has no cell where it was not sampled, nor a worker of another trial', () => {
    expect(heatCells(coreRows, 1, 0, scale).map(({ x0, share }) => [x0, share])).toEqual([
      [0, 0],
      [60, 1],
    ]);
    expect(heatCells(coreRows, 0, 3, scale).map(({ by }) => by)).toEqual([-1, -1, -1]);
  });

  it('is the mean of a column where samples are narrower than that', () => {
    const cores = Array.from({ length: 10 }, (_, n) => [20 * (n + 1), n % 2, 0]);
    const { coreRows: many } = bufferOf(begun, samples(0, { cores }));
    const narrow = { ...coarse, toNs: 2000 * ms };
    const cells = heatCells(many, 0, 0, narrow);
    expect(cells.map(({ share, ns }) => [share, ns / ms])).toEqual(
      Array.from({ length: 5 }, () => [0.5, 40]),
    );
  });

  it('is found at an x', () => {
    const cells = heatCells(coreRows, 0, 0, scale);
    expect([cellAt(cells, 25)?.share, cellAt(cells, 50)]).toEqual([1, undefined]);
  });

  it('has a mean over all cores that were sampled', () => {
    expect(meanCells(coreRows, scale).map(({ share }) => share)).toEqual([0.25, 1, 0.625]);
  });
});

describe('the strip of a folded group', () => {
  it('is as high as the share of its workers in a task', () => {
    const { workers } = trackOf(
      0,
      spans(0, [
        [0, 0, 10, 50],
        [1, 1, 30, 70],
      ]),
    );
    expect(foldSteps(workers, scale, 1)).toEqual([
      { x0: 10, x1: 30, share: 0.5 },
      { x0: 30, x1: 50, share: 1 },
      { x0: 50, x1: 70, share: 0.5 },
    ]);
  });

  it('leaves nothing out that is narrower than a column', () => {
    const { workers } = trackOf(0, spans(0, [[0, 0, 505, 506]]));
    expect(foldSteps(workers, coarse, 1)).toEqual([{ x0: 50, x1: 52, share: 1 / 32 }]);
  });
});

describe('moves between cores', () => {
  it('are marked at the end of the sample that saw the worker on another core', () => {
    const rows = [
      [20, 0, 20, 0, 4],
      [40, 0, 20, 0, 6],
      [60, 0, 20, 0, 6],
      [80, 0, 20, 0, 4],
    ];
    const { workers } = trackOf(0, samples(0, { workers: rows }));
    expect(moveMarks(workers[0]!, scale)).toEqual([
      { x: 40, atNs: 40 * ms, from: 4, to: 6, count: 1 },
      { x: 80, atNs: 80 * ms, from: 6, to: 4, count: 1 },
    ]);
    const later = { ...scale, fromNs: 70 * ms, toNs: 170 * ms };
    expect(moveMarks(workers[0]!, later).map(({ from, to }) => [from, to])).toEqual([[6, 4]]);
  });

  it('are one mark with their number where they lie too near', () => {
    const rows = [4, 6, 4, 6].map((core, n) => [20 * (n + 1), 0, 20, 0, core]);
    const { workers } = trackOf(0, samples(0, { workers: rows }));
    expect(moveMarks(workers[0]!, coarse)).toEqual([
      { x: 8, atNs: 80 * ms, from: 4, to: 6, count: 3 },
    ]);
  });

  it('are none where the core is not known', () => {
    const rows = [4, -1, 6].map((core, n) => [20 * (n + 1), 0, 20, 0, core]);
    const { workers } = trackOf(0, samples(0, { workers: rows }));
    expect(moveMarks(workers[0]!, scale)).toEqual([]);
  });
});
