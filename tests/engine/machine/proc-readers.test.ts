// The readers on the real /proc of this process. Only order relations: no timings.
import { readerFaultText } from '@present/words/engine/reader-fault';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coreIds, readMachine } from '@engine/machine/machine';
import { openReaders } from '@engine/sampler/open-readers';
import { startOwnCpu } from '@engine/machine/process-cpu';
import { openProcReaders, readStartTicks } from '@engine/machine/proc-readers';
import type { Readers } from '@engine/machine/readers';
import { openRuntimeReaders } from '@engine/machine/runtime-readers';
import type { Reading } from '@engine/machine/reading';

function value<T>(result: Reading<T>): T {
  if (!result.ok) throw new Error(readerFaultText(result.problem));
  return result.value;
}

function openHere(): Readers {
  const { affinity, logicalCores } = readMachine();
  return value(openProcReaders(affinity, logicalCores));
}

const kept: Buffer[] = [];

/** Memory that is touched and stays: freed between two readings it would hide what the second adds. */
function hold(bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes, 1);
  kept.push(buffer);
  return buffer;
}

const empty = () => ({ rssBytes: 0, sharedBytes: 0 });

/** Work until this much CPU time has gone into it. */
function burn(cpuNs: number): void {
  const used = startOwnCpu();
  while (used() < cpuNs) Math.sqrt(cpuNs);
}

describe.runIf(process.platform === 'linux')('readers over /proc', () => {
  it('sees this thread use its core, no more than the process did', () => {
    const tid = Number(readlinkSync('/proc/thread-self').split('/').pop());
    const worker = value(openHere().openWorker(process.pid, tid));
    const processCpu = process.cpuUsage();
    const before = { onCpuNs: 0, waitNs: 0 };
    const after = { ...before };
    expect(worker.readTimes(before)).toBe(true);
    burn(60e6);
    expect(worker.readTimes(after)).toBe(true);
    const used = process.cpuUsage(processCpu);
    const tickNs = 10e6;
    expect(after.onCpuNs - before.onCpuNs).toBeGreaterThan(60e6 - 2 * tickNs);
    expect(after.onCpuNs - before.onCpuNs).toBeLessThanOrEqual(
      (used.user + used.system) * 1000 + tickNs,
    );
    expect(after.waitNs).toBeGreaterThanOrEqual(before.waitNs);
    expect(coreIds()).toContain(worker.readCore());
    worker.close();
  });

  it('sees the cores’ times grow, idle no faster than all', () => {
    const { cores } = openHere();
    const first = cores.read();
    const idle = [...first.idle];
    const total = [...first.total];
    burn(60e6);
    const { idle: idleLater, total: totalLater } = cores.read();
    expect(cores.ids).toEqual(coreIds());
    const sum = (ticks: Iterable<number>) => [...ticks].reduce((all, one) => all + one, 0);
    expect(sum(totalLater)).toBeGreaterThan(sum(total));
    expect(sum(totalLater) - sum(total)).toBeGreaterThan(sum(idleLater) - sum(idle));
    cores.close();
  });

  it('agrees with the runtime about memory: private ≤ proportional ≤ resident', () => {
    const memory = value(openHere().openMemory(process.pid));
    const held = hold(64e6);
    const reading = memory.read();
    const { rss } = process.memoryUsage();
    expect(reading?.privateBytes).toBeGreaterThanOrEqual(held.length);
    expect(reading?.pssBytes).toBeGreaterThanOrEqual(reading?.privateBytes ?? Infinity);
    expect(reading?.rssBytes).toBeGreaterThanOrEqual(reading?.pssBytes ?? Infinity);
    expect(Math.abs((reading?.rssBytes ?? 0) - rss)).toBeLessThan(held.length / 2);
    memory.close();
  });

  it('agrees with the exact reading about the resident size, and sees it grow', () => {
    const readers = openHere();
    const memory = value(readers.openMemory(process.pid));
    const resident = value(readers.openResident(process.pid));
    const [before, after] = [empty(), empty()];
    const exact = memory.read();
    expect(resident.readResident(before)).toBe(true);
    expect(Math.abs(before.rssBytes - (exact?.rssBytes ?? 0))).toBeLessThan(16e6);
    expect(before.sharedBytes).toBeGreaterThan(0);
    expect(before.sharedBytes).toBeLessThan(before.rssBytes);
    const held = hold(64e6);
    expect(memory.readResident(after)).toBe(true);
    // What is held is no page of a file.
    const own = after.rssBytes - after.sharedBytes - (before.rssBytes - before.sharedBytes);
    expect(own).toBeGreaterThan(held.length / 2);
    memory.close();
    resident.close();
  });

  it('reads again and again through the same descriptor', () => {
    const memory = value(openHere().openMemory(process.pid));
    const before = memory.read()?.privateBytes ?? Infinity;
    const held = hold(64e6);
    expect(memory.read()?.privateBytes).toBeGreaterThan(before + held.length / 2);
    memory.close();
  });

  it('finds nothing left of a process that has ended, and does not complain', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    const readers = openHere();
    const worker = value(readers.openWorker(pid, pid));
    const memory = value(readers.openMemory(pid));
    expect(value(readStartTicks(pid))).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(worker.readTimes({ onCpuNs: 0, waitNs: 0 })).toBe(false);
    expect(worker.readCore()).toBeNaN();
    expect(memory.read()).toBeUndefined();
    expect(memory.readResident(empty())).toBe(false);
    worker.close();
    memory.close();
    for (const opened of [
      readers.openWorker(pid, pid),
      readers.openMemory(pid),
      readers.openResident(pid),
      readStartTicks(pid),
    ]) {
      expect(opened).toMatchObject({ ok: false, problem: { code: 'ended' } });
    }
  });

  it('tells an own process by its start', () => {
    expect(value(readStartTicks(process.pid))).toBe(value(readStartTicks(process.pid)));
    expect(value(readStartTicks(process.pid))).toBeGreaterThan(value(readStartTicks(1)));
  });

  it('is what the sampler uses here', () => {
    const { readers } = openReaders();
    expect(readers.openMemory(process.pid).ok).toBe(true);
  });
});

describe('readers of the runtime', () => {
  it('give the cores’ times, and say that they know no threads and no memory', () => {
    const readers = openRuntimeReaders(coreIds());
    const { idle, total } = readers.cores.read();
    expect(total).toHaveLength(coreIds().length);
    idle.forEach((ms, core) => expect(ms).toBeLessThanOrEqual(total[core] ?? NaN));
    for (const opened of [
      readers.openWorker(1, 1),
      readers.openMemory(1),
      readers.openResident(1),
    ]) {
      expect(opened).toMatchObject({ ok: false, problem: { code: 'untold' } });
    }
  });
});
