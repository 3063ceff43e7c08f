// What multiprocessing leaves in shared memory is removed by its tracker, which is given the time that it takes on a
// busy machine, whoever ends the others.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { watchdogArguments } from '@engine/files/cleanup-watchdog';
import { findMarked, sweepNow } from '@engine/processes/marked';
import { endGroup } from '@engine/processes/process-tree';
import { makeRunMark } from '@engine/processes/run-mark';
import { RunReaper } from '@engine/trial/run-reaper';
import { runMark } from '@shared/wire/run-mark';
import { hasPython } from '../../helpers/interpreters';

/** Holds a semaphore of shared memory, whose tracker stands still. */
const holder = `
import multiprocessing, os, signal, time
from multiprocessing import resource_tracker
semaphore = multiprocessing.get_context("spawn").Semaphore()
tracker = resource_tracker._resource_tracker._pid
os.kill(tracker, signal.SIGSTOP)
print(tracker, semaphore._semlock.name, flush=True)
time.sleep(60)
`;

const sweeper = `
import sys
sys.path.append(sys.argv[1])
from corelane.wire.orphaned import OrphanSweep
OrphanSweep().sweep()
`;

/** Starts it with the mark; returns the file of its semaphore. The tracker goes on two seconds later. */
async function holdSemaphore(value: string): Promise<string> {
  const python = spawn('python3', ['-c', holder], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, [runMark]: value },
  });
  const [line] = (await once(createInterface(python.stdout), 'line')) as [string];
  const [tracker = '', name = ''] = line.split(' ');
  spawn('/bin/sh', ['-c', 'sleep 2; kill -s CONT "$1"', 'continue', tracker], { stdio: 'ignore' });
  const file = `/dev/shm/sem.${name.slice(1)}`;
  expect(existsSync(file)).toBe(true);
  return file;
}

describe.runIf(hasPython && process.platform === 'linux')('shared memory is left to nobody', () => {
  it('by a process that ends', async () => {
    const mark = makeRunMark();
    const file = await holdSemaphore(mark.token);
    sweepNow(mark.token);
    expect(existsSync(file)).toBe(false);
    expect(findMarked(mark.token)).toEqual([]);
  });

  it('at the end of a run', async () => {
    const reaper = new RunReaper();
    const file = await holdSemaphore(reaper.mark.token);
    const { ended, still } = await reaper.end();
    expect(still).toEqual([]);
    expect(ended).toHaveLength(1);
    expect(existsSync(file)).toBe(false);
  });

  it('by the watchdog of one that was killed', async () => {
    const mark = makeRunMark();
    const file = await holdSemaphore(mark.token);
    execFileSync('/bin/sh', watchdogArguments(mark.token), { input: '' });
    expect(existsSync(file)).toBe(false);
    expect(findMarked(mark.token)).toEqual([]);
  });

  it('by a Python program whose engine has ended', async () => {
    const mark = makeRunMark();
    const file = await holdSemaphore(mark.token);
    const folder = mkdtempSync(join(tmpdir(), 'corelane-trackers-'));
    const script = join(folder, 'sweep.py');
    writeFileSync(script, sweeper);
    try {
      execFileSync('python3', [script, 'src/python'], {
        env: { ...process.env, [runMark]: mark.token },
      });
      expect(existsSync(file)).toBe(false);
      expect(findMarked(mark.token)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('by a program whose group is ended', async () => {
    const mark = makeRunMark();
    const python = spawn('python3', ['-c', holder], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, [runMark]: mark.token },
      detached: true,
    });
    const [line] = (await once(createInterface(python.stdout), 'line')) as [string];
    const [tracker = '', name = ''] = line.split(' ');
    const file = `/dev/shm/sem.${name.slice(1)}`;
    expect(existsSync(file)).toBe(true);
    endGroup(python.pid!);
    await once(python, 'exit');
    process.kill(Number(tracker), 'SIGCONT');
    await expect.poll(() => existsSync(file), { timeout: 10_000 }).toBe(false);
    await expect.poll(() => findMarked(mark.token), { timeout: 10_000 }).toEqual([]);
  });
});
