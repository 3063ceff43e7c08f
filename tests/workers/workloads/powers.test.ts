import { describe, expect, it } from 'vitest';
import { runTasks } from './run-task';

describe('powers', () => {
  it("gives the article's 49 and 2401 for 7", async () => {
    expect(await runTasks('powers', { number: 7, iterations: 1 }, [0, 1])).toEqual([49, 2401]);
  });

  it.each([
    [0, 5],
    [1, 1],
    [7, 3_000_001],
    [65_536, 3],
    [999_999, 1234],
    [1_000_000, 1],
  ])('adds up the powers of %i, %i times, exactly modulo 2³²', async (number, iterations) => {
    const modulo = (exponent: bigint): number =>
      Number((BigInt(number) ** exponent * BigInt(iterations)) % 2n ** 32n);
    expect(await runTasks('powers', { number, iterations }, [0, 1])).toEqual([
      modulo(2n),
      modulo(4n),
    ]);
  });
});
