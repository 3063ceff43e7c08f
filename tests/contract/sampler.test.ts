// The built sampler as a real process: what the engine counts on.
import { readerFaultText } from '@present/words/engine/reader-fault';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRunClock, nowNs } from '@engine/clock';
import { framedPipe, pipeDescriptor, pipeStdio, pipeVariable } from '@engine/host/framed-pipe';
import { ownThreadId } from '@engine/host/thread-id';
import { tickNs } from '@engine/machine/core-times';
import { holderFile, ownHolder } from '@engine/processes/holder';
import { coreIds } from '@engine/machine/machine';
import { lists } from '../helpers/lists';
import { coreColumns, residentColumns, workerColumns } from '@engine/sampler/sample-rows';
import { emptySamples } from '@shared/report/live';
import type { SnapshotMoment, FromSampler, ToSampler, WorkerIdentity } from '@shared/wire/messages';
import { Burner } from '../helpers/burner';
import { builtEntries } from '../helpers/entries';

type Message<T extends FromSampler['type']> = Extract<FromSampler, { type: T }>;

const process0 = { pid: process.pid, host: 0 };
const worker0: WorkerIdentity = { worker: 0, host: 0, thread: 0, ...self() };

function self(): { pid: number; tid?: number } {
  const tid = ownThreadId();
  return tid === undefined ? { pid: process.pid } : { pid: process.pid, tid };
}

/** A running sampler, with everything it has said. */
class Probe {
  readonly child: ChildProcess;
  readonly said: FromSampler[] = [];
  readonly exit: Promise<unknown[]>;
  readonly #stream: Duplex;
  readonly #pipe: { send(message: unknown): void };
  #wake: () => void = () => undefined;

