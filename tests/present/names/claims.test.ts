// Claims, the pages that document them, and the methods of probes by name.
import { describe, expect, it } from 'vitest';
import { labelOf } from '@present/names/cells';
import {
  claimReason,
  claimSentence,
  claimShort,
  namedLabExperiment,
  sourceTitle,
} from '@present/names/claims';
import { claimIds, claimSources, labExperiments, sourceIds } from '@shared/claims/catalogue';
import { methodIds } from '@shared/claims/methods';

describe('a claim', () => {
  it('has a sentence, a short one and a reason', () => {
    expect(claimSentence('memory')).toBe('Processes have a larger memory footprint.');
    expect(claimShort('memory')).toBe('Processes take more memory');
    expect(claimReason('as-written')).toMatch(/^Each of the two functions takes microseconds\. /);
  });

  it.each(claimIds.flatMap((id) => labExperiments(id)))(
    'opens $id in Lab, named as its file is',
    (one) => {
      expect(namedLabExperiment(one)).toEqual(one.experiment);
    },
  );

  it('is documented on pages of which each is used', () => {
    const used = claimIds.flatMap((id) => claimSources(id).map((source) => source.id));
    expect([...new Set(used)].sort()).toEqual([...sourceIds].sort());
    expect(sourceTitle('linux-signal')).toBe('Linux, signal(7)');
  });
});

describe('a method of a probe', () => {
  it('has a name that is not its id', () => {
    const same = methodIds.filter((id) => labelOf(id) === id);
    expect(same).toEqual(['plain', 'atomic']);
    expect(labelOf('threads-terminate')).toBe('threads, worker.terminate()');
  });

  it('of an earlier version has the name that it was given', () => {
    expect(labelOf('threads, an object')).toBe('threads, an object');
  });
});
