import { textFailure } from '../../../helpers/failures';
import { describe, expect, it } from 'vitest';
import { extentOf } from '@renderer/timeline/scene/extent';
import { slowestTask, stepTask } from '@renderer/timeline/scene/hit';
import { describeAround, otherFigures } from '@renderer/timeline/scene/figures/other-figures';
import { describeSpanCores, describeSpan, spanFacts } from '@renderer/timeline/scene/span-facts';
import { rankCells } from '@renderer/timeline/scene/figures/ranking';
import { buildStrip, trialAt } from '@renderer/timeline/scene/trial-strip';
import * as timeLeft from '@renderer/timeline/scene/figures/time-left';
import { timelineTable } from '@renderer/timeline/scene/timeline-table';
import { endedTrial, type TrialFact } from '@renderer/model/trial-facts';
import { trialFigures } from '@renderer/timeline/scene/figures/trial-figures';
import { describeWork } from '@present/words/work';
import { cellName, hostName, workerLook } from '@renderer/timeline/scene/worker-look';
import {
  bufferOf,
  cells,
  experiment,
  ms,
  samples,
  spans,
  trackOf,
  trialOf,
  workers,
} from '../../helpers/events';

const threads = trialOf.threads;

describe('spanFacts', () => {
  const track = trackOf(
    threads,
    workers(threads, [70, 70]),
    spans(threads, [
      [5, 0, 10, 90],
      [6, 1, 40, 50],
    ]),
    samples(threads, {
      workers: [
        [20, 0, 20, 0, 4],
        [40, 0, 10, 10, 4],
        [60, 0, 20, 0, 6],
        [80, 0, 20, 0, 6],
        [100, 0, 20, 0, 6],
        [60, 1, 20, 0, 4],
      ],
    }),
  );

  it('tells where a task ran and for how long it waited', () => {
    const facts = spanFacts(track, { worker: 0, index: 0 })!;
    expect(facts).toMatchObject({ task: 5, pid: 70, tid: 70, durationNs: 80 * ms, cores: [4, 6] });
    expect(facts.onCpuNs).toBeCloseTo(70 * ms);
    expect(facts.waitNs).toBeCloseTo(10 * ms);
    expect(describeSpan(facts)).toBe(
      'Task 5 on worker 1, began at 10 ms, took 80 ms, on core 4 → 6, waited 10 ms for a core',
    );
  });

  it('does not guess where the samples are too coarse', () => {
    const facts = spanFacts(track, { worker: 1, index: 0 })!;
    expect([facts.onCpuNs, facts.waitNs]).toEqual([undefined, undefined]);
    expect(facts.cores).toEqual([4]);
  });

  it('does not share out the counters of tasks that overlap', () => {
    const trial = trialOf.async;
    const overlapping = trackOf(
      trial,
      spans(trial, [
        [0, 0, 0, 80],
        [1, 0, 0, 80],
      ]),
      samples(trial, { workers: [20, 40, 60, 80].map((at) => [at, 0, 10, 0, 4]) }),
    );
    expect(spanFacts(overlapping, { worker: 0, index: 0 })?.onCpuNs).toBeUndefined();
  });

  it('knows no task beyond the last', () => {
    expect(spanFacts(track, { worker: 0, index: 1 })).toBeUndefined();
    expect(spanFacts(track, { worker: 9, index: 0 })).toBeUndefined();
  });

  it('writes cores short', () => {
    expect([[], [3], [2, 6], [0, 1, 0, 1, 0, 2]].map(describeSpanCores)).toEqual([
      'not known',
      '3',
      '2 → 6',
      '0 → 4 more → 2',
    ]);
  });
});

describe('stepTask', () => {
  const track = trackOf(
    threads,
    spans(threads, [
      [0, 0, 0, 10],
      [1, 1, 0, 30],
      [2, 0, 10, 20],
    ]),
  );

  it('starts at the top lane, nearest to the moment given', () => {
    expect(stepTask(track, [0, 1], undefined, 'right', 15 * ms)).toEqual({ worker: 0, index: 1 });
  });

  it('stays where there is no neighbour', () => {
    const first = { worker: 0, index: 0 };
    expect(stepTask(track, [0, 1], first, 'left', 0)).toEqual(first);
    expect(stepTask(track, [0, 1], first, 'up', 0)).toEqual(first);
    expect(stepTask(track, [0, 1], first, 'down', 0)).toEqual({ worker: 1, index: 0 });
  });

  it('finds the slowest task, and none where there is none', () => {
    expect(slowestTask(track)).toEqual({ worker: 1, index: 0 });
    expect(slowestTask(trackOf(threads))).toBeUndefined();
  });
});

