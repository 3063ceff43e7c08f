// Who sees what a worker writes.
import { lab } from './lab';
import type { Measure } from './context';
import { collectFigures } from './collect-figures';
import { runProbes } from './probe-run';

/** Each is a write and a look. */
const repeats = 3;

export const measureSharing: Measure = async (context) => {
  const [python] = context.interpreters;
  const act = { probe: 'sharing', params: { repeats }, timeoutSeconds: 30 } as const;
  const ends = await runProbes(context, lab('sharing'), [
    { ...act, strategy: 'threads', workers: 1 },
    ...(python === undefined
      ? []
      : [
          {
            ...act,
            strategy: 'python-threads',
            workers: 1,
            python,
          } as const,
        ]),
  ]);
  return collectFigures(context, ends);
};
