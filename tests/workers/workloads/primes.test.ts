import { describe, expect, it } from 'vitest';
import { runTasks } from './run-task';

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor < number; divisor += 1) {
    if (number % divisor === 0) return false;
  }
  return number >= 2;
}

describe('primes', () => {
  // The prime-counting function at powers of ten: OEIS A006880.
  it.each([
    [10, 4],
    [100, 25],
    [1_000, 168],
    [10_000, 1_229],
    [100_000, 9_592],
    [1_000_000, 78_498],
    [10_000_000, 664_579],
  ])('counts below %i: %i', async (limit, count) => {
    expect(await runTasks('primes', { limit }, [0])).toEqual([count]);
  });

  it('agrees with trial division at every small limit', async () => {
    let count = 0;
    for (let limit = 2; limit <= 400; limit += 1) {
      if (isPrime(limit - 1)) count += 1;
      expect(await runTasks('primes', { limit }, [0]), `below ${limit}`).toEqual([count]);
    }
  });
});
