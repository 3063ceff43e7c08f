// Failures are taken with all the values that an experiment and a worker can bring into them.
import { describe, expect, it } from 'vitest';
import { failureSchema } from '@shared/report/failures';

describe('a failure', () => {
  it('has the limit of its experiment, which need not be whole', () => {
    const failure = { code: 'memory-limit', args: { heldMb: 600, limitMb: 512.5 } };
    expect(failureSchema.parse(failure)).toEqual(failure);
  });

  it('of a part that took too long has seconds that need not be whole', () => {
    const failure = { code: 'late', args: { what: 'trial', seconds: 0.5 } };
    expect(failureSchema.parse(failure)).toEqual(failure);
  });
});
