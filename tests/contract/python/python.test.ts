// Python programs on real interpreters: every strategy, every workload, every version that is found, and
// everything that can go wrong.
import { whyOf } from '../../helpers/failures';
import { notesOf } from '../../helpers/notes';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import type { LiveEvent } from '@shared/report/live';
import { pythonKinds } from '@shared/experiment/strategies';
import { reportSchema, type Report, type TrialReport } from '@shared/report/report';
import { everyCase } from '../../helpers/every-case';
import { everyPythonStrategy } from '../../helpers/every-strategy';
import { hasPython, interpreters as found, oldestAndNewest } from '../../helpers/interpreters';
import { beginRun, experiment } from '../../helpers/run-experiment';
import { isAlive } from '../probe-host';

type Strategies = ExperimentInput['strategies'];

const small: Record<string, Record<string, number>> = {
  powers: { number: 7, iterations: 1000 },
  primes: { limit: 1001 },
  matmul: { size: 8 },
  hash: { bytes: 67, rounds: 3 },
  json: { records: 20 },
  sort: { length: 100 },
  wait: { ms: 2 },
  files: { bytes: 1003 },
  http: { delayMs: 1, bytes: 101 },
  mixed: { cpuIterations: 100, waitMs: 1 },
};

/** All of them in a run of all tests, else the oldest and the newest. */
const versions = everyCase ? found : oldestAndNewest();
const named = versions.map(({ id }) => id);

function begin(extra: Partial<ExperimentInput>, onEvent?: Parameters<typeof beginRun>[1]) {
  return beginRun(experiment(extra), onEvent, found);
}

function trialsOf(report: Report): (TrialReport & { cell: string })[] {
  return report.cells.flatMap((cell) => cell.trials.map((one) => ({ ...one, cell: cell.id })));
}

