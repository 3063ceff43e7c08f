import { randomBytes, taskState, xorshift32 } from '@workers/workloads/random';
import { describe, expect, it } from 'vitest';
import { drawBytes, firstState } from './independent';

describe('xorshift32', () => {
  it("gives the numbers of Marsaglia's generator from the state of his paper", () => {
    const drawn: number[] = [];
    let state = 2463534242;
    for (let count = 0; count < 5; count += 1) drawn.push((state = xorshift32(state)));
    expect(drawn).toEqual([723471715, 2497366906, 2064144800, 2008045182, 3532304609]);
  });
});

describe('taskState', () => {
  it('differs by seed and by variant', () => {
    const states = [0, 1, 2, 0xffffffff].flatMap((seed) =>
      [0, 1, 2, 3, 4, 5, 6, 7].map((variant) => taskState(seed, variant)),
    );
    expect(new Set(states).size).toBe(states.length);
    expect(taskState(1, 3)).toBe(firstState(1, 3));
  });

  it('is never 0, where the generator would stay', () => {
    expect(firstState(0x9e3779b9, 0)).toBe(0);
    expect(taskState(0x9e3779b9, 0)).toBeGreaterThan(0);
  });
});

describe('randomBytes', () => {
  it.each([1, 2, 3, 4, 5, 7, 8, 4099])('gives %i bytes, lowest first', (length) => {
    expect([...randomBytes(length, 2463534242)]).toEqual(drawBytes(2463534242, length));
  });

  it('gives the bytes of the known numbers', () => {
    expect(randomBytes(10, 2463534242).toString('hex')).toBe('634d1f2b7acbda94a059');
  });
});
