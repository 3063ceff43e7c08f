// The channel back from a child to whatever started it: a forked Node process or a utility process. It is a
// channel of Corelane's own: what own code says by `process.send` or `process.parentPort` is not on it.
import { Socket } from 'node:net';
import process from 'node:process';
import { Readable } from 'node:stream';
import { keepMethods, OwnTicks } from './base/keep-methods';
import { defineOwn } from './base/unbound';
import type { LetLoopEnd } from './settle';
import { framedPipe, pipeDescriptor, pipeVariable } from './framed-pipe';

export interface ParentPort<Send, Receive> {
  send(message: Send): void;
  onMessage(listener: (message: Receive) => void): void;
  /** The starter is gone: whoever hears this should end too. */
  onDisconnect(listener: () => void): void;
  /** To be called before own code is loaded: the port goes on whatever that replaces. */
  keep(): void;
  /** Lets the event loop end although the port is there, until what it gives is called; absent where it never does. */
  readonly letLoopEnd?: LetLoopEnd;
}

/** The part of Electron's `MessagePortMain` used here. */
interface UtilityChannel {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  start(): void;
}

/** The part of Electron's `process.parentPort` used here; plain Node has none. */
interface UtilityPort {
  once(
    event: 'message',
    listener: (event: { readonly ports: readonly UtilityChannel[] }) => void,
  ): void;
}

/**
 * The port to this process's starter.
 * Throws where there is none, which is a bug of the caller: the entry was run by hand.
 */
export function parentPort<Send, Receive>(): ParentPort<Send, Receive> {
  const utility = (process as { readonly parentPort?: UtilityPort }).parentPort;
  return utility === undefined ? pipePort() : utilityPort(utility);
}

function tell<Receive>(listeners: readonly ((message: Receive) => void)[], message: Receive): void {
  for (let at = 0; at < listeners.length; at += 1) listeners[at]?.(message);
}

/** The first message of the starter brings a channel for all others. */
function utilityPort<Send, Receive>(utility: UtilityPort): ParentPort<Send, Receive> {
  let channel: UtilityChannel | undefined;
  let post: ((message: unknown) => void) | undefined;
  const waiting: Send[] = [];
  const listeners: ((message: Receive) => void)[] = [];
  const listen = (): void => {
    const [listener] = listeners;
    if (channel === undefined || listener === undefined) return;
    channel.on('message', ({ data }) => {
      tell(listeners, data as Receive);
    });
    channel.start();
  };
  utility.once('message', ({ ports: [port] }) => {
    if (port === undefined) return;
    channel = port;
    post = port.postMessage.bind(port);
    for (const message of waiting.splice(0)) post(message);
    listen();
  });
  return {
    send: (message) => {
      if (post === undefined) waiting.push(message);
      else post(message);
    },
    onMessage: (listener) => {
      listeners.push(listener);
      if (listeners.length === 1) listen();
    },
    // A utility process dies with the app; there is nothing to hear.
    onDisconnect: () => undefined,
    keep: () => {
      if (channel !== undefined) keepMethods(channel);
    },
  };
}

function pipePort<Send, Receive>(): ParentPort<Send, Receive> {
  if (process.env[pipeVariable] === undefined) {
    throw new Error('this file runs as a child of Corelane only');
  }
  Reflect.deleteProperty(process.env, pipeVariable);
  // Ctrl-C in a terminal reaches the whole group; when a child ends is its starter's decision.
  process.on('SIGINT', () => undefined);
  const socket = new Socket({ fd: pipeDescriptor, readable: true, writable: true });
  const listeners: ((message: Receive) => void)[] = [];
  const ticks = new OwnTicks();
  const pipe = framedPipe(socket, (message) => {
    ticks.without(() => tell(listeners, message as Receive));
  });
  return {
    send: (message) => ticks.within(() => pipe.send(message)),
    keep: () => {
      // A socket's own methods ask those of all streams.
      const { read, resume } = Readable.prototype;
      defineOwn(socket, 'read', read);
      defineOwn(socket, 'resume', resume);
      keepMethods(socket);
      const push = socket.push.bind(socket);
      socket.push = (chunk, encoding) => ticks.within(() => push(chunk, encoding));
    },
    onMessage: (listener) => void listeners.push(listener),
    onDisconnect: (listener) => void socket.once('close', listener),
    letLoopEnd: () => {
      socket.unref();
      return () => void socket.ref();
    },
  };
}
