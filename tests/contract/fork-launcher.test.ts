import { describe, it } from 'vitest';
import { createForkLauncher } from '@engine/launch/fork-launcher';
import { builtEntries } from '../helpers/entries';
import { launcherCases } from './launcher-cases';

describe('the launcher of forked Node processes', () => {
  for (const { name, run } of launcherCases) {
    it(name, () => run(createForkLauncher(), builtEntries));
  }
});
