// What "Open in Lab" opens is worth opening: every trial of it ends well, in time.
import { whyOf } from '../../helpers/failures';
import { describe, expect, it } from 'vitest';
import { labExperiments } from '@shared/claims/catalogue';
import { claimIds } from '@shared/claims/claims';
import { oldestAndNewest } from '../../helpers/interpreters';
import { beginRun, experiment } from '../../helpers/run-experiment';

/** A crash and an endless task are what they show. */
const meant = ['kill', 'containment'];
const opened = new Map(
  claimIds
    .filter((id) => !meant.includes(id))
    .flatMap((id) => labExperiments(id).map((one) => [one.experiment.name, one.experiment])),
);

describe('in Lab', () => {
  // Each trial has its own limit; one is work of some seconds, on a busy machine of many.
  it.each([...opened])('%s runs to its end', { timeout: 120_000 }, async (_name, input) => {
    const { breakEven: _, ...once } = input;
    const asked = { ...once, repeats: 1, warmup: 0, emptyRepeats: 0, timeoutSeconds: 20 };
    const newest = oldestAndNewest().at(-1);
    const found = newest === undefined ? [] : [newest];
    const { run, cells } = await beginRun(experiment(asked), undefined, found).report;
    expect(whyOf(run)).toBeUndefined();
    for (const { id, trials } of cells) {
      expect({ id, ended: trials.map(({ status }) => status) }).toEqual({ id, ended: ['ok'] });
    }
  });
});
