// The worker of the messaging probe: reads what it is sent and sends it back.
import { nowNs } from '@engine/clock';
import { readPages, writePages } from './pages';
import type { Talk } from './talk';

/** Shared memory and the cell of whose turn it is: odd the worker's, even the program's. */
export interface SharedRound {
  readonly turn: Int32Array;
  readonly payload: Uint8Array;
}

/** Neither side waits for the other for longer. */
export const turnLimitMs = 5000;

/** The turn after which the worker no longer waits. */
export const noMoreTurns = -1;

/** Sends back a copy of a copy, in a thread or a process. */
export function echoCopy(_: null, talk: Talk): void {
  talk.onMessage((message) => {
    const payload = message as Uint8Array;
    readPages(payload);
    talk.send(payload);
  });
}

/** Hands back what it was handed: the memory changes its owner. */
export function echoTransfer(_: null, talk: Talk): void {
  talk.onMessage((message) => {
    const payload = message as ArrayBuffer;
    readPages(new Uint8Array(payload));
    talk.send(payload, [payload]);
  });
}

/** Reads and writes in place whenever it is its turn, until there are no more. */
export function echoShared(_: null, talk: Talk): void {
  talk.onMessage((message) => {
    const { turn, payload } = message as SharedRound;
    talk.send('ready');
    const untilNs = nowNs() + BigInt(turnLimitMs) * 2_000_000n;
    let seen = 0;
    while (nowNs() < untilNs) {
      Atomics.wait(turn, 0, seen, turnLimitMs);
      seen = Atomics.load(turn, 0);
      if (seen === noMoreTurns) break;
      if (seen % 2 === 0) continue;
      writePages(payload, readPages(payload));
      seen += 1;
      Atomics.store(turn, 0, seen);
      Atomics.notify(turn, 0);
    }
    talk.send('done');
  });
}
