// Own program: each task is one process of it, started directly, without a shell.
import { killGroup } from '@engine/processes/signal';
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fillArgument } from '@shared/experiment/command-arguments';
import { allowedExitCodes, type CommandWorkload } from '@shared/experiment/own-code';
import type { LoadedWorkload } from './context';
import { endedOtherwise, notStarted } from './program-errors';

/** How much of what a program says of its failure is kept. */
const tailLength = 2000;

/** How long nothing may come of a program that has ended: what it started itself may hold its output. */
const drainedMs = 20;

/** How long something may come all the same: what it started may write without end. */
const endedMs = 1000;

/** A group of its own, so that what a program starts itself ends with it. */
const detached = process.platform !== 'win32';

const running = new Set<ChildProcess>();

/** Whatever ends this process, short of being killed. */
function endAll(): void {
  for (const child of running) {
    const { pid } = child;
    if (pid === undefined) continue;
    killGroup(pid);
  }
}

/**
 * The program as a workload: the checksum is one of all it writes to its standard output until it ends. A task
 * fails where the program can't be started, or ends with a code that is not allowed.
 */
export function create(workload: CommandWorkload, seed: number): LoadedWorkload {
  const { command, args, params } = workload;
  const allowed = allowedExitCodes(workload);
  process.on('exit', endAll);
  return {
    run: (task) =>
      runOnce(
        command,
        args.map((arg) => fillArgument(arg, { ...params, index: task, seed })),
        allowed,
      ),
  };
}

function runOnce(
  command: string,
  args: readonly string[],
  allowed: readonly number[],
): Promise<number> {
  return new Promise((resolve, reject) => {
    let child: ReturnType<typeof start>;
    try {
      child = start(command, args);
    } catch (error) {
      // What is reported at once: more processes or files than this system has.
      return reject(notStarted(command, error));
    }
    if (child.pid === undefined) {
      // It was not started, and the reason follows in a moment; out of files there are no pipes either.
      child.once('error', (error) => reject(notStarted(command, error)));
      return;
    }
    running.add(child);
    const { stdout, stderr } = child;
    const written = createHash('sha256');
    let tail = '';
    let pieces = 0;
    let idle: NodeJS.Timeout | undefined;
    let over: NodeJS.Timeout | undefined;
    stdout.on('data', (chunk: Buffer) => {
      written.update(chunk);
      pieces += 1;
      idle?.refresh();
    });
    stderr.setEncoding('utf8').on('data', (chunk: string) => {
      tail = (tail + chunk).slice(-tailLength);
      pieces += 1;
      idle?.refresh();
    });
    const end = (code: number | null, signal: NodeJS.Signals | null): void => {
      clearTimeout(idle);
      clearTimeout(over);
      if (!running.delete(child)) return;
      stdout.destroy();
      stderr.destroy();
      if (code !== null && allowed.includes(code)) {
        return resolve(written.digest().readUInt32LE(0));
      }
      reject(endedOtherwise(command, { code, signal, tail, allowed }));
    };
    child.on('error', (error) => {
      if (running.delete(child)) reject(notStarted(command, error));
    });
    child.on('close', end);
    child.on('exit', (code, signal) => {
      // A busy host may hear of the end, and find the time passed, before it has read anything. The pipes are
      // read between a timer and what it puts off.
      idle = setTimeout(() => {
        const before = pieces;
        setImmediate(() => {
          if (pieces === before) end(code, signal);
        });
      }, drainedMs);
      over = setTimeout(() => setImmediate(() => end(code, signal)), endedMs);
    });
  });
}

function start(command: string, args: readonly string[]) {
  return spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached,
    windowsHide: true,
  });
}