function expectAllWell(report: Report): void {
  expect(report.run.status).toBe('done');
  for (const { cell, status, evidence, spans } of trialsOf(report)) {
    expect({ cell, status, evidence }).toEqual({ cell, status: 'ok', evidence: undefined });
    expect([...spans.task].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  }
}

function workersIn(events: readonly LiveEvent[]): number[] {
  const pids = events.flatMap((event) =>
    event.type === 'workers' ? event.workers.map(({ pid }) => pid) : [],
  );
  return [...new Set(pids)];
}

/** Named semaphores and temporary folders of multiprocessing. */
const leftovers = (): string[] => [
  ...readdirSync('/dev/shm').filter((name) => name.startsWith('sem.')),
  ...readdirSync(tmpdir()).filter((name) => name.startsWith('pymp-')),
];

describe.runIf(hasPython)('Python', () => {
  it('is found, each interpreter once', () => {
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    for (const { version, path } of found) {
      expect(version).toMatch(/^3\.(8|9|\d\d)/);
      expect(path).not.toContain('shims');
    }
  });

  it.each(Object.keys(small))(
    'does the work of Node.js: %s',
    async (kind) => {
      const workload = { kind, params: small[kind] } as ExperimentInput['workload'];
      const strategies: Strategies = [
        { kind: 'serial' },
        // One workload in every version that is found.
        { kind: 'python-serial', interpreters: kind === 'powers' ? 'all' : named },
      ];
      const done = await begin({ workload, strategies }).report;
      expect(done.cells).toHaveLength(1 + (kind === 'powers' ? found : versions).length);
      expectAllWell(done);
    },
    60_000,
  );

  it('runs every strategy, and the report can be read back', async () => {
    const { report, events } = begin({ strategies: everyPythonStrategy(named) });
    const done = await report;
    expectAllWell(done);
    const own = versions.filter(({ subInterpreters }) => subInterpreters).length;
    expect(done.cells).toHaveLength((pythonKinds.length - 1) * versions.length + own);
    expect(reportSchema.safeParse(JSON.parse(JSON.stringify(done))).success).toBe(true);
    await expect.poll(() => workersIn(events).filter(isAlive)).toEqual([]);
  }, 120_000);

  it.each(['wait', 'http', 'files'])('does waiting work in every strategy: %s', async (kind) => {
    const workload = { kind, params: small[kind] } as ExperimentInput['workload'];
    const last = found.find(({ subInterpreters }) => subInterpreters) ?? found[0]!;
    expectAllWell(await begin({ workload, strategies: everyPythonStrategy([last.id]) }).report);
  });

  it('starts processes by each method that it has', async () => {
    const before = leftovers();
    const startMethod = ['fork', 'spawn', 'forkserver'] as const;
    const strategies: Strategies = [
      { kind: 'python-processes', workers: 2, startMethod: [...startMethod] },
      { kind: 'python-pool', workers: 2, startMethod: [...startMethod] },
    ];
    const done = await begin({ strategies, schedule: 'static' }).report;
    expectAllWell(done);
    expect(done.cells.map(({ python }) => python?.startMethod)).toEqual([
      ...startMethod,
      ...startMethod,
    ]);
    expect(leftovers()).toEqual(before);
  });

  it('counts the time and memory of worker processes as theirs', async () => {
    const strategies: Strategies = [{ kind: 'python-processes', workers: 2 }];
    const params = { number: 7, iterations: 300_000 };
    const workload = { kind: 'powers' as const, params };
    const done = await begin({ workload, strategies, sampling: {} }).report;
    const [trial] = trialsOf(done);
    expect(new Set(trial?.workers.map(({ pid }) => pid)).size).toBe(2);
    expect(trial?.cpuWarmNs).toBeGreaterThan(
      0.5 * trial!.spans.endNs[0]! - trial!.spans.startNs[0]!,
    );
    expect(new Set(done.samples.processes.pid).size).toBe(3);
    expect(trial?.peakPssBytes).toBeGreaterThan(10e6);
  });

  it('leaves out what no interpreter can do, and says so', async () => {
    const strategies: Strategies = [
      { kind: 'serial' },
      { kind: 'python-threads', workers: 2, interpreters: ['2.7'] },
    ];
    const done = await begin({ strategies }).report;
    expect(done.run.status).toBe('done');
    expect(notesOf(done.run)).toContain(
      'python-threads was left out: no Python 2.7 is found here.',
    );
    const none = await beginRun(experiment({ strategies: [{ kind: 'python-serial' }] })).report;
    expect(none.run.status).toBe('failed');
    expect(notesOf(none.run)).toContain('python-serial was left out: no Python is found here.');
  });
});

describe.runIf(hasPython)('a Python worker that fails', () => {
  const fault = (mode: number, extra: Partial<ExperimentInput> = {}): Partial<ExperimentInput> => ({
    workload: { kind: 'fault', params: { mode, atTask: 3 } },
    strategies: everyPythonStrategy(['default']),
    ...extra,
  });

  it('is told with its task and its trace where a task throws', async () => {
    for (const { cell, status, evidence } of trialsOf(await begin(fault(0)).report)) {
      expect({ cell, status }).toEqual({ cell, status: 'failed' });
      expect(whyOf(evidence)).toMatch(/threw in task 3: RuntimeError: task 3 throws on purpose/);
      expect(evidence?.stack).toContain('workloads.py');
    }
  });

  it.each([
    ['exits', 1, /^(exited|killed)$/],
    ['aborts', 2, /^(exited|killed)$/],
    ['gives a wrong result', 5, /^mismatch$/],
  ] as const)('ends its trial, and the run goes on: it %s', async (_, mode, statuses) => {
    const { report, events } = begin(fault(mode));
    const done = await report;
    expect(done.run.status).toBe('done');
    for (const { status, evidence } of trialsOf(done)) {
      expect(status).toMatch(statuses);
      expect(whyOf(evidence)).toBeTruthy();
    }
    await expect.poll(() => workersIn(events).filter(isAlive)).toEqual([]);
  });

  it('is ended at the time limit where it hangs, with all its processes', async () => {
    const { report, events } = begin(fault(3, { timeoutSeconds: 1 }));
    for (const { status } of trialsOf(await report)) expect(status).toBe('timeout');
    await expect.poll(() => workersIn(events).filter(isAlive)).toEqual([]);
  });

  it('survives kill -9 of a worker process', async () => {
    let killed: number | undefined;
    const { report, events } = begin(
      {
        workload: { kind: 'wait', params: { ms: 100 } },
        strategies: [{ kind: 'python-processes', workers: 2 }],
        repeats: 2,
      },
      (event) => {
        if (event.type !== 'workers' || killed !== undefined) return;
        killed = event.workers[1]!.pid;
        process.kill(killed, 'SIGKILL');
      },
    );
    const [first, second] = trialsOf(await report);
    expect(first).toMatchObject({ status: 'killed', evidence: { signal: 'SIGKILL', worker: 1 } });
    expect(second?.status).toBe('ok');
    await expect.poll(() => workersIn(events).filter(isAlive)).toEqual([]);
  });

  it('ends at once when the run is stopped', async () => {
    const { report, events } = begin(
      {
        workload: { kind: 'wait', params: { ms: 800 } },
        strategies: [{ kind: 'python-processes', workers: 2 }],
      },
      (event, run) => {
        if (event.type === 'workers') run.stop();
      },
    );
    expect((await report).run.status).toBe('stopped');
    await expect.poll(() => workersIn(events).filter(isAlive)).toEqual([]);
  });
});
