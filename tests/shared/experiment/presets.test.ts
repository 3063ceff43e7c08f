import { experimentProblems } from '@shared/experiment/parse-experiment';
import { presets } from '@shared/experiment/presets';
import { describe, expect, it } from 'vitest';

describe('the presets', () => {
  it.each(presets)('$id is good', ({ experiment }) => {
    expect(experimentProblems(experiment)).toEqual([]);
  });

  it('have ids of their own', () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
  });
});
