// What "Open in Lab" opens is worth opening: every trial of it ends well, in time.
import { describe, it } from 'vitest';
import { expectEnds, limitMs, opened, quick } from './lab-runs';

describe('in Lab', () => {
  it.each([...opened].filter(([name]) => !quick.includes(name)))(
    '%s runs to its end',
    { timeout: limitMs },
    expectEnds,
  );
});
