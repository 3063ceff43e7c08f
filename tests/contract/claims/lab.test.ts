// What "Open in Lab" opens is worth opening: every trial of it ends well, in time.
// `lab.long.test.ts` has the experiments that take longer.
import { describe, expect, it } from 'vitest';
import { expectEnds, limitMs, opened, quick } from './lab-runs';

describe('in Lab', () => {
  it.each([...opened].filter(([name]) => quick.includes(name)))(
    '%s runs to its end',
    { timeout: limitMs },
    expectEnds,
  );

  it('has those that are named here', () => {
    expect([...opened.keys()]).toEqual(expect.arrayContaining([...quick]));
  });
});
