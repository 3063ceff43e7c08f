// Runs of the experiments that "Open in Lab" opens: for their tests.
import { expect } from 'vitest';
import { labExperiments } from '@shared/claims/catalogue';
import { claimIds } from '@shared/claims/claims';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { whyOf } from '../../helpers/failures';
import { oldestAndNewest } from '../../helpers/interpreters';
import { beginRun, experiment } from '../../helpers/run-experiment';

/** A crash and an endless task are what they show. */
const meant = ['kill', 'containment'];
/** Each experiment by its name. */
export const opened = new Map(
  claimIds
    .filter((id) => !meant.includes(id))
    .flatMap((id) => labExperiments(id).map((one) => [one.experiment.name, one.experiment])),
);

/** Those that take a few seconds: what the parent is given back, threads, Python. */
export const quick: readonly string[] = [
  'What the parent gets back',
  'Short tasks on several threads',
  'CPU-bound work, Python',
];

/** Each trial has its own limit; one is work of some seconds, on a busy machine of many. */
export const limitMs = 120_000;

/** Expects that every trial of an experiment ends well, in time. */
export async function expectEnds(_name: string, input: ExperimentInput): Promise<void> {
  const { breakEven: _, ...once } = input;
  const asked = { ...once, repeats: 1, warmup: 0, emptyRepeats: 0, timeoutSeconds: 20 };
  const newest = oldestAndNewest().at(-1);
  const found = newest === undefined ? [] : [newest];
  const { run, cells } = await beginRun(experiment(asked), undefined, found).report;
  expect(whyOf(run)).toBeUndefined();
  for (const { id, trials } of cells) {
    expect({ id, ended: trials.map(({ status }) => status) }).toEqual({ id, ended: ['ok'] });
  }
}
