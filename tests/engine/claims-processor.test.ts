import { describe, expect, it } from 'vitest';
import { countsFor } from '@engine/claims/processor';

describe('the numbers of workers that work for the processor is tried with', () => {
  it.each([
    [1, [1]],
    [2, [1, 2, 4]],
    [8, [1, 8, 16]],
  ])('with %d cores are %j', (cores, counts) => {
    expect(countsFor(cores)).toEqual(counts);
  });
});
