// What a session of measuring starts and makes, it ends and removes: with the built sampler.
import { existsSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { createForkLauncher } from '@engine/launch/fork-launcher';
import { trackChildren } from '@engine/launch/tracked-launcher';
import { MeasuringSession } from '@engine/session/measuring-session';
import type { SampleColumns } from '@shared/report/live';
import { builtEntries } from '../helpers/entries';

function open() {
  const launcher = trackChildren(createForkLauncher());
  const onNote = vi.fn();
  const session = new MeasuringSession({ launcher, entries: builtEntries, quiet: false, onNote });
  return { launcher, onNote, session };
}

it('samples on its own clock while it is used, and ends the sampler afterwards', async () => {
  const { launcher, session } = open();
  let took: (samples: SampleColumns) => void = () => undefined;
  const batch = new Promise<SampleColumns>((resolve) => (took = resolve));
  const { cores } = await session.sample(
    { hz: 50, memoryHz: 0, onBatch: (samples) => took(samples) },
    async () => {
      expect(launcher.alive()).toBe(1);
      return batch;
    },
  );
  const moments = [...cores.atNs];
  expect(moments.length).toBeGreaterThan(0);
  expect(moments.every((atNs) => atNs > 0 && atNs <= session.clock.now())).toBe(true);
  expect(launcher.alive()).toBe(0);
  await session.end();
});

it('ends the sampler where what uses it throws', async () => {
  const { launcher, session } = open();
  const failing = session.sample({ hz: 0, memoryHz: 0 }, () => Promise.reject(new Error('a bug')));
  await expect(failing).rejects.toThrow('a bug');
  expect(launcher.alive()).toBe(0);
});

it('ends what was started and removes its folder in the end', async () => {
  const { launcher, session } = open();
  const removeOnDeath = vi.fn();
  const listeners = process.listenerCount('exit');
  const folder = await session.makeFolder({ removeOnDeath });
  expect(existsSync(folder)).toBe(true);
  expect(removeOnDeath).toHaveBeenCalledExactlyOnceWith(folder);
  session.startSampler({ hz: 0, memoryHz: 0 });
  expect(launcher.alive()).toBe(1);
  await session.end();
  expect([launcher.alive(), existsSync(folder)]).toEqual([0, false]);
  expect(process.listenerCount('exit')).toBe(listeners);
});
