// Starts children as forked Node processes: what the CLI and the tests use.
import { fork } from 'node:child_process';
import type { ChildHandle, LaunchOptions, Launcher } from '../types';
import { StderrTail } from './stderr-tail';

function launch<Send, Receive>(
  entry: string,
  { env = {} }: LaunchOptions,
): ChildHandle<Send, Receive> {
  const child = fork(entry, [], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    execArgv: [],
    env: { ...process.env, ...env },
  });
  const stderr = new StderrTail(child.stderr);
  return {
    get pid() {
      return child.pid;
    },
    send(message) {
      // A message to a child that has just died is answered by its exit.
      if (child.connected) child.send(message as object, () => undefined);
    },
    onMessage: (listener) => void child.on('message', (message) => listener(message as Receive)),
    onExit(listener) {
      let told = false;
      const tell = (code: number | null, signal: string | null): void => {
        if (told) return;
        told = true;
        listener({ ...(code === null ? {} : { code }), ...(signal === null ? {} : { signal }) });
      };
      child.on('exit', tell);
      child.on('error', () => {
        if (child.pid === undefined) tell(null, null);
      });
    },
    kill: () => void child.kill('SIGKILL'),
    stderrTail: () => stderr.read(),
  };
}

/** A launcher of forked Node processes. */
export function createForkLauncher(): Launcher {
  return { kind: 'fork', launch };
}
