// Whole runs on real processes: every strategy, every workload, and everything that can go wrong. `run.long.test.ts`
// has the other workloads in every strategy.
import { whyOf } from '../helpers/failures';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { everyStrategy } from '../helpers/every-strategy';
import { beginRun, experiment } from '../helpers/run-experiment';
import { isAlive } from './probe-host';
import { expectNothingLeft, expectWork, isWhole, kinds, pidsOf, trials } from './run-kinds';

const fault = (mode: number, extra: Partial<ExperimentInput> = {}): ExperimentInput =>
  experiment({
    workload: { kind: 'fault', params: { mode, atTask: 3 } },
    strategies: everyStrategy.filter(({ kind }) => kind !== 'async'),
    ...extra,
  });

describe('a run', () => {
  it.each(kinds.filter(isWhole))('does equal and right work in every strategy: %s', (kind) =>
    expectWork(kind, everyStrategy),
  );

  it.each(kinds.filter((kind) => !isWhole(kind)))('does equal and right work: %s', (kind) =>
    expectWork(kind, [{ kind: 'serial' }, { kind: 'hybrid', processes: 2, threads: 2 }]),
  );

  it.each(['static', { kind: 'dynamic', chunk: 4 }] as const)(
    'hands out %j so that each task is run once',
    async (schedule) => {
      const { report } = beginRun(experiment({ strategies: everyStrategy, schedule, tasks: 11 }));
      for (const trial of trials(await report)) {
        expect(whyOf(trial.evidence)).toBeUndefined();
        expect([...trial.spans.task].sort((a, b) => a - b)).toEqual([
          0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
        ]);
      }
    },
  );

  it('works with more workers than tasks', async () => {
    const { report } = beginRun(
      experiment({
        tasks: 2,
        strategies: [
          { kind: 'threads', workers: 5 },
          { kind: 'processes', workers: 4 },
          { kind: 'hybrid', processes: 2, threads: 3 },
        ],
      }),
    );
    expect(trials(await report).map(({ status }) => status)).toEqual(['ok', 'ok', 'ok']);
  });

  it('tells the resident peak of the hosts, not of what started them', async () => {
    const held = Buffer.alloc(400_000_000, 1);
    const { report } = beginRun(experiment({ strategies: [{ kind: 'processes', workers: 1 }] }));
    const [trial] = trials(await report);
    expect(trial?.peakRssBytes).toBeGreaterThan(10e6);
    expect(trial?.peakRssBytes).toBeLessThan(held.length / 2);
  });

  it('gives serial no spawn and processes one', async () => {
    const { report } = beginRun(
      experiment({ strategies: [{ kind: 'serial' }, { kind: 'processes', workers: 1 }] }),
    );
    const { cells } = await report;
    const [serial, processes] = cells.map((cell) => cell.trials[0]!.phases!);
    expect(serial!.spawnNs + serial!.readyNs + serial!.joinNs).toBe(0);
    expect(processes!.spawnNs).toBeGreaterThan(0);
    expect(processes!.joinNs).toBeGreaterThan(0);
  });
});

describe.runIf(process.platform === 'linux')('the memory of a run', () => {
  it('has a row of each process from before its first task, and what its workers leave', async () => {
    const wait = { kind: 'wait', params: { ms: 100 } } as const;
    const strategies = [
      { kind: 'threads' as const, workers: 2 },
      { kind: 'processes' as const, workers: 2 },
    ];
    const { report } = beginRun(experiment({ workload: wait, tasks: 8, strategies, sampling: {} }));
    const done = await report;
    const { resident } = done.samples;
    for (const trial of trials(done)) {
      const ofTrial = resident.trial.flatMap((one, row) => (one === trial.trial ? [row] : []));
      const pids = new Set(trial.workers.map(({ pid }) => pid));
      expect(new Set(ofTrial.map((row) => resident.pid[row]))).toEqual(pids);
      const firstEndNs = Math.min(...trial.spans.endNs);
      for (const pid of pids) {
        const own = ofTrial.filter((row) => resident.pid[row] === pid);
        // 400 ms of tasks, a row every 80 ms: several on a busy machine too.
        expect(own.length).toBeGreaterThan(2);
        expect(resident.atNs[own[0] ?? -1]).toBeLessThan(firstEndNs);
        for (const row of own) {
          expect(resident.rssBytes[row]).toBeGreaterThan(resident.sharedBytes[row] ?? Infinity);
        }
      }
    }
    const [threads, processes] = done.cells.map(({ trials: [trial] }) => trial);
    expect(threads?.leftPssBytes).toBeGreaterThan(1e6);
    expect(threads?.leftPssBytes).toBeLessThanOrEqual(threads?.peakPssBytes ?? 0);
    expect(processes?.leftPssBytes).toBe(0);
  });
});

