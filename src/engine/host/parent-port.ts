// The way back from a child to whatever started it: a forked Node process or a utility process.

export interface ParentPort<Send, Receive> {
  send(message: Send): void;
  onMessage(listener: (message: Receive) => void): void;
  /** The starter is gone: whoever hears this should end too. */
  onDisconnect(listener: () => void): void;
}

/** The part of Electron's `process.parentPort` used here; plain Node has none. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/**
 * The port to this process's starter.
 * Throws where there is none, which is a bug of the caller: the entry was run by hand.
 */
export function parentPort<Send, Receive>(): ParentPort<Send, Receive> {
  const utility = (process as { readonly parentPort?: UtilityPort }).parentPort;
  if (utility !== undefined) {
    return {
      send: (message) => utility.postMessage(message),
      onMessage: (listener) => utility.on('message', ({ data }) => listener(data as Receive)),
      // A utility process dies with the app; there is nothing to hear.
      onDisconnect: () => undefined,
    };
  }
  const send = process.send?.bind(process);
  if (send === undefined) throw new Error('this file runs as a child of Corelane only');
  // Ctrl-C in a terminal reaches the whole group; when a child ends is its starter's decision.
  process.on('SIGINT', () => undefined);
  return {
    // With a callback, a closed channel is reported there, not thrown.
    send: (message) => void send(message, undefined, undefined, ignoreClosedChannel),
    onMessage: (listener) => void process.on('message', (message) => listener(message as Receive)),
    onDisconnect: (listener) => void process.on('disconnect', listener),
  };
}

/** `onDisconnect` tells of a closed channel; the single message's error adds nothing. */
function ignoreClosedChannel(): void {
  return;
}
