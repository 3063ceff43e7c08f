import { describe, expect, it } from 'vitest';
import { sampleTables } from '@shared/report/tables';
import { Table } from '@shared/base/table';
import { CoreRows } from '@renderer/model/core-rows';
import { coreLane } from '@renderer/timeline/scene/core-lane';
import { laneGroups } from '@renderer/timeline/scene/lanes/lane-order';
import { loopLane } from '@renderer/timeline/scene/loop-lane';
import type { LiveEvent } from '@shared/report/live';
import { heapLane, memoryLane } from '@renderer/timeline/scene/memory-lane';
import { lowerBound } from '@renderer/model/search';
import { clampedX, nsAt, xOf } from '@renderer/timeline/scene/time-scale';
import { spanBars, stateCells, underWayFromX } from '@renderer/timeline/scene/worker-lane';
import { ms, sampleColumns, samples, spans, trackOf, trialOf, workers } from '../../helpers/events';

/** 1 px a millisecond, from 0 to 100. */
const scale = { fromNs: 0, toNs: 100 * ms, x0: 0, x1: 100 };
/** 1 px for 100 ms. */
const coarse = { fromNs: 0, toNs: 10_000 * ms, x0: 0, x1: 100 };

describe('lowerBound', () => {
  it('finds the first entry that is large enough, within the rows alone', () => {
    const values = Float64Array.from([1, 3, 3, 7, 0, 0]);
    expect([0, 1, 2, 3, 7, 8].map((value) => lowerBound(values, 4, value))).toEqual([
      0, 0, 1, 1, 3, 4,
    ]);
  });
});

describe('the time scale', () => {
  it('goes to pixels and back, and can be kept inside the plot', () => {
    const odd = { fromNs: 50, toNs: 150, x0: 10, x1: 30 };
    expect(xOf(odd, 100)).toBe(20);
    expect(nsAt(odd, 20)).toBe(100);
    expect([clampedX(odd, 0), clampedX(odd, 1000)]).toEqual([10, 30]);
  });
});

describe('coreLane', () => {
  function rows(sampled: Parameters<typeof sampleColumns>[1]): CoreRows {
    const made = new CoreRows(2);
    made.append(sampleColumns(0, sampled), [4, 6]);
    return made;
  }

  it('joins the samples of one worker and parts them where it changed', () => {
    const made = rows({
      cores: [
        [20, 1, 0],
        [40, 0.5, 0],
        [60, 1, 0],
      ],
      workers: [
        [20, 0, 20, 0, 4],
        [40, 0, 10, 0, 4],
        [60, 1, 20, 0, 4],
      ],
    });
    const lane = coreLane(made, 0, 0, scale);
    expect(lane.map(({ by, x0, x1 }) => [by, x0, x1])).toEqual([
      [0, 0, 40],
      [1, 40, 60],
    ]);
    expect(lane[0]?.steps.map(({ high }) => high)).toEqual([1, 0.5]);
    expect(coreLane(made, 1, 0, scale)).toEqual([]);
  });

  it('shows other programs, and other trials, as nobody of ours', () => {
    const made = rows({ cores: [[20, 0.4, 0]], workers: [[20, 0, 8, 0, 4]] });
    expect(coreLane(made, 0, 0, scale)[0]?.by).toBe(0);
    expect(coreLane(made, 0, 7, scale)[0]?.by).toBe(-1);
    expect(coreLane(rows({ cores: [[20, 0.4, 0]] }), 0, 0, scale)[0]?.by).toBe(-1);
  });

  it('keeps the least and the greatest of a pixel column', () => {
    const many = Array.from({ length: 100 }, (_, n) => [(n + 1) * 20, n === 50 ? 0.9 : 0.1, 0]);
    const steps = coreLane(rows({ cores: many }), 0, 0, coarse).flatMap((one) => one.steps);
    expect(steps.length).toBeLessThanOrEqual(20);
    expect(steps.some(({ low, high }) => low === 0.1 && high === 0.9)).toBe(true);
    expect(steps.slice(0, -1).every(({ x0, x1 }) => x1 - x0 >= 1 - 1e-9)).toBe(true);
  });

  it('cuts what lies outside the window', () => {
    const made = rows({
      cores: [
        [20, 1, 0],
        [120, 1, 0],
      ],
    });
    expect(coreLane(made, 0, 0, scale).map(({ x0, x1 }) => [x0, x1])).toEqual([[0, 20]]);
    const late = { ...scale, fromNs: 10 * ms, toNs: 110 * ms };
    expect(coreLane(made, 0, 0, late).map(({ x0, x1 }) => [x0, x1])).toEqual([
      [0, 10],
      [90, 100],
    ]);
  });

  it('draws nothing where the core was idle or not known', () => {
    const made = rows({
      cores: [
        [20, 0, 0],
        [40, Number.NaN, 0],
      ],
    });
    expect(coreLane(made, 0, 0, scale)).toEqual([]);
  });
});

