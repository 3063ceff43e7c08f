// The command line, a host, the sampler or a Python agent killed at random moments, 60 times; more in `npm run kill`.
import { expect, it } from 'vitest';
import { killMany } from '../../scripts/lib/kill-many.mjs';
import { builtCli } from '../helpers/entries';

it.runIf(process.platform === 'linux')(
  'leaves no process and no file, and loses no finished trial',
  async () => {
    const { kills, failures } = await killMany(builtCli, 60, { atOnce: 4 });
    expect(failures).toEqual([]);
    // Some come when the run is over.
    expect(kills).toBeGreaterThan(30);
  },
  300_000,
);
