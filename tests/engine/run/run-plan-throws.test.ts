// A run that can't be planned leaves nothing: no shell that waits for our end, and no listener of it.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createForkLauncher } from '@engine/launch/fork-launcher';
import { startRun } from '@engine/run/run';
import { watchdogName } from '@shared/wire/run-mark';
import { makeReport } from '../../helpers/make/report';
import { builtEntries } from '../../helpers/entries';

/** Shells of this process that wait for its end. */
function wills(): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return Number(parent) === process.pid && command.includes(watchdogName);
    } catch {
      // It has ended.
      return false;
    }
  });
}

it.runIf(process.platform === 'linux')('leaves nothing where its plan throws', () => {
  const { experiment, program } = makeReport();
  const listeners = process.listenerCount('exit');
  const before = wills();
  const broken = {
    ...experiment,
    get strategies(): never {
      throw new Error('no plan');
    },
  };
  const start = (): unknown =>
    startRun({
      ...{ experiment: broken, launcher: createForkLauncher(), entries: builtEntries, program },
      onEvent: () => undefined,
    });
  expect(start).toThrow('no plan');
  expect(wills()).toEqual(before);
  expect(process.listenerCount('exit')).toBe(listeners);
});
