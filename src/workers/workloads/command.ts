// Own program: each task is one process of it, started directly, without a shell.
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fillArgument } from '@shared/command-arguments';
import type { CommandWorkload } from '@shared/own-work';
import type { LoadedWorkload } from './context';

/** How much of what a program says of its failure is kept. */
const tailLength = 2000;

/** A group of its own, so that what a program starts itself ends with it. */
const detached = process.platform !== 'win32';

const running = new Set<ChildProcess>();

/** Whatever ends this process, short of being killed. */
function endAll(): void {
  for (const child of running) {
    const { pid } = child;
    if (pid === undefined) continue;
    try {
      process.kill(detached ? -pid : pid, 'SIGKILL');
    } catch {
      // It has ended just now.
    }
  }
}

/**
 * The program as a workload: the checksum is one of all it writes to its standard output. A task
 * fails where the program can't be started, or ends with anything but 0.
 */
export function create({ command, args, params }: CommandWorkload, seed: number): LoadedWorkload {
  process.on('exit', endAll);
  return {
    run: (task) =>
      runOnce(
        command,
        args.map((arg) => fillArgument(arg, { ...params, index: task, seed })),
      ),
  };
}

function runOnce(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached,
      windowsHide: true,
    });
    running.add(child);
    const written = createHash('sha256');
    let tail = '';
    child.stdout.on('data', (chunk: Buffer) => written.update(chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      tail = (tail + chunk).slice(-tailLength);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      running.delete(child);
      const why = error.code === 'ENOENT' ? 'there is no such program' : error.message;
      reject(new Error(`${command} could not be started: ${why}`));
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      if (code === 0) return resolve(written.digest().readUInt32LE(0));
      const how = code === null ? `was ended by ${signal}` : `ended with exit code ${code}`;
      const said = tail.trim();
      reject(new Error(`${command} ${how}${said === '' ? '' : `: ${said}`}`));
    });
  });
}