describe('spanBars', () => {
  it('gives a task where it ran, with its position in the track', () => {
    const track = trackOf(
      0,
      spans(0, [
        [7, 0, 10, 30],
        [8, 0, 30, 60],
        [9, 0, 150, 160],
      ]),
    );
    expect(spanBars(track.workers[0]!, scale)).toEqual([
      { x0: 10, x1: 30, row: 0, index: 0, task: 7, count: 1 },
      { x0: 30, x1: 60, row: 0, index: 1, task: 8, count: 1 },
    ]);
  });

  it('finds a long task that began before others which ended before it', () => {
    const rows = [
      [0, 0, 0, 5],
      [1, 0, 6, 8],
      [2, 0, 1, 95],
    ];
    const track = trackOf(trialOf.async, spans(trialOf.async, rows));
    const window = { ...scale, fromNs: 50 * ms, toNs: 60 * ms };
    expect(spanBars(track.workers[0]!, window).map(({ task, row }) => [task, row])).toEqual([
      [2, 1],
    ]);
  });

  it('makes one bar of tasks too narrow to tell apart, and counts them', () => {
    const rows = Array.from({ length: 50 }, (_, n) => [n, 0, n * 10, n * 10 + 9]);
    const bars = spanBars(trackOf(0, spans(0, rows)).workers[0]!, coarse);
    expect(bars).toHaveLength(1);
    expect(bars[0]).toMatchObject({ x0: 0, count: 50, index: 0 });
    expect(bars[0]?.x1).toBeCloseTo(4.99);
  });

  it('does not swallow a wide task beside narrow ones', () => {
    const rows = [
      [0, 0, 0, 10],
      [1, 0, 11, 20],
      [2, 0, 21, 900],
    ];
    const bars = spanBars(trackOf(0, spans(0, rows)).workers[0]!, coarse);
    expect(bars.map(({ count }) => count)).toEqual([2, 1]);
  });
});

describe('stateCells', () => {
  it('gives the shares of each sample, never more than the whole', () => {
    const rows = [
      [20, 0, 15, 5, 4],
      [40, 0, 0, 0, 4],
      [60, 0, 25, 10, 4],
    ];
    const track = trackOf(0, samples(0, { workers: rows }));
    expect(stateCells(track.workers[0]!, scale)).toEqual([
      { x0: 0, x1: 20, run: 0.75, wait: 0.25 },
      { x0: 20, x1: 40, run: 0, wait: 0 },
      { x0: 40, x1: 60, run: 1, wait: 0 },
    ]);
  });

  it('averages the samples of one pixel column', () => {
    const rows = Array.from({ length: 10 }, (_, n) => [(n + 1) * 20, 0, n % 2 === 0 ? 20 : 0, 0]);
    const cells = stateCells(trackOf(0, samples(0, { workers: rows })).workers[0]!, coarse);
    expect(cells).toHaveLength(2);
    expect(cells[0]).toMatchObject({ x0: 0, x1: 1, run: 0.6 });
  });
});

