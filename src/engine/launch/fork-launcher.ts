// Starts children as Node processes: what the CLI and the tests use. Messages go over a pipe of their own.
import type { Duplex } from 'node:stream';
import { defined } from '@shared/base/defined';
import { framedPipe, pipeDescriptor, pipeStdio, pipeVariable } from '../host/framed-pipe';
import { lostExitCode } from '../host/lost-channel';
import type { ChildExit, ChildHandle, LaunchOptions, Launcher } from '../types';
import { nodeOptionsPart } from '../processes/node-options';
import { startChild } from '../processes/start-child';
import { StderrTail } from './stderr-tail';

/** How long a child may live on whose pipe has closed: it hears of nothing any more. */
const lostWithinMs = 1_000;

/** How long what a child said last may take to be read after its end. */
const lastWordsMs = 500;

function launch<Send, Receive>(
  entry: string,
  { env = {} }: LaunchOptions,
): ChildHandle<Send, Receive> {
  const { child, stdio, onFailed } = startChild(process.execPath, [entry], {
    stdio: pipeStdio('pipe'),
    env: {
      ...process.env,
      ...nodeOptionsPart(process.env),
      ...env,
      [pipeVariable]: String(pipeDescriptor),
    },
    windowsHide: true,
  });
  const stderr = new StderrTail(child?.stderr);
  // Absent where the child could not be started at all.
  const stream = stdio[pipeDescriptor] as Duplex | null | undefined;
  const listeners: ((message: Receive) => void)[] = [];
  const pipe =
    stream === null || stream === undefined
      ? undefined
      : framedPipe(stream, (message) => {
          for (const listener of listeners) listener(message as Receive);
        });
  let lost = false;
  stream?.once('close', () => {
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const timer = setTimeout(() => {
      lost = child.kill('SIGKILL');
    }, lostWithinMs);
    child.once('exit', () => clearTimeout(timer));
  });
  return {
    get pid() {
      return child?.pid;
    },
    // A message to a child that has just died is answered by its exit.
    send: (message) => pipe?.send(message),
    onMessage: (listener) => void listeners.push(listener),
    onExit(listener) {
      let told = false;
      const tell = (exit: ChildExit): void => {
        if (told) return;
        told = true;
        listener(exit);
      };
      child?.on('exit', (code, signal) => {
        const ended = defined({ code: code ?? undefined, signal: signal ?? undefined });
        const exit = lost ? { code: lostExitCode } : ended;
        if (stream === null || stream === undefined || stream.destroyed) return tell(exit);
        const timer = setTimeout(() => tell(exit), lastWordsMs);
        stream.once('close', () => {
          clearTimeout(timer);
          tell(exit);
        });
      });
      onFailed(tell);
    },
    kill: () => void child?.kill('SIGKILL'),
    stderrTail: () => stderr.read(),
  };
}

/** A launcher of Node processes. */
export function createForkLauncher(): Launcher {
  return { kind: 'fork', launch };
}
