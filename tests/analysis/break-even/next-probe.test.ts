// The search against machines whose costs are known: where it says that workers begin to pay must
// be where the model says so.
import { describe, expect, it } from 'vitest';
import { crossingsOf, gridPoints } from '@analysis/break-even/crossings';
import { resolution } from '@analysis/break-even/column';
import { nextProbe, type SearchProbe } from '@analysis/break-even/next-probe';
import {
  parallelStrategies,
  type Answered,
  type ParallelStrategy,
  type SearchSpace,
} from '@analysis/break-even/space';
import type { Answer } from '@shared/report/findings';
import { seededShares } from '@analysis/stats/random';

/** A machine: what starting and each task costs, and how many tasks run at once. */
interface Costs {
  readonly startNs: Readonly<Record<ParallelStrategy, number>>;
  readonly perTaskNs: Readonly<Record<ParallelStrategy, number>>;
  readonly speed: number;
  /** Time of one task by its size. */
  readonly taskNs: (size: number) => number;
}

const ordinary: Costs = {
  startNs: { threads: 60e6, processes: 140e6 },
  perTaskNs: { threads: 1e3, processes: 30e3 },
  speed: 2,
  taskNs: (size) => 2e3 + size,
};

const columns = [2, 8, 32, 128, 512, 2048];

function spaceOf(costs: Costs, over: Partial<SearchSpace> = {}): SearchSpace {
  const known = [1, 4, 16, 64, 256, 1e3, 1e4, 1e5, 1e6, 1e7].map((size) => ({
    size,
    taskNs: costs.taskNs(size),
  }));
  return {
    columns,
    range: { min: 1, max: 1e9 },
    parallel: costs.speed,
    known,
    closed: new Set(),
    ...over,
  };
}

const serialNs = (costs: Costs, tasks: number, size: number): number => tasks * costs.taskNs(size);

function strategyNs(costs: Costs, strategy: ParallelStrategy, tasks: number, size: number): number {
  const work = serialNs(costs, tasks, size) / Math.min(costs.speed, tasks);
  return costs.startNs[strategy] + tasks * costs.perTaskNs[strategy] + work;
}

/** Measures a probe on the model; a difference below 3 % is not found. */
function measure(
  costs: Costs,
  probe: Omit<SearchProbe, 'serialNs'>,
  noise: () => number,
): Answered {
  const { tasks, size } = probe;
  const serial = serialNs(costs, tasks, size) * noise();
  const ns: Partial<Record<ParallelStrategy, number>> = {};
  const answers: Partial<Record<ParallelStrategy, Answer>> = {};
  for (const strategy of probe.strategies) {
    ns[strategy] = strategyNs(costs, strategy, tasks, size) * noise();
    const ratio = (ns[strategy] ?? 0) / serial;
    answers[strategy] = ratio < 0.97 ? 'faster' : ratio > 1.03 ? 'slower' : 'no-difference';
  }
  return { tasks, size, ns: { ...ns, serial }, answers };
}

function search(costs: Costs, over: Partial<SearchSpace> = {}, noise = (): number => 1) {
  const space = spaceOf(costs, over);
  const points: Answered[] = [];
  for (let probe = nextProbe(space, points); probe; probe = nextProbe(space, points)) {
    expect(points.length, 'the search ends').toBeLessThan(200);
    expect(points).not.toContainEqual(
      expect.objectContaining({ tasks: probe.tasks, size: probe.size }),
    );
    points.push(measure(costs, probe, noise));
  }
  return { space, points, crossings: crossingsOf(space, points) };
}

/** The size from which the strategy beats serial by 3 %, found by trying every one in turn. */
function trueCrossing(costs: Costs, strategy: ParallelStrategy, tasks: number): number {
  let [low, high] = [1, 1e9];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const faster =
      strategyNs(costs, strategy, tasks, middle) < serialNs(costs, tasks, middle) * 0.97;
    if (faster) high = middle;
    else low = middle + 1;
  }
  return low;
}

