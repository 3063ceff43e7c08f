// The worker that misbehaves, each time in one way.
import type { WorkerThrow } from '@shared/claims/claims';
import type { CrashFault } from '@shared/claims/crash-faults';
import type { Talk } from './talk';

/** By then the others have surely been reported; in ms. */
const afterMs = 100;

/** What `leak` grows by: a megabyte of numbers at a time. */
const leakedMb = 64;

/** Where `memory` stops if no limit does. */
const maxMb = 512;

const numbersPerMb = 131_072;

/** Lives as long as the worker's own code: what is put here is never given back by it. */
const kept: number[][] = [];

function grow(megabytes: number): void {
  for (let count = 0; count < megabytes; count += 1)
    kept.push(Array<number>(numbersPerMb).fill(0.5));
}

/** Its program knows it by its message: only that comes out of a thread. */
const thrown = (what: WorkerThrow): Error => new Error(what);

const acts: Readonly<Record<CrashFault, (talk: Talk) => void>> = {
  throw: () => {
    throw thrown('on-purpose');
  },
  memory: () => {
    grow(maxMb);
    throw thrown('no-limit');
  },
  abort: () => void process.kill(process.pid, 'SIGABRT'),
  segv: () => void process.kill(process.pid, 'SIGSEGV'),
  exit: () => process.exit(1),
  leak: ({ inThread }) => {
    grow(leakedMb);
    // A thread without anything to do ends; a process has its channel still.
    if (!inThread) process.disconnect();
  },
};

/** Misbehaves a moment after it has begun. */
export function misbehave({ fault }: { readonly fault: CrashFault }, talk: Talk): void {
  setTimeout(() => acts[fault](talk), afterMs);
}
