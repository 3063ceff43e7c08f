// A worker of the counter probe: adds to a counter that every worker adds to.
import { nowNs } from '@engine/clock';
import type { Talk } from './talk';

/** Cells of the shared memory, each on a cache line of its own so that only the counter is contended. */
export const cell = { counter: 0, lock: 32, go: 64 } as const;

export const cellCount = 96;

export const countMethods = ['plain', 'atomic', 'lock'] as const;

export type CountMethod = (typeof countMethods)[number];

/** One round: every worker waits for `go` to become `round`, then adds. */
export interface CountOrder {
  readonly method: CountMethod;
  readonly round: number;
  readonly increments: number;
}

/** `ready`: waits for the round; otherwise when it counted, in ns of the process's clock, and how often. */
export type CountAnswer =
  | { readonly ready: true }
  | {
      readonly ready: false;
      readonly fromNs: bigint;
      readonly toNs: bigint;
      readonly done: number;
    };

/** Nothing here waits or counts for longer. */
const limitMs = 4000;

const limitNs = BigInt(limitMs) * 1_000_000n;

/** Increments between two looks at the clock. */
const slice = 10_000;

function addPlain(cells: Int32Array, times: number): void {
  for (let time = 0; time < times; time += 1) {
    cells[cell.counter] = (cells[cell.counter] as number) + 1;
  }
}

function addAtomic(cells: Int32Array, times: number): void {
  for (let time = 0; time < times; time += 1) Atomics.add(cells, cell.counter, 1);
}

/**
 * A lock that sleeps: 0 free, 1 held, 2 held and somebody may wait. The third mutex of Drepper,
 * "Futexes Are Tricky" (2011).
 */
function takeLock(cells: Int32Array): void {
  if (Atomics.compareExchange(cells, cell.lock, 0, 1) === 0) return;
  while (Atomics.exchange(cells, cell.lock, 2) !== 0) Atomics.wait(cells, cell.lock, 2, limitMs);
}

function giveLock(cells: Int32Array): void {
  if (Atomics.exchange(cells, cell.lock, 0) === 2) Atomics.notify(cells, cell.lock, 1);
}

function addLocked(cells: Int32Array, times: number): void {
  for (let time = 0; time < times; time += 1) {
    takeLock(cells);
    cells[cell.counter] = (cells[cell.counter] as number) + 1;
    giveLock(cells);
  }
}

const adders: Readonly<Record<CountMethod, (cells: Int32Array, times: number) => void>> = {
  plain: addPlain,
  atomic: addAtomic,
  lock: addLocked,
};

/** Counts each round that it receives. */
export function countTogether({ cells }: { readonly cells: Int32Array }, talk: Talk): void {
  const say = (answer: CountAnswer): void => talk.send(answer);
  talk.onMessage((message) => {
    const { method, round, increments } = message as CountOrder;
    say({ ready: true });
    Atomics.wait(cells, cell.go, round - 1, limitMs);
    const fromNs = nowNs();
    let done = 0;
    while (done < increments && nowNs() - fromNs < limitNs) {
      const times = Math.min(slice, increments - done);
      adders[method](cells, times);
      done += times;
    }
    say({ ready: false, fromNs, toNs: nowNs(), done });
  });
}
