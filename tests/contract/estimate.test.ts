// What a run would cost, from a real pilot.
import { problemText } from '@present/words/engine/problems';
import { noCostText } from '@present/words/cost-text';
import { afterEach, describe, expect, it } from 'vitest';
import { startEstimate, type EstimateHandle } from '@engine/run/estimate';
import { createForkLauncher } from '@engine/launch/fork-launcher';
import { trackChildren } from '@engine/launch/tracked-launcher';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { parseExperiment } from '@shared/experiment/parse-experiment';
import { builtEntries } from '../helpers/entries';
import { everyStrategy } from '../helpers/every-strategy';
import { experiment } from '../helpers/run-experiment';

const launcher = trackChildren(createForkLauncher());

afterEach(() => {
  expect(launcher.alive()).toBe(0);
});

function estimate(extra: Partial<ExperimentInput>): EstimateHandle {
  const parsed = parseExperiment(experiment(extra));
  if (!parsed.ok) throw new Error(problemText(parsed.problem));
  return startEstimate({ experiment: parsed.value, launcher, entries: builtEntries });
}

describe('the estimate', () => {
  it('tells time, cores and memory of a run', async () => {
    const cost = await estimate({ strategies: everyStrategy, repeats: 3 }).done;
    if (!cost.ok) throw new Error(noCostText(cost.problem));
    const { taskNs, atLeast, minNs, maxNs, coresBusy, usableCores, peakBytes, shares } = cost.value;
    expect(atLeast).toBe(false);
    expect(taskNs).toBeGreaterThan(0);
    expect(taskNs).toBeLessThan(1e9);
    // 18 trials, none of which starts a process in less than a millisecond.
    expect(minNs).toBeGreaterThan(18e6);
    expect(maxNs).toBe(minNs);
    expect(coresBusy).toBeLessThanOrEqual(usableCores);
    if (process.platform === 'linux') expect(peakBytes).toBeGreaterThan(10e6);
    expect(shares.map(({ kind, trials }) => [kind, trials])).toEqual([
      ['serial', 3],
      ['async', 3],
      ['threads', 6],
      ['processes', 3],
      ['hybrid', 3],
    ]);
  });

  it('knows the time of a task that waits, and that it needs no core', async () => {
    const cost = await estimate({ workload: { kind: 'wait', params: { ms: 60 } }, tasks: 3 }).done;
    expect(cost.ok && cost.value.taskNs).toBeGreaterThan(59e6);
    expect(cost.ok && cost.value.coresBusy).toBeLessThan(0.5);
  });

  it('does not wait for a long task, and says that it takes at least that', async () => {
    const cost = await estimate({ workload: { kind: 'wait', params: { ms: 60_000 } } }).done;
    expect(cost).toMatchObject({ ok: true, value: { atLeast: true, taskNs: 2e9, coresBusy: 0 } });
    // The reference and each of 6 tasks.
    expect(cost.ok && cost.value.minNs).toBeGreaterThan(7 * 2e9);
  });

  it('starts nothing for Python, of which it knows nothing', async () => {
    const before = process.listenerCount('exit');
    const cost = await estimate({ strategies: [{ kind: 'python-serial' }] }).done;
    expect(cost).toMatchObject({ ok: false, problem: { code: 'no-pilot' } });
    // Whoever leaves something behind listens for the end of this process.
    expect(process.listenerCount('exit')).toBe(before);
  });

  it('is cancelled at once', async () => {
    const handle = estimate({ workload: { kind: 'wait', params: { ms: 60_000 } } });
    handle.cancel();
    expect(await handle.done).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  });

  it('is cancelled in the middle of a task', async () => {
    const handle = estimate({
      workload: { kind: 'powers', params: { number: 7, iterations: 1e9 } },
      tasks: 100,
      timeoutSeconds: 1000,
    });
    const alive = new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (launcher.alive() < 2) return;
        clearInterval(look);
        resolve();
      }, 5);
    });
    await alive;
    handle.cancel();
    expect(await handle.done).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  });

  it('is not known where the work fails', async () => {
    const cost = await estimate({ workload: { kind: 'fault', params: { mode: 0, atTask: 0 } } })
      .done;
    expect(cost).toMatchObject({ ok: false, problem: { code: 'pilot-failed' } });
    expect(!cost.ok && noCostText(cost.problem)).toMatch(/^Cost not known.*task 0/);
  });

  it('is known where only a later task fails', async () => {
    const cost = await estimate({ workload: { kind: 'fault', params: { mode: 0, atTask: 3 } } })
      .done;
    expect(cost.ok).toBe(true);
  });
});
