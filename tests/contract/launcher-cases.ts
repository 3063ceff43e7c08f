// What every launcher must do, as plain functions: one suite, run over forked Node processes by
// the test runner and over utility processes inside the real Electron.
import assert from 'node:assert/strict';
import { findMarked, sweepNow } from '@engine/processes/marked';
import { LimitMarker } from '@engine/trial/limit-marker';
import { limitOf } from '@shared/wire/run-mark';
import { keeperEnv, makeRunMark, markChildren } from '@engine/processes/run-mark';
import type { EntryPaths, Launcher } from '@engine/types';
import type { Workload } from '@shared/experiment/workloads';
import { becomesGone, ProbeHost, until } from './probe-host';

export interface LauncherCase {
  readonly name: string;
  run(launcher: Launcher, entries: EntryPaths): Promise<void>;
}

const light: Workload = { kind: 'powers', params: { number: 7, iterations: 10 } };
const brief: Workload = { kind: 'wait', params: { ms: 1 } };
const fault = (mode: number): Workload => ({ kind: 'fault', params: { mode, atTask: 1 } });

/** Runs a case on one host and sees to it that nothing is left of it. */
function onHost(body: (host: ProbeHost) => Promise<void>): LauncherCase['run'] {
  return async (launcher, entries) => {
    const host = new ProbeHost(launcher, entries);
    try {
      await body(host);
    } finally {
      host.handle.kill();
      await host.exit;
    }
    const { pid } = host.handle;
    assert.ok(pid === undefined || (await becomesGone(pid)), 'the host is gone');
  };
}

async function decided(host: ProbeHost, workload: Workload, threads: number): Promise<void> {
  host.setUp(workload, { threads });
  await host.until('ready');
  host.handle.send({ type: 'decide' });
}

