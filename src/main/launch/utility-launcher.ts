// Starts children as Electron utility processes: what the app runs trials in.
import { killIfAlive } from '@engine/processes/signal';
import { MessageChannelMain, utilityProcess } from 'electron';
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { nodeOptionsPart } from '@engine/processes/node-options';
import { StderrTail } from '@engine/launch/stderr-tail';
import type { ChildExit, ChildHandle, LaunchOptions, Launcher } from '@engine/types';
import { exitOf } from './utility-exit';

const hasProc = process.platform === 'linux';

/** How long the last words of a failed child may take to arrive after its end. */
const lastWordsMs = 250;

function launch<Send, Receive>(
  entry: string,
  { name, env = {} }: LaunchOptions,
): ChildHandle<Send, Receive> {
  const child = utilityProcess.fork(entry, [], {
    stdio: ['ignore', 'ignore', 'pipe'],
    serviceName: name,
    env: { ...process.env, ...nodeOptionsPart(process.env), ...env },
  });
  const output = child.stderr as Readable | null;
  // A channel of Corelane's own: what own code says by `process.parentPort` is not on it.
  const { port1: port, port2: theirs } = new MessageChannelMain();
  child.postMessage(null, [theirs]);
  const stderr = new StderrTail(output);
  const listeners: ((exit: ChildExit) => void)[] = [];
  // Electron forgets it when the process has ended; the evidence needs it then.
  let pid: number | undefined;
  let ended = false;
  let killed = false;

  const kill = (): void => {
    if (ended) return;
    killed = true;
    // Electron's own kill asks with SIGTERM, which a child may hold off.
    if (pid !== undefined) killIfAlive(pid);
    child.kill();
  };
  const tell = (exit: ChildExit): void => {
    for (const listener of listeners) listener(exit);
  };

  // It has no pid, and can't be ended, until it has started.
  const started = new Promise<void>((resolve) => {
    child.on('spawn', () => {
      pid = child.pid;
      if (killed) kill();
      resolve();
    });
  });
  // Newer Electron tells of fatal V8 errors; the exit follows.
  child.on('error', () => undefined);
  child.on('exit', (code) => {
    ended = true;
    const exit = exitOf({ code, stat: readStatOf(pid), hasProc, killed });
    if (exit.code === 0 || killed || output === null || output.readableEnded) return tell(exit);
    // What it wrote last says why.
    const finish = (): void => {
      clearTimeout(timer);
      output.off('end', finish);
      tell(exit);
    };
    const timer = setTimeout(finish, lastWordsMs);
    output.once('end', finish);
  });

  return {
    get pid() {
      return pid;
    },
    started,
    send(message) {
      if (!ended) port.postMessage(message);
    },
    onMessage: (listener) => {
      port.on('message', ({ data }) => listener(data as Receive));
      port.start();
    },
    onExit: (listener) => void listeners.push(listener),
    kill,
    stderrTail: () => stderr.read(),
  };
}

function readStatOf(pid: number | undefined): string | undefined {
  if (!hasProc || pid === undefined) return undefined;
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return undefined;
  }
}

/** A launcher of utility processes; only after the app is ready. */
export function createUtilityLauncher(): Launcher {
  return { kind: 'utility', launch };
}
