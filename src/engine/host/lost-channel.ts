// A host whose pipe has closed: its starter has ended, or own code has closed the pipe's descriptor.
import process from 'node:process';

/** What a program ends with that has lost its channel; `src/python/corelane/wire/channel.py` has the same. */
export const lostExitCode = 74;

/** How long a starter that has just closed its files may take to be gone. */
const goneWithinMs = 200;
const lookMs = 5;

const startedBy = process.ppid;
const signal = process.kill.bind(process);
const look = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

function isGone(): boolean {
  if (process.ppid !== startedBy) return true;
  try {
    signal(startedBy, 0);
    return false;
  } catch {
    return true;
  }
}

/** Returns whether the starter of the calling process has ended. Blocks for a moment where it has not. */
export function starterIsGone(): boolean {
  for (let waitedMs = 0; waitedMs < goneWithinMs; waitedMs += lookMs) {
    if (isGone()) return true;
    Atomics.wait(look, 0, 0, lookMs);
  }
  return isGone();
}
