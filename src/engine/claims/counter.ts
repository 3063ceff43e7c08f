// Threads that add to one counter at once.
import type { ProbeParams } from '@shared/claims/probes';
import type { ClaimContext, Measure, Measured } from './context';
import { collectFigures } from './collect-figures';
import { spreadOf } from './interpreters';
import { lab } from './lab';
import { runProbes } from './probe-run';

/** What a counter probe counts: numbers of threads, repeats, and each thread's increments by method. */
export interface CounterParams {
  readonly workers: readonly number[];
  readonly repeats: number;
  readonly increments: Readonly<Record<string, number>>;
}

/** So many that a trial takes some tens of milliseconds with every method, for the threads to overlap. */
const inNode: CounterParams = {
  workers: [1, 2, 4, 8],
  repeats: 5,
  increments: { plain: 4_000_000, atomic: 500_000, lock: 200_000 },
};

/** Several of the interpreter's switch intervals (5 ms) for the same reason. */
const inPython: CounterParams = {
  workers: [1, 2, 4],
  repeats: 5,
  increments: { plain: 500_000, call: 300_000, lock: 100_000 },
};

const paramsOf = ({ workers, repeats, increments }: CounterParams): ProbeParams => ({
  workers,
  repeats,
  ...increments,
});

/** As {@link measureCounter}, with other numbers. */
export async function measureCounterWith(
  context: ClaimContext,
  node: CounterParams,
  python: CounterParams,
): Promise<Measured> {
  const act = { probe: 'counter', timeoutSeconds: 60 } as const;
  const ends = await runProbes(context, lab('counter'), [
    {
      ...act,
      params: paramsOf(node),
      strategy: 'threads',
      workers: Math.max(...node.workers),
    },
    ...spreadOf(context.interpreters).map((interpreter) => ({
      ...act,
      params: paramsOf(python),
      strategy: 'python-threads' as const,
      // Each number of threads has threads of its own.
      workers: python.workers.reduce((sum, number) => sum + number, 0),
      python: interpreter,
    })),
  ]);
  return collectFigures(context, ends);
}

export const measureCounter: Measure = (context) => measureCounterWith(context, inNode, inPython);