describe('trialFigures and otherFigures', () => {
  const buffer = bufferOf(
    { type: 'trial-begin', trial: threads, atNs: 0 },
    workers(threads, [70, 70]),
    spans(threads, [[0, 0, 1, 30]]),
    samples(threads, {
      cores: [
        [20, 1, 0.5],
        [40, 1, 0.75],
      ],
      workers: [
        [20, 0, 20, 0, 4],
        [20, 1, 5, 15, 4],
        [40, 0, 20, 0, 4],
        [40, 1, 5, 15, 6],
      ],
      memory: [[30, 70, 90, 60]],
    }),
    { type: 'loop', loop: { atNs: [25 * ms, 90 * ms], maxNs: [3 * ms, 50 * ms] } },
  );
  const track = buffer.trial(threads)!;
  const extent = extentOf(track, 40 * ms, undefined);

  it('says what the trial has come to so far', () => {
    const figures = trialFigures(buffer, track, extent);
    expect(figures).toMatchObject({ tasksDone: 1, tasks: 4, moves: 1, busyOver: 'second' });
    expect(figures.coresBusy).toBeCloseTo(1.25);
    expect(figures.wait).toEqual({ ns: 15 * ms, ofNs: 40 * ms });
    expect(figures.memory).toEqual({ totalBytes: 90e6, sharedBytes: 30e6 });
    expect(figures.loopWorstNs).toBe(3 * ms);
  });

  it('takes the exact figure once the trial has ended', () => {
    const phases = { spawnNs: 5 * ms, readyNs: 0, runNs: 28 * ms, collectNs: 2 * ms, joinNs: 0 };
    track.end = { trial: 0, status: 'ok', endNs: 40 * ms, phases, cpuWarmNs: 45 * ms };
    const figures = trialFigures(buffer, track, extentOf(track, 0, undefined));
    expect([figures.coresBusy, figures.busyOver]).toEqual([1.5, 'trial']);
    expect(figures.leftBytes).toBeUndefined();
    track.end = undefined;
  });

  it('leaves out what was not measured', () => {
    const bare = bufferOf({ type: 'trial-begin', trial: threads, atNs: 0 });
    const figures = trialFigures(bare, bare.trial(threads)!, extent);
    expect(figures).toMatchObject({
      coresBusy: undefined,
      wait: undefined,
      moves: undefined,
      memory: undefined,
      loopWorstNs: undefined,
    });
    expect(otherFigures(bare, bare.trial(threads)!, extent)).toMatchObject({
      samplerCores: undefined,
      otherCores: undefined,
      samples: undefined,
    });
  });

  it('takes the workers off what the cores were busy', () => {
    const others = otherFigures(buffer, track, extent);
    expect(others.otherCores).toBeCloseTo((20 + 10 + 20 + 15 - 50) / 40);
    expect(others.samples).toEqual({ missed: 2, of: 42 });
    expect(others.samplerCores).toBeCloseTo(2 / 90);
  });
});

const fact = (over: Partial<TrialFact>): TrialFact => ({
  trial: 0,
  cell: 'threads-2',
  round: 0,
  warmup: false,
  ...over,
});

