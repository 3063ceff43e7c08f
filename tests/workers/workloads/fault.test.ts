// The faults that a test can live through; the others are in built-children.test.ts.
import { describe, expect, it } from 'vitest';
import { drawNumbers, firstState } from './independent';
import { runTasks } from './run-task';
import { whyOf } from '../../helpers/said';

const right = drawNumbers(firstState(1, 0), 10_000).at(-1);

describe('fault', () => {
  it('misbehaves at its task alone', async () => {
    expect(await runTasks('fault', { mode: 0, atTask: 2 }, [0, 1, 3])).toEqual([
      right,
      right,
      right,
    ]);
    expect(await whyOf(runTasks('fault', { mode: 0, atTask: 2 }, [2]))).toBe(
      'task 2 throws on purpose',
    );
  });

  it('gives a wrong result that is a number all the same', async () => {
    const [first, wrong] = await runTasks('fault', { mode: 5, atTask: 1 }, [0, 1]);
    expect(first).toBe(right);
    expect(wrong).not.toBe(right);
    expect(wrong).toSatisfy(Number.isSafeInteger);
  });
});
