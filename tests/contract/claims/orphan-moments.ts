// Moments at which a program that tries a claim is killed, and what must be gone then: for the tests of orphans.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ClaimId } from '@shared/claims/claims';
import { builtCli } from '../../helpers/entries';
import { descendantsOf, processes, type Living } from '../../helpers/process-tree';

export interface Moment {
  readonly name: string;
  readonly claim: ClaimId;
  /** Whether these are the processes that are to be there when the program is killed. */
  readonly reached: (all: readonly Living[]) => boolean;
}

const inNode = ({ command }: Living): boolean => /[\\/]probe\.js/.test(command);
const inPython = ({ command }: Living): boolean => command.includes('corelane_probe.py');
const sleeps = ({ command }: Living): boolean => /setTimeout|time\.sleep/.test(command);
const worker = ({ command }: Living): boolean => command.includes('probe-worker.js');
const count = (all: readonly Living[], is: (one: Living) => boolean): number =>
  all.filter(is).length;

/** Names of the machine's shared memory that Python's modules or Corelane's probes give. */
function sharedMemory(): string[] {
  return readdirSync('/dev/shm').filter((name) => /^(corelane|psm_|sem\.)/.test(name));
}

/** Each kind of probe in each runtime, in threads and in processes. */
export const moments: readonly Moment[] = [
  {
    name: 'heap in Node.js',
    claim: 'heap',
    reached: (all) => count(all, inNode) > 0,
  },
  {
    name: 'heap in Python',
    claim: 'heap',
    reached: (all) => count(all, inPython) > 0,
  },
  {
    name: 'kill in a thread of Node.js',
    claim: 'kill',
    reached: (all) => count(all, sleeps) > 0 && count(all, worker) === 0,
  },
  {
    name: 'kill in a process of Node.js',
    claim: 'kill',
    reached: (all) => count(all, sleeps) > 0 && count(all, worker) > 0,
  },
  {
    name: 'kill in a thread of Python',
    claim: 'kill',
    reached: (all) => count(all, inPython) === 1 && count(all, sleeps) > 0,
  },
  {
    name: 'kill in a process of Python',
    claim: 'kill',
    reached: (all) => count(all, inPython) > 2 && count(all, sleeps) > 0,
  },
  {
    name: 'lost-updates in Node.js',
    claim: 'lost-updates',
    reached: (all) => count(all, inNode) > 0,
  },
  {
    name: 'lost-updates in Python',
    claim: 'lost-updates',
    reached: (all) => count(all, inPython) > 0,
  },
  {
    name: 'messages in processes of Node.js',
    claim: 'messages',
    reached: (all) => count(all, worker) > 0,
  },
  {
    name: 'messages in processes of Python',
    claim: 'messages',
    reached: (all) => count(all, inPython) > 1,
  },
  {
    name: 'responsive in a window',
    claim: 'responsive',
    reached: (all) => count(all, ({ command }) => command.includes('--type=renderer')) > 0,
  },
  {
    name: 'cores in processes',
    claim: 'cores',
    reached: (all) => count(all, ({ command }) => /[\\/]host\.js/.test(command)) > 1,
  },
  {
    name: 'containment in threads of Node.js',
    claim: 'containment',
    reached: (all) => count(all, inNode) > 0,
  },
  {
    name: 'containment in processes of Node.js',
    claim: 'containment',
    reached: (all) => count(all, worker) > 2,
  },
  {
    name: 'containment in processes of Python',
    claim: 'containment',
    reached: (all) => count(all, inPython) > 2,
  },
];

/** One moment for each kind of what is started: those that `npm test` tries each time. */
export const oneOfEach: readonly string[] = [
  'heap in Python',
  'kill in a process of Node.js',
  'messages in processes of Python',
  'responsive in a window',
  'cores in processes',
  'containment in threads of Node.js',
];

/** Kills the program at this moment, and expects that nothing of it is left. */
export async function expectNothingLeft({ claim, reached }: Moment): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'orphans-'));
  const cli = spawn(process.execPath, [builtCli, 'claims', claim], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: folder, CORELANE_DATA: join(folder, 'data') },
  });
  const ended = once(cli, 'exit');
  const sharedBefore = sharedMemory();
  const noted = new Map<string, Living>();
  const look = (): boolean => {
    const all = descendantsOf(cli.pid ?? -1);
    for (const one of all) noted.set(`${one.pid} ${one.start}`, one);
    return cli.exitCode !== null || reached(all);
  };
  try {
    await expect.poll(look, { interval: 50, timeout: 90_000 }).toBe(true);
    expect(cli.exitCode, 'it was over too soon').toBeNull();
    look();
    cli.kill('SIGKILL');
    await ended;
    const left = (): string[] =>
      processes()
        .filter(({ pid, start }) => noted.has(`${pid} ${start}`))
        .map(({ pid, command }) => `${pid} ${command}`);
    const files = (): string[] => readdirSync(folder).filter((name) => name !== 'data');
    await expect.poll(left, { timeout: 5_000 }).toEqual([]);
    await expect.poll(files, { timeout: 5_000 }).toEqual([]);
    const shared = (): string[] => sharedMemory().filter((name) => !sharedBefore.includes(name));
    await expect.poll(shared, { timeout: 5_000 }).toEqual([]);
  } finally {
    cli.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