export const launcherCases: readonly LauncherCase[] = [
  {
    name: 'ready: says who it is, then that it is ready',
    run: onHost(async (host) => {
      host.setUp(light);
      const hello = await host.until('hello');
      const ready = await host.until('ready');
      assert.equal(hello.pid, host.handle.pid);
      assert.notEqual(hello.pid, process.pid);
      assert.equal(ready.workers.length, 1);
      assert.equal(ready.workers[0]?.pid, hello.pid);
      assert.ok(ready.atNs >= ready.spawnedNs);
    }),
  },
  {
    name: 'mark: what a host starts is found by it, and a helper of Corelane told apart',
    run: async (launcher, entries) => {
      if (process.platform !== 'linux') return;
      const mark = makeRunMark();
      const marked = markChildren(launcher, mark);
      const asKeeper: Launcher = {
        kind: launcher.kind,
        launch: (entry, options) => marked.launch(entry, { ...options, env: keeperEnv }),
      };
      const hosts = [new ProbeHost(marked, entries), new ProbeHost(asKeeper, entries)];
      try {
        const sleep: Workload = { kind: 'command', command: 'sleep', args: ['300'] };
        for (const host of hosts) host.setUp(sleep, { tasks: 1 });
        await Promise.all(hosts.map((host) => host.until('ready')));
        for (const { handle } of hosts) handle.send({ type: 'decide' });
        // Electron's own child has its arguments where its environment was: its children are found.
        const each = launcher.kind === 'fork' ? 2 : 1;
        const found = await until(() => {
          const now = findMarked(mark.token);
          return now.length === 2 * each ? now : undefined;
        });
        assert.equal(found.filter(({ keeper }) => keeper).length, each);
        assert.deepEqual(findMarked(makeRunMark().token), []);
        sweepNow(mark.token);
        assert.deepEqual(findMarked(mark.token), []);
      } finally {
        for (const { handle } of hosts) handle.kill();
        await Promise.all(hosts.map(({ exit }) => exit));
      }
    },
  },
  {
    name: 'limit: what a host starts is found by it with nothing in its environment',
    run: async (launcher, entries) => {
      if (process.platform !== 'linux') return;
      const { token } = makeRunMark();
      const host = new ProbeHost(launcher, entries);
      try {
        await new LimitMarker(limitOf(token)).mark(host.handle);
        const sleep: Workload = { kind: 'command', command: 'env', args: ['-i', 'sleep', '300'] };
        host.setUp(sleep, { tasks: 1 });
        await host.until('ready');
        assert.deepEqual(findMarked(token), [{ pid: host.handle.pid, keeper: false }]);
        host.handle.send({ type: 'decide' });
        await until(() => (findMarked(token).length === 2 ? true : undefined));
        sweepNow(token);
        assert.deepEqual(findMarked(token), []);
      } finally {
        host.handle.kill();
        await host.exit;
      }
    },
  },
  {
    name: 'batch: a program runs every task once and gives spans and results',
    run: onHost(async (host) => {
      await decided(host, light, 0);
      const { results, marks, cpu, peakRssBytes } = await host.until('finished');
      host.handle.send({ type: 'drain' });
      const { spans, last } = await host.until('spans');
      assert.equal(last, true);
      assert.deepEqual(Array.from(results.task), [0, 1, 2, 3, 4, 5]);
      assert.equal(new Set(Array.from(results.checksum)).size, 2);
      assert.equal(spans.task.length, 6);
      const ends = Array.from(spans.endNs);
      assert.ok(ends.every((end, row) => end >= (spans.startNs[row] ?? Infinity)));
      assert.ok(marks.decidedNs !== undefined && marks.decidedNs <= marks.goNs);
      assert.equal(Math.max(...ends), marks.lastDoneNs);
      assert.ok(marks.collectedNs >= marks.lastDoneNs);
      assert.ok(cpu !== undefined && cpu.userNs + cpu.systemNs >= cpu.warmNs);
      assert.ok(peakRssBytes !== undefined && peakRssBytes > 1e6);
    }),
  },
  {
    name: 'batch: a program spawns threads, joins them and leaves with code 0',
    run: onHost(async (host) => {
      await decided(host, light, 3);
      const { workers } = await host.until('workers');
      const { results } = await host.until('finished');
      assert.deepEqual(Array.from(results.task).sort(), [0, 1, 2, 3, 4, 5]);
      assert.equal(workers.length, 3);
      const tids = workers.map(({ tid }) => tid);
      if (process.platform === 'linux') assert.equal(new Set([...tids, host.handle.pid]).size, 4);
      host.handle.send({ type: 'join' });
      assert.ok((await host.until('joined')).joinNs > 0);
      host.handle.send({ type: 'leave' });
      assert.deepEqual(await host.exit, { code: 0 });
    }),
  },
  {
    name: 'batch: without telemetry nothing is said while tasks run, and no heap is read',
    run: onHost(async (host) => {
      host.setUp(brief, { threads: 2, tasks: 100, telemetry: false });
      await host.until('ready');
      host.handle.send({ type: 'decide' });
      await host.until('finished');
      host.handle.send({ type: 'drain' });
      const { spans, heaps } = await host.until('spans');
      assert.equal(spans.task.length, 100);
      assert.equal(heaps.atNs.length, 0);
      const said = host.messages.map(({ type }) => type);
      assert.deepEqual(said, ['hello', 'ready', 'workers', 'finished', 'spans']);
    }),
  },
  ...([0, 2] as const).map((threads): LauncherCase => ({
    name: `batch: a worker with ${threads} threads asks for short tasks until there are none`,
    run: onHost(async (host) => {
      const tasks = 20_000;
      host.setUp(light, { role: 'worker', threads, host: 1, firstWorker: 4, tasks });
      const ready = await host.until('ready');
      assert.equal(ready.workers[0]?.worker, 4);
      let next = 2;
      const wanted: number[] = [];
      host.handle.onMessage((message) => {
        if (message.type !== 'want') return;
        wanted.push(message.count);
        // Less than was wanted, as towards the end of a trial.
        const count = Math.min(Math.ceil(message.count / 2), tasks - next);
        host.handle.send({
          type: 'more',
          range: { from: next, count, last: next + count >= tasks },
        });
        next += count;
      });
      host.handle.send({ type: 'go', range: { from: 0, count: 2, last: false } });
      const { results } = await host.until('finished');
      const run = Array.from(results.task).sort((one, other) => one - other);
      assert.deepEqual(
        run,
        Array.from({ length: tasks }, (_, task) => task),
      );
      assert.ok(wanted.length < tasks / 10, `it asked ${wanted.length} times`);
    }),
  })),
  ...([0, 2] as const).map((threads): LauncherCase => ({
    name: `batch: a worker with ${threads} threads holds no long task that it can't run yet`,
    run: onHost(async (host) => {
      const tasks = 8;
      const workers = Math.max(1, threads);
      const long: Workload = { kind: 'wait', params: { ms: 20 } };
      host.setUp(long, { role: 'worker', threads, tasks, telemetry: false });
      await host.until('ready');
      let next = workers;
      let done = 0;
      const wants: number[] = [];
      const held: number[] = [];
      host.handle.onMessage((message) => {
        if (message.type === 'want') {
          wants.push(message.count);
          host.handle.send({ type: 'drain' });
        } else if (message.type === 'spans') {
          done += message.spans.task.length;
          const count = Math.min(wants.shift() ?? 0, tasks - next);
          held.push(next - done);
          host.handle.send({
            type: 'more',
            range: { from: next, count, last: next + count >= tasks },
          });
          next += count;
        }
      });
      host.handle.send({ type: 'go', range: { from: 0, count: workers, last: false } });
      const { results } = await host.until('finished');
      assert.equal(new Set(Array.from(results.task)).size, tasks);
      // All it was handed was done when it asked, but for what its other threads were at.
      assert.ok(Math.max(...held) < workers, `it held ${held.join(', ')} tasks when it asked`);
    }),
  })),
  {
    name: 'stop: a busy host is gone at once',
    run: onHost(async (host) => {
      await decided(host, fault(3), 0);
      host.handle.kill();
      const { signal } = await host.exit;
      assert.equal(signal, 'SIGKILL');
    }),
  },
  {
    name: 'crash: an exit code is told',
    run: onHost(async (host) => {
      await decided(host, fault(1), 0);
      assert.deepEqual(await host.exit, { code: 3 });
    }),
  },
  {
    name: 'crash: a signal is told',
    run: onHost(async (host) => {
      await decided(host, fault(2), 0);
      const { signal } = await host.exit;
      assert.equal(signal, 'SIGABRT');
    }),
  },
  ...([0, 2] as const).map((threads): LauncherCase => ({
    name: `crash: a throw is told with its task, ${threads} threads`,
    run: onHost(async (host) => {
      await decided(host, fault(0), threads);
      const { kind, task, reason, stack } = await host.until('fault');
      assert.equal(kind, 'threw');
      assert.equal(task, 1);
      assert.deepEqual(reason, { code: 'on-purpose', args: { task: 1 } });
      assert.ok(stack !== undefined && stack.length > 0);
    }),
  })),
  {
    name: 'crash: a thread that ends itself is told',
    run: onHost(async (host) => {
      await decided(host, fault(1), 2);
      const { kind, exitCode } = await host.until('fault');
      assert.equal(kind, 'thread-exited');
      assert.equal(exitCode, 3);
    }),
  },
  {
    name: 'kill -9: the signal is told',
    run: onHost(async (host) => {
      await decided(host, fault(3), 2);
      await host.until('workers');
      const { pid } = host.handle;
      assert.ok(pid !== undefined);
      process.kill(pid, 'SIGKILL');
      const { signal } = await host.exit;
      assert.equal(signal, 'SIGKILL');
    }),
  },
  {
    name: 'hang: threads that never come back are ended with their host',
    run: onHost(async (host) => {
      await decided(host, fault(3), 2);
      await host.until('workers');
      host.handle.kill();
      await host.exit;
      assert.equal(
        host.messages.some(({ type }) => type === 'finished'),
        false,
      );
    }),
  },
  {
    name: 'a message to a host that is gone does no harm',
    run: onHost(async (host) => {
      host.setUp(light);
      await host.until('ready');
      host.handle.kill();
      await host.exit;
      host.handle.send({ type: 'decide' });
      host.handle.kill();
    }),
  },
];