describe('the ranking', () => {
  const ended = (cell: string, coldNs: number, over: Partial<TrialFact> = {}): TrialFact =>
    fact({ cell, status: 'ok', coldNs, warmNs: coldNs / 2, ...over });

  it('puts the fastest median first and what has none last', () => {
    const table = rankCells(
      cells,
      [
        ended('processes-2', 30),
        ended('threads-2', 40),
        ended('threads-2', 10),
        ended('threads-2', 20),
      ],
      'cold',
    );
    expect(table.rows.map(({ cell, medianNs }) => [cell.id, medianNs])).toEqual([
      ['threads-2', 20],
      ['processes-2', 30],
      ['hybrid-2x2', undefined],
      ['async-4', undefined],
    ]);
    expect(table.rows[0]).toMatchObject({ lowNs: 10, highNs: 40, trials: 3 });
    expect([table.trials, table.ticksNs]).toEqual([4, [0, 20, 40]]);
  });

  it('counts no warm-up, no empty tasks and no trial that did not end well', () => {
    const table = rankCells(
      cells,
      [
        ended('threads-2', 5, { warmup: true }),
        ended('threads-2', 6, { status: 'killed' }),
        ended('threads-2', 7, { empty: true }),
      ],
      'warm',
    );
    expect([table.trials, table.ticksNs]).toEqual([0, []]);
  });
});

describe('the time left', () => {
  const trials: readonly TrialFact[] = [
    fact({ trial: 0, cell: 'a', beginNs: 0, endNs: 10, status: 'ok' }),
    fact({ trial: 1, cell: 'b', beginNs: 10, endNs: 40, status: 'killed' }),
    fact({ trial: 2, cell: 'a', beginNs: 40 }),
    fact({ trial: 3, cell: 'b' }),
    fact({ trial: 4, cell: 'c' }),
  ];

  it('is not known before a trial has ended', () => {
    expect(timeLeft.timeLeftNs(trials.slice(2), 45)).toBeUndefined();
    expect(timeLeft.expectedLengthNs(trials, { cell: 'c' })).toBeUndefined();
  });

  it('is followed by the trial under way, or where such trials are too short, by the last whole one', () => {
    const run = (length: number): readonly TrialFact[] => [
      fact({ trial: 0, cell: 'a', beginNs: 0, endNs: length, status: 'ok' }),
      fact({ trial: 1, cell: 'a', beginNs: length }),
      fact({ trial: 2, cell: 'b' }),
    ];
    expect(timeLeft.trialToFollow(run(100 * ms), 1)).toBe(0);
    expect(timeLeft.trialToFollow(run(900 * ms), 1)).toBe(1);
    expect(timeLeft.trialToFollow(run(100 * ms), 0)).toBe(0);
    expect(timeLeft.trialToFollow(run(100 * ms), undefined)).toBeUndefined();
    const other = run(100 * ms).map((one) => (one.trial === 1 ? { ...one, cell: 'b' } : one));
    expect(timeLeft.trialToFollow(other, 1)).toBe(1);
  });

  it('adds up what each trial to come took before, less what has passed', () => {
    expect(timeLeft.timeLeftNs(trials, 44)).toBe(10 - 4 + 30 + 20);
    expect(timeLeft.timeLeftNs(trials, 99)).toBe(0 + 30 + 20);
    expect(timeLeft.expectedLengthNs(trials, { cell: 'b' })).toBe(30);
  });

  it('keeps trials of empty tasks apart from those of the work', () => {
    const both = [
      ...trials,
      fact({ trial: 5, cell: 'a', empty: true, beginNs: 50, endNs: 52, status: 'ok' }),
      fact({ trial: 6, cell: 'a', empty: true }),
    ];
    expect(timeLeft.expectedLengthNs(both, { cell: 'a' })).toBe(10);
    expect(timeLeft.expectedLengthNs(both, { cell: 'a', empty: true })).toBe(2);
    expect(timeLeft.timeLeftNs(both, 99)).toBe(0 + 30 + (10 + 30 + 2) / 3 + 2);
  });

  it('finds the trial before by its place, whatever the numbers', () => {
    const late = [
      fact({ trial: 9, cell: 'a', beginNs: 0, endNs: 100 * ms, status: 'ok' }),
      fact({ trial: 4, cell: 'a', beginNs: 100 * ms }),
    ];
    expect(timeLeft.trialToFollow(late, 4)).toBe(9);
  });
});

