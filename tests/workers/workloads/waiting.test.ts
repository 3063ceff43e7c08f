// `wait` and `mixed`: by the order in which tasks end, never by the clock.
import { setImmediate } from 'node:timers/promises';
import { loadWorkload } from '@workers/workloads';
import { describe, expect, it } from 'vitest';
import { drawNumbers, firstState } from './independent';
import { runTasks } from './run-task';

describe('wait', () => {
  it('gives its wait as the checksum', async () => {
    expect(await runTasks('wait', { ms: 3 }, [0, 1])).toEqual([3, 3]);
    expect(await runTasks('wait', { ms: 0 }, [0])).toEqual([0]);
  });

  it('leaves the event loop free, and the shorter wait ends first', async () => {
    const start = (ms: number) => loadWorkload({ kind: 'wait', params: { ms } }, 1, {});
    const [long, short] = [await start(250), await start(150)];
    const order: string[] = [];
    await Promise.all([
      Promise.resolve(long.run(0)).then(() => order.push('long')),
      Promise.resolve(short.run(1)).then(() => order.push('short')),
      setImmediate().then(() => order.push('loop')),
    ]);
    expect(order).toEqual(['loop', 'short', 'long']);
  });
});

describe('mixed', () => {
  it('computes the known steps of the generator', async () => {
    const last = (variant: number) => drawNumbers(firstState(1, variant), 40_000).at(-1);
    const params = { cpuIterations: 40_000, waitMs: 0 };
    expect(await runTasks('mixed', params, [0, 1, 2])).toEqual([last(0), last(1), last(0)]);
  });

  it('computes first, then leaves the event loop free', async () => {
    const params = { cpuIterations: 10, waitMs: 150 };
    const { run } = await loadWorkload({ kind: 'mixed', params }, 1, {});
    const order: string[] = [];
    await Promise.all([
      Promise.resolve(run(0)).then(() => order.push('task')),
      setImmediate().then(() => order.push('loop')),
    ]);
    expect(order).toEqual(['loop', 'task']);
  });
});