describe('underWayFromX', () => {
  const at = (onCpu: number, wait: number) =>
    underWayFromX(
      trackOf(0, spans(0, [[0, 0, 10, 30]]), samples(0, { workers: [[60, 0, onCpu, wait, 4]] }))
        .workers[0]!,
      scale,
    );

  it('says from where a task runs that is not reported yet', () => {
    expect(at(20, 0)).toBe(30);
    expect(at(0, 20)).toBe(30);
  });

  it('says nothing of a worker that rests, or of which nothing is known', () => {
    expect(at(1, 0)).toBeUndefined();
    const unsampled = trackOf(0, spans(0, [[0, 0, 10, 30]])).workers[0]!;
    expect(underWayFromX(unsampled, scale)).toBeUndefined();
  });
});

describe('memoryLane', () => {
  const track = trackOf(
    trialOf.processes,
    samples(trialOf.processes, {
      resident: [
        [10, 70, 120, 60],
        [10, 80, 100, 60],
        [30, 70, 140, 60],
        [30, 80, 100, 60],
      ],
      memory: [
        [30, 70, 80, 60],
        [30, 80, 50, 30],
      ],
    }),
  );

  it('stacks private memory by process over what they share, from the first sample on', () => {
    const lane = memoryLane(track.memory, scale, 90 * ms);
    expect(lane.pids).toEqual([70, 80]);
    expect(lane.steps.map(({ x0, x1, known }) => [x0, x1, known])).toEqual([
      [10, 30, true],
      [30, 90, true],
    ]);
    expect(lane.steps.map(({ privates }) => privates)).toEqual([
      [40e6, 30e6],
      [60e6, 30e6],
    ]);
    expect(lane.steps.map(({ sharedBytes }) => sharedBytes)).toEqual([40e6, 40e6]);
    expect(lane.steps.map(({ totalBytes }) => totalBytes)).toEqual([110e6, 130e6]);
  });

  it('has a dot for each exact reading, at the top of its process', () => {
    const { dots } = memoryLane(track.memory, scale, 90 * ms);
    expect(dots.map(({ x, bytes, isTop }) => [x, bytes, isTop])).toEqual([
      [30, 100e6, false],
      [30, 130e6, true],
    ]);
  });

  it('holds the last sample before the window, without dots of before', () => {
    const window = { ...scale, fromNs: 40 * ms, toNs: 45 * ms };
    const lane = memoryLane(track.memory, window, 90 * ms);
    expect(lane.steps.map(({ totalBytes }) => totalBytes)).toEqual([130e6]);
    expect(lane.dots).toEqual([]);
  });

  it('keeps the scale of the whole trial, so that it does not jump', () => {
    const window = { ...scale, fromNs: 0, toNs: 15 * ms };
    const lane = memoryLane(track.memory, window, 90 * ms);
    expect(lane.ticks.at(-1)).toBeGreaterThanOrEqual(130e6);
  });

  it('has wider steps of many processes, each with the largest sum of its time', () => {
    const pids = Array.from({ length: 20 }, (_, index) => index);
    const resident = Array.from({ length: 50 }, (_, at) =>
      pids.map((pid) => [at, pid, at === 7 ? 90 : 50, 0]),
    ).flat();
    const many = trackOf(trialOf.processes, samples(trialOf.processes, { resident }));
    const { steps } = memoryLane(many.memory, scale, 50 * ms);
    expect(steps.length).toBeLessThan(20);
    expect(Math.max(...steps.map(({ totalBytes }) => totalBytes))).toBe(20 * 90e6);
    expect(steps.every(({ known }) => !known)).toBe(true);
  });
});