describe('the strip', () => {
  const trials = [
    fact({ trial: 0, status: 'ok', warmup: true }),
    fact({ trial: 1, status: 'killed' }),
    fact({ trial: 2, round: 1 }),
    fact({ trial: 3, round: 1, cell: 'processes-2' }),
  ];

  it('says what each trial is, and where rounds begin', () => {
    const { bars, rounds } = buildStrip(trials, cells, 2, 40);
    expect(bars.map(({ state, strategy }) => [state, strategy])).toEqual([
      ['done', 'threads'],
      ['failed', 'threads'],
      ['now', 'threads'],
      ['coming', 'processes'],
    ]);
    expect(rounds).toEqual([20]);
    expect(bars.every(({ x0, x1 }) => x1 > x0 && x1 <= 40)).toBe(true);
  });

  it('finds the trial at an x, and none beside it', () => {
    expect(trialAt(trials, 40, 25)?.trial).toBe(2);
    expect(trialAt(trials, 4000, 3000)).toBeUndefined();
  });

  it('remembers how a trial ended', () => {
    const end = {
      trial: 1,
      status: 'timeout',
      endNs: 9,
      evidence: { failure: textFailure('Too long.') },
    } as const;
    expect(endedTrial(fact({}), end)).toMatchObject({
      status: 'timeout',
      endNs: 9,
      failure: textFailure('Too long.'),
    });
  });
});

describe('words', () => {
  it('names workers, hosts and cells', () => {
    const [threadsCell, processesCell, hybridCell] = cells;
    expect(workerLook(hybridCell!, 3, undefined)).toEqual({
      name: '2·2',
      strategy: 'hybrid',
      tint: 1,
      texture: 'solid',
    });
    expect(workerLook(threadsCell!, 1, undefined)).toMatchObject({ name: '2', tint: 1 });
    expect(hostName(processesCell!, 1)).toBe('host 2');
    const inApp = { ...threadsCell!, placement: 'main' as const };
    expect([hostName(inApp, 0), cellName(inApp)]).toEqual(['app', 'threads 2 in the app']);
    expect(cellName(hybridCell!)).toBe('hybrid 2×2');
  });

  it('describes the work', () => {
    const work = {
      ...experiment,
      workload: { kind: 'powers', params: { number: 7, iterations: 1 } },
    };
    expect(describeWork({ ...work, workload: { ...work.workload, kind: 'powers' } })).toBe(
      'powers (number 7, 1 time), 4 tasks, 1 repeat',
    );
  });

  it('tabulates a trial', () => {
    const track = trackOf(
      threads,
      workers(threads, [70, 70]),
      spans(threads, [
        [0, 0, 1, 4],
        [1, 1, 1, 3],
        [2, 1, 3, 6],
      ]),
    );
    const table = timelineTable(bufferOf(), track, 2);
    expect(table.tasks.map(({ task, worker }) => [task, worker])).toEqual([
      [0, '1'],
      [2, '2'],
    ]);
    expect(table.tasksInAll).toBe(3);
    expect(table.workers[1]).toMatchObject({ tasks: 2, pid: 70, onCpuNs: undefined });
    expect(table.workers[0]?.heapBytes).toBeUndefined();
    track.addHeaps({
      atNs: [1, 2, 3],
      worker: [0, 0, 1],
      usedBytes: [5e6, 4e6, 3e6],
      totalBytes: [8e6, 8e6, 8e6],
    });
    expect(timelineTable(bufferOf(), track, 2).workers.map(({ heapBytes }) => heapBytes)).toEqual([
      5e6, 3e6,
    ]);
  });
});

describe('the time around a trial', () => {
  const others = [{ pid: 2210, name: 'yes', cpuNs: 80 }];

  it('is worth a line where others took more than a tenth of a core', () => {
    expect(describeAround({ spanNs: 1e9, othersCpuNs: 9e8, others })).toBe(
      'others: 0.90 cores (yes, pid 2210)',
    );
    expect(describeAround({ spanNs: 1e9, othersCpuNs: 9e8 })).toBe('others: 0.90 cores');
    expect(describeAround({ spanNs: 99e6, othersCpuNs: 90e6 })).toBeUndefined();
    expect(describeAround({ spanNs: 1e9, othersCpuNs: 1e8, others })).toBeUndefined();
  });

  it('says nothing where that is not known', () => {
    const around = [{ spanNs: 100 }, { spanNs: 0, othersCpuNs: 5 }];
    expect(around.map(describeAround)).toEqual([undefined, undefined]);
  });
});
