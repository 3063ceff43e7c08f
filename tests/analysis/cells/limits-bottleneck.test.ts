import { nameBottleneck } from '@analysis/cells/limits';
import type { LossFacts } from '@analysis/cells/losses';
import type { WorkerTime } from '@analysis/cells/worker-time';
import { expandCells } from '@shared/experiment/cells';
import { experimentSchema, type ExperimentInput } from '@shared/experiment/experiment';
import type { CellReport, TrialReport } from '@shared/report/report';
import { describe, expect, it } from 'vitest';
import { makeTrial } from '../../helpers/make/trial';

type Strategy = ExperimentInput['strategies'][number];

/** Milliseconds of each part; the run phase is dispatch, compute and idle together. */
interface Parts {
  readonly spawn?: number;
  readonly ready?: number;
  readonly handOut?: number;
  readonly compute?: number;
  readonly idle?: number;
  readonly collect?: number;
  readonly join?: number;
}

interface Shape {
  readonly strategy?: Strategy;
  readonly parts?: Parts;
  /** Absent: not sampled. */
  readonly time?: WorkerTime | 'not sampled';
  readonly serialTime?: WorkerTime;
  readonly usableCores?: number;
  readonly coresBusy?: number;
  readonly surroundings?: TrialReport['surroundings'];
  /** Length of the cell's tasks against serial's, and how many each worker has. */
  readonly taskRatio?: number;
  readonly tasksEach?: number;
}

const ms = (value = 0): number => value * 1e6;

function cellFor(strategy: Strategy, over: Partial<CellReport>): CellReport {
  const { strategies, placement } = experimentSchema.parse({
    version: 1,
    name: 'one strategy',
    workload: { kind: 'powers' },
    strategies: [strategy],
  });
  const [cell] = expandCells({ strategies, placement }, 2);
  if (cell === undefined) throw new Error('one strategy gives one cell');
  return { ...cell, outliers: [], trials: [], emptyTrials: [], ...over };
}

function spansOf(tasks: number, lengthNs: number): TrialReport['spans'] {
  const all = Array.from({ length: tasks }, (_, task) => task);
  return {
    task: all,
    worker: all.map(() => 0),
    startNs: all.map((task) => task * lengthNs),
    endNs: all.map((task) => (task + 1) * lengthNs),
  };
}

/** 2 threads on 2 cores in 100 ms of tasks, each on its core, unless told otherwise. */
function facts({
  strategy = { kind: 'threads', workers: 2 },
  parts = {},
  time = { onCpu: 0.98, queued: 0.01 },
  serialTime = { onCpu: 0.99, queued: 0 },
  usableCores = 2,
  coresBusy,
  surroundings,
  taskRatio = 1,
  tasksEach = 8,
}: Shape): LossFacts {
  const { spawn, ready, handOut, compute = 100, idle, collect, join } = parts;
  const split = { handOutNs: ms(handOut), computeNs: ms(compute), idleNs: ms(idle) };
  const plain = cellFor(strategy, {});
  const trial = makeTrial({
    spans: spansOf(tasksEach * plain.workers, ms(10 * taskRatio)),
    ...(surroundings !== undefined && { surroundings }),
  });
  return {
    cell: { ...plain, trials: [trial], ...(coresBusy !== undefined && { coresBusy }) },
    phases: {
      spawnNs: ms(spawn),
      readyNs: ms(ready),
      runNs: split.handOutNs + split.computeNs + split.idleNs,
      collectNs: ms(collect),
      joinNs: ms(join),
    },
    split,
    time: time === 'not sampled' ? undefined : time,
    serial: cellFor({ kind: 'serial' }, { trials: [makeTrial({ spans: spansOf(8, ms(10)) })] }),
    serialTime,
    usableCores,
  };
}

const bottleneckOf = (shape: Shape) => nameBottleneck(facts(shape));

