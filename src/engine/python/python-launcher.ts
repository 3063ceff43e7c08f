// Starts the Python agent as a host: the same messages as a Node.js host's, one JSON object a line.
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { FromHost, ToHost } from '@shared/messages';
import { StderrTail } from '../launch/stderr-tail';
import type { ChildExit, HostHandle } from '../types';

/** How long what is told to end may take before it is made to. */
const graceMs = 500;

/**
 * Ends the agent's whole group, which its worker processes belong to. They are told first:
 * multiprocessing's own helper ignores that, and so lives to remove what the others leave.
 */
function killGroup(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  signalGroup(pid, 'SIGTERM');
  child.kill('SIGKILL');
  const end = (): void => signalGroup(pid, 'SIGKILL');
  process.once('exit', end);
  setTimeout(() => {
    process.off('exit', end);
    end();
  }, graceMs);
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // Nobody is left in it.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** What the agent says, in order; a line that is none of its messages is a fault of its own. */
function listen(child: ChildProcess, listener: (message: FromHost) => void): void {
  if (child.stdout === null) return;
  createInterface({ input: child.stdout, crlfDelay: Infinity }).on('line', (line) => {
    let message: FromHost;
    try {
      message = JSON.parse(line) as FromHost;
    } catch {
      message = {
        type: 'fault',
        kind: 'threw',
        message: `it said what is no message: ${line.slice(0, 200)}`,
      };
    }
    listener(message);
  });
}

/**
 * Starts a program in this Python, in a process group of its own.
 * @param agent path of the agent's file
 */
export function launchPython(path: string, agent: string): HostHandle {
  const child = spawn(path, ['-B', agent], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const stderr = new StderrTail(child.stderr);
  // Writing to one that has just died is answered by its exit.
  child.stdin.on('error', () => undefined);
  return {
    get pid() {
      return child.pid;
    },
    send: (message: ToHost) => void child.stdin.write(`${JSON.stringify(message)}\n`),
    onMessage: (listener) => listen(child, listener),
    onExit(listener) {
      let told = false;
      const tell = (exit: ChildExit): void => {
        if (told) return;
        told = true;
        listener(exit);
      };
      child.on('exit', (code, signal) =>
        tell({ ...(code === null ? {} : { code }), ...(signal === null ? {} : { signal }) }),
      );
      child.on('error', () => {
        if (child.pid === undefined) tell({});
      });
    },
    kill: () => killGroup(child),
    stderrTail: () => stderr.read(),
  };
}
