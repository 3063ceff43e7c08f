// A host inside the engine's own process, for `placement: "main"`: its threads are spawned by the
// app's main process itself, so that what this does to the app can be seen.
import type { FromHost } from '@shared/wire/messages';
import type { EnvironmentPart } from '@shared/wire/run-mark';
import { nowNs } from '../clock';
import { HostSession } from '../host/session';
import type { ChildExit, HostHandle } from '../types';

/**
 * A handle that looks like a child's, with no child. Only threads can run in it.
 * @param mark of the run: threads, and what they start, take over this process's environment
 */
export function launchInlineHost(threadEntry: string, mark: EnvironmentPart): HostHandle {
  let onMessage: (message: FromHost) => void = () => undefined;
  let onExit: (exit: ChildExit) => void = () => undefined;
  let ended = false;
  const end = (exit: ChildExit): void => {
    if (ended) return;
    ended = true;
    restore();
    onExit(exit);
  };
  const beganNs = nowNs();
  const restore = setEnvironment(mark);
  const session = new HostSession({
    send: (message) => {
      if (!ended) onMessage(message);
    },
    beganNs,
    threadEntry,
    loadWorkload: () => Promise.reject(new Error('the app itself runs no tasks, only its threads')),
    leave: () => end({ code: 0 }),
    shared: true,
  });
  setImmediate(() => onMessage({ type: 'hello', pid: process.pid, atNs: String(beganNs) }));
  return {
    pid: process.pid,
    // As with a child, what was under way when it ended is not received.
    send: (message) =>
      void setImmediate(() => {
        if (!ended) session.receive(message);
      }),
    onMessage: (listener) => {
      onMessage = listener;
    },
    onExit: (listener) => {
      onExit = listener;
    },
    kill: () => {
      // Threads end at once; the exit is reported when they are gone.
      void session.terminate().finally(() => end({}));
    },
    stderrTail: () => '',
  };
}

/** Sets a part of this process's environment; what puts it back as it was. */
function setEnvironment(part: EnvironmentPart): () => void {
  const before = Object.keys(part).map((name): [string, string | undefined] => [
    name,
    process.env[name],
  ]);
  const set = ([name, value]: readonly [string, string | undefined]): void => {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  };
  Object.entries(part).forEach(set);
  return () => before.forEach(set);
}