describe('nameBottleneck', () => {
  it('finds none where tasks on a core dominate', () => {
    expect(bottleneckOf({ parts: { spawn: 4, compute: 95, collect: 1 } })).toEqual({
      kind: 'none',
      fact: { kind: 'none', ns: 93.1e6, coldNs: 100e6 },
    });
  });

  it('goes by the samples where there are any', () => {
    expect(bottleneckOf({ coresBusy: 0.1 })?.kind).toBe('none');
  });

  it('names starting, with its share', () => {
    const found = bottleneckOf({ parts: { spawn: 30, ready: 8, compute: 60, join: 2 } });
    expect(found).toEqual({
      kind: 'start-up',
      share: 0.4,
      fact: { kind: 'start-up', ns: 40e6, coldNs: 100e6 },
    });
  });

  it('names messaging: dispatch and collecting', () => {
    const found = bottleneckOf({
      parts: { handOut: 20, compute: 75, collect: 5 },
      time: { onCpu: 0.75, queued: 0 },
    });
    expect(found).toMatchObject({ kind: 'messaging', share: 0.25 });
  });

  it('names imbalance: workers that are done while the last still runs', () => {
    const found = bottleneckOf({
      parts: { compute: 70, idle: 30 },
      time: { onCpu: 0.7, queued: 0 },
    });
    expect(found).toMatchObject({ kind: 'imbalance', share: 0.3 });
  });

  it('names the run queue, because of too many workers', () => {
    const found = bottleneckOf({
      strategy: { kind: 'threads', workers: 8 },
      time: { onCpu: 0.25, queued: 0.75 },
    });
    expect(found).toEqual({
      kind: 'run-queue',
      share: 0.75,
      fact: { kind: 'run-queue', ns: 75e6, coldNs: 100e6, usableCores: 2, workers: 8 },
    });
  });

  it('names the run queue, because of others and of a quota', () => {
    const found = bottleneckOf({
      time: { onCpu: 0.6, queued: 0.4 },
      surroundings: { spanNs: 100e6, othersCpuNs: 90e6, throttledNs: 12e6 },
    });
    expect(found).toMatchObject({ kind: 'run-queue', share: 0.4 });
    expect(found?.fact).toMatchObject({ othersCores: 0.9, throttledNs: 12e6 });
    expect(found?.fact).not.toHaveProperty('workers');
  });

  it('names no cause of the run queue that was not measured', () => {
    const found = bottleneckOf({ time: { onCpu: 0.6, queued: 0.4 } });
    expect(found?.fact).toEqual({ kind: 'run-queue', ns: 40e6, coldNs: 100e6, usableCores: 2 });
  });

  it('names waiting: in tasks, off the cores, not queued', () => {
    const waits: Shape = { time: { onCpu: 0.03, queued: 0.01 } };
    expect(bottleneckOf(waits)).toMatchObject({ kind: 'waiting', share: 0.96 });
    const async64 = { strategy: { kind: 'async', workers: 64 }, ...waits } as const;
    expect(bottleneckOf(async64)).toMatchObject({ kind: 'waiting' });
  });

  it('does not take a worker without a task for one that waits in it', () => {
    const found = bottleneckOf({
      parts: { handOut: 20, compute: 30, idle: 50 },
      time: { onCpu: 0.3, queued: 0 },
    });
    expect(found?.kind).toBe('imbalance');
  });

  it('names memory: longer tasks than in serial, each worker on a core of its own', () => {
    const found = bottleneckOf({ taskRatio: 1.5 });
    expect(found?.kind).toBe('memory');
    expect(found?.share).toBeCloseTo(0.98 / 3, 12);
    expect(found?.fact).toMatchObject({ kind: 'memory', slowdown: 1.5 });
  });

  it.each([
    ['a little longer', { taskRatio: 1.12 }],
    ['queued as well', { taskRatio: 1.5, time: { onCpu: 0.91, queued: 0.08 } }],
    ['with more workers than cores', { taskRatio: 1.5, usableCores: 1 }],
    ['while code is compiled', { taskRatio: 1.5, tasksEach: 2 }],
  ] satisfies readonly (readonly [string, Shape])[])(
    'does not blame memory for tasks %s',
    (_, shape) => {
      expect(bottleneckOf(shape)?.kind).toBe('none');
    },
  );
});

describe('an interpreter lock', () => {
  const turns = { onCpu: 0.25, queued: 0.02 };
  const four: Shape = { strategy: { kind: 'threads', workers: 4 }, usableCores: 8, time: turns };

  it('shows in threads that keep one core busy together though serial computes', () => {
    const found = bottleneckOf(four);
    expect(found).toMatchObject({ kind: 'interpreter-lock', share: 0.73 });
    expect(found?.fact).toMatchObject({ threads: 4, coresBusy: 1, usableCores: 8 });
  });

  it.each([
    ['serial waits too', { ...four, serialTime: { onCpu: 0.3, queued: 0 } }],
    ['each process has one thread', { ...four, strategy: { kind: 'processes', workers: 4 } }],
    ['two cores are busy', { ...four, time: { onCpu: 0.5, queued: 0.02 } }],
  ] satisfies readonly (readonly [string, Shape])[])('does not where %s', (_, shape) => {
    expect(bottleneckOf(shape)?.kind).toBe('waiting');
  });

  it('does not where there is one core', () => {
    expect(bottleneckOf({ ...four, usableCores: 1 })?.kind).toBe('waiting');
  });
});

describe('without samples', () => {
  const unsampled: Shape = { time: 'not sampled', coresBusy: 1.96 };

  it('names what the phases tell', () => {
    expect(bottleneckOf({ ...unsampled, parts: { spawn: 50 } })?.kind).toBe('start-up');
  });

  it('finds none where the cores were busy, and says nothing where they were not', () => {
    expect(bottleneckOf(unsampled)?.kind).toBe('none');
    expect(bottleneckOf({ ...unsampled, coresBusy: 1.5 })).toBeUndefined();
    expect(bottleneckOf({ ...unsampled, coresBusy: 0.1 })).toBeUndefined();
  });

  it('says nothing where more workers than cores may have queued or waited', () => {
    const eight = { strategy: { kind: 'threads', workers: 8 } } as const;
    expect(bottleneckOf({ ...unsampled, ...eight })).toBeUndefined();
  });

  it('takes nothing for computing where the CPU time is not known either', () => {
    expect(bottleneckOf({ time: 'not sampled' })).toBeUndefined();
  });

  it('does not name a loss that is smaller than what is not known', () => {
    const mostlyWaiting = { ...unsampled, coresBusy: 0.1, parts: { spawn: 20, compute: 100 } };
    expect(bottleneckOf(mostlyWaiting)).toBeUndefined();
    const mostlyStarting = { ...unsampled, coresBusy: 0.1, parts: { spawn: 200, compute: 100 } };
    expect(bottleneckOf(mostlyStarting)?.kind).toBe('start-up');
  });

  it('says nothing of a trial that took no time', () => {
    expect(bottleneckOf({ parts: { compute: 0 } })).toBeUndefined();
  });
});
