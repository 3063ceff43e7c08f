// What every launcher must do, as plain functions: one suite, run over forked Node processes by
// the test runner and over utility processes inside the real Electron.
import assert from 'node:assert/strict';
import type { EntryPaths, Launcher } from '@engine/types';
import type { Workload } from '@shared/workloads';
import { becomesGone, ProbeHost } from './probe-host';

export interface LauncherCase {
  readonly name: string;
  run(launcher: Launcher, entries: EntryPaths): Promise<void>;
}

const light: Workload = { kind: 'powers', params: { number: 7, iterations: 10 } };
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
    name: 'batch: a program runs every task once and gives spans and results',
    run: onHost(async (host) => {
      await decided(host, light, 0);
      const { results, marks, cpu, peakRssBytes } = await host.until('finished');
      host.handle.send({ type: 'drain' });
      const { spans, last } = await host.until('spans');
      assert.equal(last, true);
      assert.deepEqual(results.task, [0, 1, 2, 3, 4, 5]);
      assert.equal(new Set(results.checksum).size, 2);
      assert.equal(spans.task.length, 6);
      assert.ok(spans.endNs.every((end, row) => end >= (spans.startNs[row] ?? Infinity)));
      assert.ok(marks.decidedNs !== undefined && marks.decidedNs <= marks.goNs);
      assert.equal(Math.max(...spans.endNs), marks.lastDoneNs);
      assert.ok(marks.collectedNs >= marks.lastDoneNs);
      assert.ok(cpu.userNs + cpu.systemNs >= cpu.warmNs);
      assert.ok(peakRssBytes !== undefined && peakRssBytes > 1e6);
    }),
  },
  {
    name: 'batch: a program spawns threads, joins them and leaves with code 0',
    run: onHost(async (host) => {
      await decided(host, light, 3);
      const { workers } = await host.until('workers');
      const { results } = await host.until('finished');
      assert.deepEqual([...results.task].sort(), [0, 1, 2, 3, 4, 5]);
      assert.equal(workers.length, 3);
      const tids = workers.map(({ tid }) => tid);
      if (process.platform === 'linux') assert.equal(new Set([...tids, host.handle.pid]).size, 4);
      host.handle.send({ type: 'join' });
      assert.ok((await host.until('joined')).joinNs > 0);
      host.handle.send({ type: 'leave' });
      assert.deepEqual(await host.exit, { code: 0 });
    }),
  },
  ...([0, 2] as const).map((threads): LauncherCase => ({
    name: `batch: a worker with ${threads} threads is handed its tasks on demand`,
    run: onHost(async (host) => {
      host.setUp(light, { role: 'worker', threads, host: 1, firstWorker: 4, tasks: 8 });
      const ready = await host.until('ready');
      assert.equal(ready.workers[0]?.worker, 4);
      let next = 2;
      let asked = 2;
      host.handle.onMessage((message) => {
        if (message.type !== 'want') return;
        asked += message.count;
        const count = Math.min(message.count, 8 - next);
        host.handle.send({ type: 'more', range: { from: next, count, last: next + count >= 8 } });
        next += count;
      });
      host.handle.send({ type: 'go', range: { from: 0, count: 2, last: false } });
      const { results } = await host.until('finished');
      assert.deepEqual([...results.task].sort(), [0, 1, 2, 3, 4, 5, 6, 7]);
      // What is asked for is run at once: nobody holds tasks that another host could run.
      assert.ok(asked <= 8 + Math.max(1, threads), `${asked} tasks were asked for`);
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
      const { kind, task, message, stack } = await host.until('fault');
      assert.equal(kind, 'threw');
      assert.equal(task, 1);
      assert.match(message, /task 1 throws on purpose/);
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
