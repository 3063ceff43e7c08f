// Connects a probe's worker with its program: the same for a thread and a process.
import type { MessagePort, TransferListItem } from 'node:worker_threads';

/** The first thing a worker says. */
export interface WorkerBegin {
  readonly began: true;
  readonly pid: number;
  readonly tid?: number;
}

export interface Talk {
  readonly inThread: boolean;
  /** `transfer` is for threads; a process gets a copy. */
  send(message: unknown, transfer?: readonly TransferListItem[]): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** The talk of a worker thread. */
export function threadTalk(port: MessagePort): Talk {
  return {
    inThread: true,
    send: (message, transfer) => port.postMessage(message, transfer),
    onMessage: (listener) => void port.on('message', listener),
  };
}

/** The talk of a process of its own. */
export function processTalk(): Talk {
  const send = process.send?.bind(process);
  if (send === undefined) throw new Error('this file runs as a child of a probe only');
  return {
    inThread: false,
    // The program has just ended: so will this process.
    send: (message) => void send(message, undefined, undefined, () => undefined),
    onMessage: (listener) => void process.on('message', listener),
  };
}