  constructor() {
    this.child = spawn(process.execPath, [builtEntries.sampler], {
      stdio: pipeStdio('ignore'),
      env: { ...process.env, [pipeVariable]: String(pipeDescriptor) },
    });
    this.exit = once(this.child, 'exit');
    this.#stream = (this.child.stdio as readonly unknown[])[pipeDescriptor] as Duplex;
    this.#pipe = framedPipe(this.#stream, (message) => {
      this.said.push(message as FromSampler);
      this.#wake();
    });
  }

  /** What the sampler sees where the engine has vanished. */
  vanish(): void {
    this.#stream.destroy();
  }

  send(message: ToSampler): void {
    this.#pipe.send(message);
  }

  begin(originNs = nowNs(), hz = 100, memoryHz = 20): void {
    this.send({ type: 'begin', originNs: String(originNs), hz, memoryHz, quiet: false });
  }

  /** Everything sampled so far, batch by batch. */
  batches() {
    return this.all('batch').map(({ cores, workers, memory, resident, cost }) => ({
      cores: lists(coreColumns(cores, coreIds().length)),
      workers: lists(workerColumns(workers)),
      memory: lists(memory),
      resident: lists(residentColumns(resident)),
      cost,
    }));
  }

  all<T extends FromSampler['type']>(type: T): Message<T>[] {
    return this.said.filter((message): message is Message<T> => message.type === type);
  }

  /** Waits until what was said has it; the test's own time limit ends a wait in vain. */
  async until<T>(find: () => T | undefined): Promise<T> {
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

let sampler: Probe;
let folder: string;
let child: ChildProcess | undefined;
let burner: Burner | undefined;

beforeEach(() => {
  sampler = new Probe();
  folder = mkdtempSync(join(tmpdir(), 'corelane-test-'));
});

// Here, not in the tests: it runs after one that has waited in vain, too.
afterEach(async () => {
  sampler.child.kill('SIGKILL');
  child?.kill('SIGKILL');
  child = undefined;
  await burner?.end();
  burner = undefined;
  rmSync(folder, { recursive: true, force: true });
  await sampler.exit;
});

describe('the sampler', () => {
  it('says that it has begun, who it is and which cores it reads', async () => {
    sampler.begin();
    const ready = await sampler.until(() => sampler.all('ready')[0]);
    expect(ready).toEqual({ type: 'ready', pid: sampler.child.pid, cores: coreIds() });
  });

  it('sends rows of the cores, the worker and its process that join without gaps', async () => {
    const origin = nowNs();
    sampler.begin(origin);
    sampler.send({ type: 'watch', trial: 3, workers: [worker0], processes: [process0] });
    const batch = await sampler.until(() => {
      const batches = sampler.batches();
      return batches.length >= 5 ? batches : undefined;
    });
    const untilNs = createRunClock(origin).now();

    for (const kind of ['cores', 'workers'] as const) {
      const atNs = batch.flatMap((one) => one[kind].atNs);
      const spanNs = batch.flatMap((one) => one[kind].spanNs);
      expect(atNs.length).toBeGreaterThan(1);
      expect(spanNs.slice(1)).toEqual(atNs.slice(1).map((at, row) => at - (atNs[row] ?? NaN)));
      expect(atNs[0]).toBeGreaterThan(0);
      expect(atNs.at(-1)).toBeLessThan(untilNs);
    }
    const busy = batch.flatMap(({ cores }) => cores.busy.flat());
    expect(busy.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(batch[0]?.cores.busy).toHaveLength(coreIds().length);
    const workers = batch.map((one) => one.workers);
    expect(new Set(workers.flatMap(({ trial }) => trial))).toEqual(new Set([3]));
    expect(new Set(workers.flatMap(({ worker }) => worker))).toEqual(new Set([0]));
    for (const core of workers.flatMap(({ core }) => core)) expect(coreIds()).toContain(core);
    const memory = batch.map((one) => one.memory);
    expect(new Set(memory.flatMap(({ pid }) => pid))).toEqual(new Set([process.pid]));
    const pss = memory.flatMap(({ pssBytes }) => pssBytes);
    const rss = memory.flatMap(({ rssBytes }) => rssBytes);
    expect(pss.every((bytes, row) => bytes > 0 && bytes <= (rss[row] ?? NaN))).toBe(true);
    const resident = batch.flatMap((one) => one.resident.rssBytes);
    expect(resident.length).toBeGreaterThan(batch.length);
    for (const bytes of resident) expect(Math.abs(bytes - (rss[0] ?? NaN))).toBeLessThan(100e6);
    const { cost } = batch.at(-1) ?? {};
    expect(cost?.ticks).toBeGreaterThan(batch[0]?.cost.ticks ?? Infinity);
    expect(cost?.cpuNs).toBeGreaterThan(0);
  });

  it('answers for the memory of all watched processes at once', async () => {
    sampler.begin();
    const processes = [process0, { pid: sampler.child.pid ?? 0, host: 1 }];
    sampler.send({ type: 'watch', trial: 0, workers: [], processes });
    sampler.send({ type: 'read-memory', id: 42 });
    const { id, memory } = await sampler.until(() => sampler.all('memory')[0]);
    expect(id).toBe(42);
    expect(memory.pid).toEqual([process.pid, sampler.child.pid]);
  });

  it('sends the tail of a trial when it is no longer watched', async () => {
    sampler.begin(nowNs(), 1, 1);
    sampler.send({ type: 'watch', trial: 7, workers: [worker0], processes: [] });
    sampler.send({ type: 'unwatch', trial: 7 });
    const { workers } = await sampler.until(() => sampler.batches()[0]);
    expect(workers.trial).toEqual([7]);
  });

  it('samples nothing where its rates are 0, and still answers', async () => {
    sampler.begin(nowNs(), 0, 0);
    sampler.send({ type: 'watch', trial: 2, workers: [worker0], processes: [process0] });
    sampler.send({ type: 'read-memory', id: 1 });
    sampler.send({ type: 'snapshot', id: 2, moment: 'before', leader: process.pid });
    await sampler.until(() => sampler.all('snapshot')[0]);
    expect(sampler.all('memory')[0]?.memory.trial).toEqual([2]);
    sampler.send({ type: 'unwatch', trial: 2 });
    sampler.send({ type: 'end' });
    await sampler.exit;
    const batches = sampler.batches();
    expect(batches).toHaveLength(1);
    expect(batches[0]).toMatchObject(emptySamples(coreIds().length));
    expect(batches[0]?.cost).toMatchObject({ ticks: 0, missed: 0 });
    expect(batches[0]?.cost.cpuNs).toBeGreaterThan(0);
  });

  it('names who burns a core between its two looks, with the CPU time', async () => {
    burner = new Burner();
    sampler.begin(nowNs(), 0, 0);
    const leader = sampler.child.pid ?? Number.NaN;
    const snapshot = async (id: number, moment: SnapshotMoment) => {
      sampler.send({ type: 'snapshot', id, moment, leader });
      return sampler.until(() => sampler.all('snapshot').find((answer) => answer.id === id));
    };
    const fromNs = await burner.usedNs();
    expect(await snapshot(1, 'before')).toEqual({ type: 'snapshot', id: 1 });
    const baseNs = await burner.usedNs();
    await burner.until(baseNs + 400e6);
    const minNs = (await burner.usedNs()) - baseNs - 2 * tickNs;
    const { surroundings } = await snapshot(2, 'after');
    const maxNs = (await burner.usedNs()) - fromNs + 2 * tickNs;

    const { spanNs = 0, othersCpuNs = 0, others = [] } = surroundings ?? {};
    expect(spanNs).toBeGreaterThan(minNs);
    expect(othersCpuNs).toBeGreaterThan(minNs);
    expect(othersCpuNs).toBeLessThan(coreIds().length * spanNs * 1.1 + 10 * tickNs);
    expect(others.map(({ pid }) => pid)).not.toContain(leader);
    const named = others.find(({ pid }) => pid === burner?.pid);
    if (named === undefined) {
      // On a busy machine three others may have used more.
      expect(others.map(({ cpuNs }) => cpuNs > minNs)).toEqual([true, true, true]);
    } else {
      expect(named.name).toBe('node');
      expect(named.cpuNs).toBeGreaterThan(minNs);
      expect(named.cpuNs).toBeLessThan(maxNs);
    }
  });

  it('ends when told, after a last batch', async () => {
    sampler.begin();
    await sampler.until(() => sampler.all('batch')[0]);
    const before = sampler.said.length;
    sampler.send({ type: 'end' });
    expect(await sampler.exit).toEqual([0, null]);
    expect(sampler.said.slice(before).at(-1)?.type).toBe('batch');
  });

  it('leaves everything alone when told to end', async () => {
    sampler.begin();
    sampler.send({ type: 'guard', pids: [process.pid], folders: [folder] });
    sampler.send({ type: 'end' });
    await sampler.exit;
    expect(existsSync(folder)).toBe(true);
  });

  it('clears up and ends when the engine vanishes', async () => {
    mkdirSync(join(folder, 'trial-1'));
    writeFileSync(join(folder, 'trial-1', 'data'), 'x');
    writeFileSync(join(folder, holderFile), JSON.stringify(ownHolder()));
    child = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
    const childExit = once(child, 'exit');
    await once(child, 'spawn');
    sampler.begin();
    sampler.send({ type: 'guard', pids: [child.pid ?? 0], folders: [folder, tmpdir()] });
    await sampler.until(() =>
      sampler
        .all('unknown')
        .find(({ what, why }) => what === 'folder' && readerFaultText(why) === tmpdir()),
    );
    sampler.vanish();
    expect(await childExit).toEqual([null, 'SIGKILL']);
    expect(await sampler.exit).toEqual([0, null]);
    expect(existsSync(folder)).toBe(false);
    expect(existsSync(tmpdir())).toBe(true);
  });
});
