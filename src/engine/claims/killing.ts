// Measures whether a worker that receives nothing can be ended from outside, and what it leaves.
import type { Measure } from './context';
import { collectFigures } from './collect-figures';
import { lab } from './lab';
import { runProbes } from './probe-run';

/**
 * `waitMs`: how long to wait where nothing ends a worker; `endMs`: how long what ends it may take, well
 * above what a busy machine needs; `limitMs`, `childMs`: what loops and sleeps ends by itself.
 */
const params = {
  ...{ repeats: 3, bytes: 64_000_000 },
  ...{ waitMs: 1000, endMs: 5000, limitMs: 8000, childMs: 10_000 },
};

export const measureKilling: Measure = async (context) => {
  const [python] = context.interpreters;
  const act = { probe: 'killing', params, workers: 2, timeoutSeconds: 30 } as const;
  const ends = await runProbes(context, lab('killing'), [
    { ...act, strategy: 'threads' },
    ...(python === undefined ? [] : [{ ...act, strategy: 'python-threads', python } as const]),
  ]);
  return collectFigures(context, ends);
};
