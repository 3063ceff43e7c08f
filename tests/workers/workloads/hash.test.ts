import { describe, expect, it } from 'vitest';
import { drawBytes, firstState } from './independent';
import { runTasks } from './run-task';

/** The chain of digests by the Web Crypto interface. */
async function chain(bytes: number, rounds: number, variant: number): Promise<number> {
  const buffer = Uint8Array.from(drawBytes(firstState(1, variant), bytes));
  let digest = new Uint8Array(32);
  for (let round = 0; round < rounds; round += 1) {
    digest = new Uint8Array(await crypto.subtle.digest('SHA-256', buffer));
    buffer.set(digest.subarray(0, bytes));
  }
  return digest.subarray(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
}

describe('hash', () => {
  // Worked out with Python's hashlib over the same bytes.
  it.each([
    [10, 1, 0, 127011064881859],
    [10, 1, 3, 265629660210825],
    [100, 4, 0, 12373748901521],
    [1, 3, 1, 209915846694095],
  ])('of %i bytes, %i rounds, task %i', async (bytes, rounds, task, expected) => {
    expect(await runTasks('hash', { bytes, rounds }, [task])).toEqual([expected]);
  });

  it.each([
    [31, 3],
    [32, 2],
    [5_001, 5],
  ])('of %i bytes agrees over %i rounds with Web Crypto', async (bytes, rounds) => {
    const expected = [await chain(bytes, rounds, 0), await chain(bytes, rounds, 7)];
    expect(await runTasks('hash', { bytes, rounds }, [0, 7])).toEqual(expected);
  });
});
