// A host inside the engine's own process, for `placement: "main"`: its threads are spawned by the
// app's main process itself, so that what this does to the app can be seen.
import type { FromHost } from '@shared/messages';
import { nowNs } from '../clock';
import { HostSession } from '../host/session';
import type { ChildExit, HostHandle } from '../types';

/** A handle that looks like a child's, with no child. Only threads can run in it. */
export function launchInlineHost(threadEntry: string): HostHandle {
  let onMessage: (message: FromHost) => void = () => undefined;
  let onExit: (exit: ChildExit) => void = () => undefined;
  let ended = false;
  const end = (exit: ChildExit): void => {
    if (ended) return;
    ended = true;
    onExit(exit);
  };
  const beganNs = nowNs();
  const session = new HostSession({
    send: (message) => {
      if (!ended) onMessage(message);
    },
    beganNs,
    threadEntry,
    loadWorkload: () => Promise.reject(new Error('the app itself runs no tasks, only its threads')),
    leave: () => end({ code: 0 }),
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
      // Threads end at once; the exit is told when they are gone.
      void session.terminate().finally(() => end({}));
    },
    stderrTail: () => '',
  };
}
