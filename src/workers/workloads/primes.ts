// Primes: counts the primes below a limit with the sieve of Eratosthenes over the odd numbers.
import { param, type LoadedWorkload, type WorkloadContext } from './context';

function countPrimesBelow(limit: number): number {
  // Entry i stands for 2i + 1, so there are half as many as numbers; 2 itself is added at the end.
  const half = limit >>> 1;
  const composite = new Uint8Array(half);
  for (let prime = 3; prime * prime < limit; prime += 2) {
    if (composite[prime >>> 1] === 1) continue;
    for (let index = (prime * prime) >>> 1; index < half; index += prime) composite[index] = 1;
  }
  let count = limit > 2 ? 1 : 0;
  for (let index = 1; index < half; index += 1) count += 1 - (composite[index] as number);
  return count;
}

/** Every task has the same input; the checksum is the count. */
export function create(context: WorkloadContext): LoadedWorkload {
  const limit = param(context, 'limit');
  return { run: () => countPrimesBelow(limit) };
}