describe('a run whose workers fail', () => {
  it.each([
    ['a task that throws', 0, ['failed'], /threw in task 3/],
    ['a worker that exits', 1, ['exited'], /exit code 3|ended with code 3/],
    ['a wrong result', 5, ['mismatch'], /Task 3 returned another result than the reference/],
  ] as const)('says so and goes on: %s', async (_, mode, statuses, message) => {
    const { report, events } = beginRun(fault(mode));
    const done = await report;
    expect(done.run.status).toBe('done');
    for (const trial of trials(done)) {
      expect(statuses).toContain(trial.status);
      expect(whyOf(trial.evidence)).toMatch(message);
    }
    expect(trials(done)).toHaveLength(5);
    expectNothingLeft(events);
  });

  it('says which signal ended a process', async () => {
    const { report } = beginRun(
      fault(2, { strategies: [{ kind: 'serial' }, { kind: 'processes', workers: 2 }] }),
    );
    for (const trial of trials(await report)) {
      expect(trial.status).toBe('killed');
      expect(trial.evidence?.signal).toBe('SIGABRT');
    }
  });

  it('ends what hangs at the time limit', async () => {
    const { report, events } = beginRun(fault(3, { timeoutSeconds: 0.5 }));
    for (const trial of trials(await report)) {
      expect(trial.status).toBe('timeout');
      expect(whyOf(trial.evidence)).toContain('longer than 0.5 s');
    }
    expectNothingLeft(events);
  });

  it.runIf(process.platform === 'linux')('ends what takes too much memory', async () => {
    const { report, events } = beginRun(
      fault(4, {
        memoryLimitMb: 150,
        sampling: { memoryHz: 20 },
        strategies: [
          { kind: 'threads', workers: 2 },
          { kind: 'processes', workers: 2 },
        ],
      }),
    );
    for (const trial of trials(await report)) {
      expect(trial.status).toBe('memory-limit');
      expect(whyOf(trial.evidence)).toContain('MB > 150 MB)');
      expect(trial.peakPssBytes).toBeGreaterThan(150e6);
    }
    expectNothingLeft(events);
  });

  it('survives kill -9 of a worker in the middle', async () => {
    let killed: number | undefined;
    const { report, events } = beginRun(
      experiment({
        workload: { kind: 'wait', params: { ms: 60 } },
        strategies: [{ kind: 'processes', workers: 2 }],
        repeats: 2,
      }),
      (event) => {
        if (event.type !== 'workers' || killed !== undefined) return;
        killed = event.workers[1]!.pid;
        process.kill(killed, 'SIGKILL');
      },
    );
    const done = await report;
    const [first, second] = trials(done);
    expect(first?.status).toBe('killed');
    expect(first?.evidence).toMatchObject({ signal: 'SIGKILL', pid: killed });
    expect(second?.status).toBe('ok');
    expectNothingLeft(events);
  });
});

describe('a run that is stopped', () => {
  it.each(everyStrategy.map((strategy) => [JSON.stringify(strategy), strategy] as const))(
    'ends at once and keeps what it measured: %s',
    async (_, strategy) => {
      const { report, events } = beginRun(
        experiment({
          workload: { kind: 'fault', params: { mode: 3, atTask: 3 } },
          strategies: [strategy],
          repeats: 3,
          timeoutSeconds: 3600,
        }),
        (event, run) => {
          if (event.type === 'workers') run.stop();
        },
      );
      const done = await report;
      expect(done.run.status).toBe('stopped');
      expect(trials(done).map(({ status }) => status)).toEqual(['stopped']);
      expect(events.at(-1)).toMatchObject({ type: 'run-end', status: 'stopped' });
      const pids = pidsOf(events);
      expect(pids.filter(isAlive)).toEqual([]);
    },
  );

  it('leaves no folder behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'corelane-test-'));
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = folder;
    let seen = 0;
    try {
      const { report } = beginRun(
        experiment({
          workload: { kind: 'files', params: { bytes: 1_000_000 } },
          tasks: 2000,
          strategies: [{ kind: 'processes', workers: 2 }],
        }),
        (event, run) => {
          if (event.type !== 'workers') return;
          seen = readdirSync(folder).length;
          run.stop();
        },
      );
      await report;
      expect(seen).toBeGreaterThan(0);
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
      rmSync(folder, { recursive: true });
    }
  });

  it('can be stopped before its first trial', async () => {
    const { report, handle } = beginRun(experiment({}));
    handle.stop();
    const done = await report;
    expect(done.run.status).toBe('stopped');
    expect(trials(done)).toEqual([]);
    expect(done.verdict.kind).toBe('undecided');
  });
});
