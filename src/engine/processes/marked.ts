// Who carries a run's mark, and the end of them: what a run or a trial has left behind, whatever
// session or group it has gone to and whoever its parent is now.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import process from 'node:process';
import { keeperMark, limitOf, runMark } from '@shared/wire/run-mark';
import { hasLimit } from './process-state';
import { signalProcess } from './signal';

export interface Marked {
  readonly pid: number;
  /** One of Corelane's own helpers. */
  readonly keeper: boolean;
}

/** The environment of another of this user's processes; undefined where it has ended or may not be read. */
function environmentOf(pid: number): readonly string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0');
  } catch {
    return undefined;
  }
}

/** Returns what one process's environment says of a run. Pure. */
export function markIn(
  environment: readonly string[],
  token: string,
): Omit<Marked, 'pid'> | undefined {
  const value = environment.find((one) => one.startsWith(`${runMark}=`));
  if (
    value
      ?.slice(runMark.length + 1)
      .split(':')
      .includes(token) !== true
  )
    return undefined;
  return { keeper: environment.some((one) => one.startsWith(`${keeperMark}=`)) };
}

/** Returns the mark that a process carries, in its environment or as its limit; undefined where it has none. */
export function readMark(pid: number, token: string): Marked | undefined {
  const environment = environmentOf(pid);
  const found = environment && markIn(environment, token);
  if (found !== undefined) return { pid, ...found };
  const limit = limitOf(token);
  return limit !== undefined && hasLimit(pid, limit) ? { pid, keeper: false } : undefined;
}

/** The numbers of all processes there are now; empty where there is no /proc. */
export function listProcesses(): readonly number[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0);
  } catch {
    return [];
  }
}

/** Returns what `ps` of macOS and the BSDs prints: a number, the command, and its environment after it. Pure. */
export function markedInPs(text: string, token: string): readonly Marked[] {
  return text.split('\n').flatMap((line) => {
    const pid = Number.parseInt(line, 10);
    const found = markIn(line.split(/\s+/), token);
    return found === undefined || Number.isNaN(pid) ? [] : [{ pid, ...found }];
  });
}

function markedByPs(token: string): readonly Marked[] {
  const { stdout } = spawnSync('/bin/ps', ['-axEww', '-o', 'pid=,command='], {
    encoding: 'latin1',
  });
  return typeof stdout === 'string' ? markedInPs(stdout, token) : [];
}

/**
 * Everything but this process that carries the mark now: about 30 µs a process of the machine. None on
 * Windows, where no environment but the own can be read.
 */
export function findMarked(token: string): readonly Marked[] {
  if (process.platform === 'win32') return [];
  const all =
    process.platform === 'linux'
      ? listProcesses().flatMap((pid) => readMark(pid, token) ?? [])
      : markedByPs(token);
  return all.filter(({ pid }) => pid !== process.pid);
}

/** A process of Python's multiprocessing that ends by itself once those it serves have. */
export type PythonHelper = 'tracker' | 'fork-server';

/**
 * Returns which helper of Python's multiprocessing it is: the one that removes the pieces of shared memory which
 * nobody uses any more, or the one that forks, as which its workers appear too. A process that is just ending has no
 * arguments any more, and counts as a tracker.
 */
export function pythonHelper(pid: number): PythonHelper | undefined {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
    if (command === '' || command.includes('multiprocessing.resource_tracker')) return 'tracker';
    return command.includes('multiprocessing.forkserver') ? 'fork-server' : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Rounds of a sweep, and the pause between two. Trackers have 5 s of their own, alone: on a busy machine it takes
 * long until they notice, and what they have not removed by then stays in shared memory until a restart.
 */
const rounds = { most: 100, forTrackers: 1000, pauseMs: 5 } as const;

/**
 * Ends what carries the mark, again and again until two looks in a row found nothing: what is just being started
 * has no environment yet. For a process that is ending itself, in which nothing else goes on meanwhile.
 */
export function sweepNow(token: string, which: (one: Marked) => boolean = () => true): void {
  let quiet = 0;
  let round = 0;
  let alone = 0;
  while (quiet < 2 && round < rounds.most) {
    const found = findMarked(token).filter(which);
    const spared = alone < rounds.forTrackers;
    const due = found.filter(({ pid }) => !spared || pythonHelper(pid) !== 'tracker');
    quiet = found.length === 0 ? quiet + 1 : 0;
    if (due.length < found.length && due.length === 0) alone += 1;
    else round += 1;
    for (const { pid } of due) signalProcess(pid, 'SIGKILL');
    if (quiet < 2) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, rounds.pauseMs);
  }
}