describe('heapLane', () => {
  const heaps = (worker: number, rows: readonly (readonly [number, number])[]): LiveEvent => ({
    type: 'heaps',
    trial: trialOf.threads,
    heaps: {
      atNs: rows.map(([at]) => at * ms),
      worker: rows.map(() => worker),
      usedBytes: rows.map(([, mb]) => mb * 1e6),
      totalBytes: rows.map(([, mb]) => mb * 2e6),
    },
  });

  it('stacks the heaps of the threads from where each has been read', () => {
    const { workers } = trackOf(
      trialOf.threads,
      heaps(0, [
        [10, 5],
        [40, 9],
      ]),
      heaps(1, [[20, 4]]),
    );
    const lane = heapLane(workers, scale, 90 * ms);
    expect(lane.workers).toEqual([0, 1]);
    expect(lane.steps.map(({ x0, x1, parts }) => [x0, x1, ...parts])).toEqual([
      [20, 40, 5e6, 4e6],
      [40, 90, 9e6, 4e6],
    ]);
    expect(lane.maxBytes).toBe(13e6);
  });

  it('has no step where nothing was read', () => {
    expect(heapLane(trackOf(trialOf.threads).workers, scale, 90 * ms)).toEqual({
      workers: [],
      steps: [],
      maxBytes: 0,
    });
  });

  it('keeps the largest of many readings', () => {
    const rows = Array.from({ length: 12_000 }, (_, at) => [at / 200, at === 77 ? 30 : 5] as const);
    const { workers } = trackOf(trialOf.threads, heaps(0, rows));
    expect(workers[0]?.heaps.length).toBeLessThanOrEqual(10_001);
    expect(heapLane(workers, scale, 90 * ms).maxBytes).toBe(30e6);
  });
});

describe('loopLane', () => {
  const loop = new Table(sampleTables.loop);
  for (const [at, max] of [
    [10, 1],
    [20, 12],
    [30, 2],
  ] as const) {
    loop.push({ atNs: at * ms, maxNs: max * ms });
  }

  it('draws each interval as wide as it was, and knows the worst', () => {
    const lane = loopLane(loop, scale);
    expect(lane.bars.map(({ x0, x1, maxNs }) => [x0, x1, maxNs / ms])).toEqual([
      [10, 20, 12],
      [20, 30, 2],
    ]);
    expect([lane.worst?.maxNs, lane.topNs]).toEqual([12 * ms, 16 * ms]);
  });

  it('takes a larger scale where a delay needs it', () => {
    const slow = new Table(sampleTables.loop);
    slow.push({ atNs: 10 * ms, maxNs: 0 });
    slow.push({ atNs: 90 * ms, maxNs: 70 * ms });
    expect(loopLane(slow, scale).topNs).toBe(100 * ms);
  });

  it('keeps the worst of a pixel column', () => {
    const lane = loopLane(loop, coarse);
    expect(lane.bars).toHaveLength(1);
    expect(lane.bars[0]?.maxNs).toBe(12 * ms);
  });
});

describe('laneGroups', () => {
  const track = trackOf(
    trialOf.hybrid,
    workers(trialOf.hybrid, [70, 70, 80, 80]),
    samples(trialOf.hybrid, {
      workers: [
        [20, 0, 2, 0, 6],
        [20, 1, 9, 0, 4],
        [20, 2, 20, 0, 6],
        [20, 3, 5, 0, 4],
      ],
    }),
  );
  const names = (order: Parameters<typeof laneGroups>[1]) =>
    laneGroups(track, order).map((group) => group.workers.map(({ worker }) => worker));

  it('groups lanes by process', () => {
    expect(names('worker')).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(laneGroups(track, 'worker').map(({ host }) => host)).toEqual([
      { index: 0, pid: 70 },
      { index: 1, pid: 80 },
    ]);
  });

  it('orders them by the core they ran on most, or by busy time', () => {
    expect(names('core')).toEqual([[1, 3, 0, 2]]);
    expect(names('busy')).toEqual([[2, 1, 3, 0]]);
  });
});
