// @vitest-environment happy-dom
import { failInWords } from '@present/words/engine/problems';
import { answers, inputsOf, resetApi } from '../helpers/fake-api';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import type { CostEstimate } from '@shared/experiment/cost';
import { defaultPreset } from '@shared/experiment/presets';
import { useDraftStore } from '@renderer/draft/draft';
import { useEstimateStore } from '@renderer/draft/estimate';
import { useRunStore } from '@renderer/stores/run';

/** An estimate that can be told by its time. */
const estimate = (minNs: number): CostEstimate => ({
  taskNs: 1e6,
  atLeast: false,
  minNs,
  maxNs: minNs,
  coresBusy: 1,
  usableCores: 2,
  shares: [],
});

let stop = (): void => undefined;

function open() {
  const [cost, draft, run] = [useEstimateStore(), useDraftStore(), useRunStore()];
  stop = cost.follow();
  return { cost, draft, run };
}
const asked = (): number => inputsOf('experiment:estimate').length;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  setActivePinia(createPinia());
  resetApi();
  vi.useFakeTimers();
  answers['experiment:estimate'] = () => estimate(1e9);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('the estimate', () => {
  it('is asked for once the draft has settled, with the whole experiment', async () => {
    const { cost, draft } = open();
    await pass(400);
    draft.experiment.tasks = 5;
    await pass(400);
    expect(asked()).toBe(0);
    await pass(2000);
    expect(inputsOf('experiment:estimate')).toEqual([draft.toInput()]);
    expect(cost.estimate?.minNs).toBe(1e9);
    await pass(60_000);
    expect(asked()).toBe(1);
  });

  it('is not asked for a draft that is no experiment, nor twice for the same one', async () => {
    const { cost, draft } = open();
    await pass(2000);
    draft.experiment.tasks = 0;
    await pass(2000);
    expect([asked(), cost.estimate]).toEqual([1, undefined]);
    draft.loadPreset(defaultPreset);
    await pass(2000);
    expect(asked()).toBe(1);
    expect(cost.estimate?.minNs).toBe(1e9);
  });

  it('drops an answer about an earlier draft', async () => {
    const { cost, draft } = open();
    const tell: ((answer: unknown) => void)[] = [];
    answers['experiment:estimate'] = () => new Promise((resolve) => tell.push(resolve));
    await pass(1000);
    draft.experiment.tasks = 5;
    tell[0]!({ ok: true, value: estimate(7e9) });
    await pass(1000);
    expect([asked(), cost.estimate]).toEqual([2, undefined]);
    draft.experiment.tasks = 6;
    await pass(1000);
    tell[2]!({ ok: true, value: estimate(9e9) });
    await pass(0);
    tell[1]!({ ok: true, value: estimate(8e9) });
    await pass(0);
    expect([asked(), cost.estimate?.minNs]).toEqual([3, 9e9]);
  });

  it('waits for the pilot under way when the draft is again what it is about', async () => {
    const { cost, draft } = open();
    let tell = (_: unknown): void => undefined;
    answers['experiment:estimate'] = () => new Promise((resolve) => (tell = resolve));
    const { tasks } = draft.experiment;
    await pass(1000);
    draft.experiment.tasks = 5;
    await pass(100);
    draft.experiment.tasks = tasks;
    await pass(5000);
    tell({ ok: true, value: estimate(8e9) });
    await pass(0);
    expect([asked(), cost.estimate?.minNs]).toEqual([1, 8e9]);
  });

  it('is never asked for while a run is under way', async () => {
    const { cost, run } = open();
    run.phase = 'running';
    await pass(5000);
    expect(asked()).toBe(0);
    run.phase = 'done';
    await pass(5000);
    expect([asked(), cost.estimate?.minNs]).toEqual([1, 1e9]);
  });

  it('says why it is not known, and asks no more about that draft', async () => {
    const { cost, draft } = open();
    answers['experiment:estimate'] = () => failInWords('pilot-failed', 'A task threw.');
    await pass(5000);
    expect([cost.estimate, cost.reason, asked()]).toEqual([undefined, 'A task threw.', 1]);
    draft.experiment.tasks = 5;
    await nextTick();
    expect(cost.reason).toBeUndefined();
  });

  it('asks nothing after it is let go', async () => {
    const { draft } = open();
    stop();
    draft.experiment.tasks = 5;
    await pass(5000);
    expect(asked()).toBe(0);
  });
});
