import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawNumbers, firstState, polynomial } from './independent';
import { runTasks } from './run-task';

const draw = (length: number, variant: number) => drawNumbers(firstState(1, variant), length);

afterEach(() => void vi.restoreAllMocks());

describe('sort', () => {
  it.each([1, 2, 1_000, 50_000])('%i numbers stand as a plain sort puts them', async (length) => {
    const expected = [0, 1, 7].map((variant) =>
      polynomial([...draw(length, variant).sort((a, b) => a - b), length]),
    );
    expect(await runTasks('sort', { length }, [0, 1, 7])).toEqual(expected);
  });

  it('an order that is wrong changes the checksum', async () => {
    const [right] = await runTasks('sort', { length: 100 }, [0]);
    vi.spyOn(Float64Array.prototype, 'sort').mockImplementation(function (this: Float64Array) {
      return this;
    });
    const [unsorted] = await runTasks('sort', { length: 100 }, [0]);
    expect(unsorted).not.toBe(right);
  });
});
