// The probes that count together and send messages, on real threads, processes and interpreters.
import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { ClaimContext, Measured } from '@engine/claims/context';
import { measureCounterWith } from '@engine/claims/counter';
import { sendAround } from '@engine/claims/messaging';
import { readFreeMemory } from '@engine/machine/free-memory';
import { createForkLauncher } from '@engine/launch/fork-launcher';
import type { LiveEvent } from '@shared/report/live';
import type { Interpreter } from '@shared/experiment/python';
import { RunReaper } from '@engine/trial/run-reaper';
import { builtEntries } from '../../helpers/entries';
import { interpreters } from '../../helpers/interpreters';

const reaper = new RunReaper();
afterAll(() => reaper.end());

function contextOf(
  interpreters: readonly Interpreter[],
  onEvent: (event: LiveEvent) => void = () => undefined,
  signal = new AbortController().signal,
): ClaimContext {
  return {
    launcher: createForkLauncher(),
    reaper,
    entries: builtEntries,
    program: { name: 'corelane', version: '0.0.0', shell: 'cli', runtime: 'node' },
    cores: 2,
    interpreters,
    onEvent,
    freeMemory: () => readFreeMemory(),
    quiet: true,
    signal,
  };
}

const few = { workers: [1, 2], repeats: 2 };
const inNode = { ...few, increments: { plain: 200_000, atomic: 50_000, lock: 10_000 } };
const inPython = { ...few, increments: { plain: 50_000, call: 50_000, lock: 20_000 } };
const small = { payloads: [0, 1000, 16_000], ms: 20, least: 3, most: 20 };

/** What was left in memory that processes share, by this program's name for it. */
function leftShared(): readonly string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/dev/shm').filter((name) => name.startsWith('corelane-'));
}

function expectCounted({ figures, notes }: Measured, runtime: string, safe: readonly string[]) {
  expect(notes.filter(({ kind }) => kind !== 'no-python' && kind !== 'probe-disturbed')).toEqual(
    [],
  );
  const own = figures.filter((figure) => figure.runtime === runtime);
  const of = (quantity: string) => own.filter((figure) => figure.quantity === quantity);
  expect(of('lost').map(({ x }) => x)).toEqual([1, 1, 1, 2, 2, 2]);
  expect(of('elapsed').every(({ low }) => low > 0)).toBe(true);
  for (const { variant, x, low, high } of of('lost')) {
    const asked = of('increments').find((other) => other.variant === variant && other.x === x);
    expect(low, variant).toBeGreaterThanOrEqual(0);
    expect(high, variant).toBeLessThan(asked?.high ?? 0);
    if (safe.includes(variant) || x === 1) expect(high, variant).toBe(0);
  }
}

describe('counting together', () => {
  it('loses nothing where something keeps threads apart, nor with a single thread', async () => {
    const trials: string[] = [];
    const workers = new Set<number>();
    const measured = await measureCounterWith(
      contextOf([], (event) => {
        if (event.type === 'trial-end') trials.push(event.end.status);
        if (event.type === 'workers') event.workers.forEach((one) => workers.add(one.worker));
      }),
      inNode,
      inPython,
    );
    expectCounted(measured, 'node', ['atomic', 'lock']);
    expect(trials).toEqual(['ok']);
    expect(workers.size).toBe(2);
  });

  describe.runIf(interpreters.length > 0)('in Python', () => {
    it('loses nothing with a lock', async () => {
      const some = interpreters.slice(0, 1);
      const measured = await measureCounterWith(contextOf(some), inNode, inPython);
      expectCounted(measured, some[0]?.id ?? '', ['lock']);
    });
  });
});

describe('sending messages', () => {
  it('times every way with every payload', async () => {
    const { figures } = await sendAround(contextOf([]), small);
    for (const variant of ['shared', 'transfer', 'clone', 'process']) {
      const trips = figures.filter(
        (one) => one.variant === variant && one.quantity === 'round-trip',
      );
      expect(
        trips.map(({ x }) => x),
        variant,
      ).toEqual(small.payloads);
      expect(trips.every(({ values, low }) => values.length >= 3 && low > 0)).toBe(true);
      const bandwidth = figures.filter(
        (one) => one.variant === variant && one.quantity === 'bandwidth',
      );
      // What hands over a reference has none.
      const copies = variant === 'clone' || variant === 'process';
      expect(bandwidth.map(({ x }) => x)).toEqual(copies ? [1000, 16_000] : []);
    }
  });

  describe.runIf(interpreters.length > 0)('in Python', () => {
    it('times every way with every payload, and leaves no shared memory', async () => {
      const measured = await sendAround(contextOf(interpreters.slice(0, 1)), small);
      expect(measured.notes.filter(({ kind }) => kind !== 'probe-disturbed')).toEqual([]);
      for (const variant of [
        'queue',
        'threads-simple',
        'process-queue',
        'process-pipe',
        'process-shared',
      ]) {
        const trips = measured.figures.filter(
          (one) => one.variant === variant && one.quantity === 'round-trip',
        );
        expect(
          trips.map(({ x }) => x),
          variant,
        ).toEqual(small.payloads);
      }
      expect(leftShared()).toEqual([]);
    });

    it('leaves no shared memory where it is stopped in between', async () => {
      const stopper = new AbortController();
      const onEvent = (event: LiveEvent): void => {
        // The two that stay, one to warm up and the first that is measured.
        if (event.type === 'workers' && event.workers.length >= 4) stopper.abort();
      };
      const context = contextOf(interpreters.slice(0, 1), onEvent, stopper.signal);
      await sendAround(context, { payloads: [1000], ms: 300, least: 3, most: 1_000_000 });
      expect(stopper.signal.aborted).toBe(true);
      await expect.poll(leftShared, { timeout: 5000 }).toEqual([]);
    });
  });
});