function expectBrackets(costs: Costs, found: ReturnType<typeof search>, slack = 1): void {
  for (const { tasks, crossings } of found.crossings) {
    for (const strategy of parallelStrategies) {
      const truth = trueCrossing(costs, strategy, tasks);
      const crossing = crossings.find((one) => one.strategy === strategy);
      const { belowSize = 0, fromSize = Infinity } = crossing ?? {};
      expect(belowSize, `${strategy} at ${tasks}`).toBeLessThan(truth * slack);
      expect(fromSize, `${strategy} at ${tasks}`).toBeGreaterThanOrEqual(truth / slack);
      expect(costs.taskNs(fromSize)).toBeLessThanOrEqual(
        Math.max(costs.taskNs(belowSize) * resolution * 1.13, costs.taskNs(belowSize + 1)),
      );
    }
  }
}

describe('the search for the break-even', () => {
  it('brackets the true crossing of both ways at every number of tasks', () => {
    const found = search(ordinary);
    expect(found.crossings.map(({ tasks }) => tasks)).toEqual(columns);
    expectBrackets(ordinary, found);
  });

  it.each([
    ['tasks that grow with the cube', { taskNs: (size: number) => 500 + (size / 100) ** 3 }],
    ['a slow start', { startNs: { threads: 300e6, processes: 600e6 } }],
    ['a quick start', { startNs: { threads: 2e6, processes: 9e6 } }],
    ['eight cores', { speed: 8 }],
    ['processes that start quicker than threads', { startNs: { threads: 90e6, processes: 50e6 } }],
    ['expensive dispatch', { perTaskNs: { threads: 1e3, processes: 80e3 } }],
  ])('does so with %s', (_, over) => {
    const costs: Costs = { ...ordinary, ...over };
    const found = search(costs);
    expect(found.crossings).toHaveLength(columns.length);
    expectBrackets(costs, found);
  });

  it('finds it in noisy times to within the noise', () => {
    const next = seededShares(5);
    const noise = (): number => 0.98 + 0.04 * next();
    expectBrackets(ordinary, search(ordinary, {}, noise), 1.15);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is not led astray by disturbed times: seed %i', (seed) => {
    const next = seededShares(seed);
    // One median in ten is up to three times as long.
    const noise = (): number => (next() < 0.1 ? 1 + 2 * next() : 1 + 0.1 * next());
    const known = spaceOf(ordinary).known.map(({ size, taskNs }) => ({
      size,
      taskNs: taskNs * noise(),
    }));
    const { points, crossings } = search(ordinary, { known }, noise);
    expect(points.length).toBeLessThan(70);
    expect(crossings).toHaveLength(columns.length);
    const fromSizes = crossings.flatMap((column) =>
      column.crossings.flatMap(({ strategy, fromSize }) =>
        fromSize === undefined ? [] : [fromSize / trueCrossing(ordinary, strategy, column.tasks)],
      ),
    );
    // Most of them are near the truth.
    const near = fromSizes.filter((ratio) => ratio > 0.5 && ratio < 3);
    expect(near.length).toBeGreaterThanOrEqual(0.6 * columns.length * 2);
  });

  it('takes far fewer points than a grid as fine', () => {
    const { points } = search(ordinary);
    expect(points.length).toBeLessThan(48);
    expect(gridPoints(points)).toBeGreaterThan(3 * points.length);
  });

  it('does not measure a strategy whose answer longer tasks have given', () => {
    const { points } = search(ordinary);
    points.forEach((point, index) => {
      const before = points.slice(0, index).filter(({ tasks }) => tasks === point.tasks);
      for (const strategy of parallelStrategies) {
        const implied = before.some(
          ({ answers, size }) =>
            answers[strategy] !== 'faster' && answers[strategy] && size > point.size,
        );
        if (implied) expect(point.answers[strategy]).toBeUndefined();
      }
    });
  });

  it('never asks for a point where serial takes more than 2 s', () => {
    const slow = { ...ordinary, startNs: { threads: 5e9, processes: 9e9 } };
    const { points } = search(slow);
    for (const { ns } of points) expect(ns.serial).toBeLessThanOrEqual(2.02e9);
  });

  it('finds that workers never pay where nothing runs at once', () => {
    const costs = { ...ordinary, speed: 1 };
    const { points, crossings } = search(costs);
    for (const column of crossings) {
      expect(column.crossings.map(({ strategy }) => strategy)).toEqual([...parallelStrategies]);
      for (const { fromSize, belowNs = 0 } of column.crossings) {
        expect(fromSize).toBeUndefined();
        // Given up only where starting is next to nothing beside the work.
        expect(belowNs * column.tasks).toBeGreaterThan(7 * ordinary.startNs.processes);
      }
    }
    expect(points.length).toBeLessThanOrEqual(3 * columns.length);
  });

  it('finds that they always pay where starting is free', () => {
    const free = { threads: 0, processes: 0 };
    const { crossings } = search({ ...ordinary, startNs: free, perTaskNs: free });
    for (const column of crossings) {
      for (const { belowSize, fromSize } of column.crossings) {
        expect([belowSize, fromSize]).toEqual([undefined, 1]);
      }
    }
  });

  it('comes to an end whatever the answers are', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const next = seededShares(seed);
      const space = spaceOf(ordinary);
      const points: Answered[] = [];
      for (let probe = nextProbe(space, points); probe; probe = nextProbe(space, points)) {
        expect(points.length).toBeLessThan(150);
        const measured = measure(ordinary, probe, () => 1 + next());
        const answers = Object.fromEntries(
          probe.strategies.map((strategy) => [
            strategy,
            (['faster', 'slower', 'no-difference'] as const)[Math.floor(3 * next())],
          ]),
        );
        points.push({ ...measured, answers });
      }
    }
  });

  it('leaves out columns whose least tasks take too long, and those given up', () => {
    const waits: Costs = { ...ordinary, taskNs: (size) => 1.1e6 + size * 1e6 };
    const range = { min: 0, max: 60_000 };
    const { crossings } = search(waits, { range, closed: new Set([8]) });
    expect(crossings.map(({ tasks }) => tasks)).toEqual([2, 32, 128, 512]);
  });

  it('ends where sizes have no value between', () => {
    const steps: Costs = { ...ordinary, taskNs: (size) => 2e3 + 35e6 * size ** 2 };
    const { crossings } = search(steps, { range: { min: 0, max: 100 }, columns: [2, 4] });
    expect(crossings.flatMap((column) => column.crossings)).toHaveLength(4);
    for (const column of crossings) {
      for (const { belowSize = 0, fromSize = 0 } of column.crossings) {
        expect(fromSize - belowSize).toBe(1);
      }
    }
  });

  it('does not take a disturbed point for the end of what it knows', () => {
    const space = spaceOf(ordinary, { columns: [32] });
    const at = (size: number, threads: Answer): Answered => ({
      ...measure(ordinary, { tasks: 32, size, strategies: parallelStrategies }, () => 1),
      answers: { threads, processes: 'slower' },
    });
    const points = [
      at(1, 'slower'),
      at(3e6, 'slower'),
      at(4.5e6, 'faster'),
      at(9e6, 'no-difference'),
    ];
    const threads = (given: readonly Answered[]) => crossingsOf(space, given)[0]?.crossings[0];
    expect(threads(points)).toMatchObject({ belowSize: 3e6, fromSize: 4.5e6 });
    // What was slower there was not faster before.
    expect(threads([...points, at(2e7, 'slower'), at(3e7, 'faster')])).toMatchObject({
      belowSize: 2e7,
      fromSize: 3e7,
    });
    // And between the two no difference is one step further.
    const between = [...points, at(2e7, 'slower'), at(2.4e7, 'no-difference'), at(3e7, 'faster')];
    expect(threads(between)).toMatchObject({ belowSize: 2.4e7, fromSize: 3e7 });
  });

  it('says nothing of a strategy that is not settled', () => {
    const space = spaceOf(ordinary);
    const floor = measure(ordinary, { tasks: 2, size: 1, strategies: parallelStrategies }, () => 1);
    expect(crossingsOf(space, [floor])).toEqual([]);
  });
});
