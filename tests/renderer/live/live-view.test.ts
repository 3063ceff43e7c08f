// @vitest-environment happy-dom
import { textFailure } from '../../helpers/failures';
import { inputsOf, resetApi } from '../helpers/fake-api';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveEvent } from '@shared/report/live';
import LiveView from '@renderer/live/LiveView.vue';
import TimelineCanvas from '@renderer/timeline/TimelineCanvas.vue';
import { restBuffer, runBuffer } from '@renderer/model/buffers';
import BreakEvenMap from '@renderer/break-even/BreakEvenMap.vue';
import { connectFeed } from '@renderer/live/feed';
import { useRunStore } from '@renderer/stores/run';
import { makePoint } from '../../helpers/make/break-even';
import { experiment, instantFrames, ms, runBegin, spans, workers } from '../helpers/events';

Object.assign(document, { fonts: { ready: Promise.resolve() } });

let view: VueWrapper;
let send: (...events: LiveEvent[]) => void;

const press = async (key: string): Promise<void> => {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
  await flushPromises();
};
const shownTrial = (): number | undefined => view.findComponent(TimelineCanvas).props('trial');
const mode = (): string => view.findComponent(TimelineCanvas).props('viewport').kind;

beforeEach(async () => {
  setActivePinia(createPinia());
  resetApi();
  const live = (listener: (events: readonly LiveEvent[]) => void) => {
    send = (...events) => listener(events);
    return () => undefined;
  };
  connectFeed({ live }, { run: runBuffer, rest: restBuffer, frames: instantFrames });
  await useRunStore().start(experiment);
  send(
    runBegin,
    { type: 'trial-begin', trial: 0, atNs: 0 },
    workers(0, [70, 70]),
    spans(0, [
      [0, 0, 1, 5],
      [1, 1, 1, 9],
    ]),
    {
      type: 'trial-end',
      end: { trial: 0, status: 'ok', endNs: 10 * ms, coldNs: 9 * ms, warmNs: 8 * ms },
    },
    { type: 'trial-begin', trial: 1, atNs: 20 * ms },
  );
  view = mount(LiveView, { attachTo: document.body });
  await flushPromises();
});

afterEach(() => view.unmount());

describe('LiveView', () => {
  it('says which trial runs, in which strategy, and how the cells stand', () => {
    expect(view.text()).toContain('Trial 2 of 4');
    expect(view.get('h1').text()).toContain('processes');
    expect(view.findAll('ol li')[0]?.text()).toContain('threads');
    expect(view.text()).toContain('1 measured trial.');
  });

  it('stops at once, by button or Esc, and says so', async () => {
    const stop = view.findAll('button').find((button) => button.text().startsWith('Stop'));
    await press('Escape');
    expect(inputsOf('run:stop')).toHaveLength(1);
    expect(useRunStore().phase).toBe('stopping');
    expect(stop?.text()).toContain('Stopping');
    expect(stop?.attributes('disabled')).toBeDefined();
  });

  it('looks at a finished trial and follows again', async () => {
    expect([shownTrial(), mode()]).toEqual([1, 'follow']);
    await view.get('[role=slider]').trigger('keydown', { key: 'ArrowLeft' });
    expect([shownTrial(), mode()]).toEqual([0, 'all']);
    expect(view.text()).toContain('Viewing trial 1: threads 2, ok, 9 ms cold, 8 ms warm.');
    await view.get('[role=slider]').trigger('keydown', { key: 'ArrowLeft' });
    expect(shownTrial()).toBe(0);
    await press('f');
    expect([shownTrial(), mode()]).toEqual([1, 'follow']);
  });

  it('shows all of the trial by 0', async () => {
    await press('0');
    expect(mode()).toBe('all');
  });

  it('keeps what is frozen when the next trial begins, until F', async () => {
    view.findComponent(TimelineCanvas).vm.$emit('update:viewport', {
      kind: 'fixed',
      fromNs: 0,
      toNs: 5 * ms,
    });
    await flushPromises();
    send({ type: 'trial-end', end: { trial: 1, status: 'ok', endNs: 40 * ms } });
    send({ type: 'trial-begin', trial: 2, atNs: 50 * ms });
    await flushPromises();
    expect([shownTrial(), mode()]).toEqual([1, 'fixed']);
    await press('f');
    expect([shownTrial(), mode()]).toEqual([2, 'follow']);
  });

  it('shows short trials whole once they are over', async () => {
    send({ type: 'trial-end', end: { trial: 1, status: 'ok', endNs: 40 * ms } });
    const [first] = runBegin.order;
    const order = [0, 1].map((trial) => ({ ...first!, trial }));
    send({ ...runBegin, order }, { type: 'trial-begin', trial: 0, atNs: 0 });
    send({ type: 'trial-end', end: { trial: 0, status: 'ok', endNs: 30 * ms } });
    send({ type: 'trial-begin', trial: 1, atNs: 40 * ms });
    await flushPromises();
    expect([shownTrial(), mode()]).toEqual([0, 'all']);
    expect(view.text()).toContain('Trial 1, threads 2: short trials appear when they finish.');
    expect(view.get('h1').text()).toContain('threads');
  });

  it('says what is done while there is no trial yet', async () => {
    send(runBegin);
    await flushPromises();
    expect(view.findComponent(TimelineCanvas).exists()).toBe(false);
    expect(view.get('.ready').text()).toContain('The timeline starts with the first trial.');
    expect(view.get('header').text()).toContain('4 trials to come');
  });

  it('appends trials that are planned later, and says what has empty tasks', async () => {
    const more = { trial: 4, cell: 'threads-2', round: 1, warmup: false, empty: true };
    send({ type: 'planned', order: [more] });
    await flushPromises();
    expect(view.text()).toContain('Trial 2 of 5');
    send({ type: 'trial-end', end: { trial: 1, status: 'ok', endNs: 40 * ms, coldNs: 20 * ms } });
    send({ type: 'trial-begin', trial: 4, atNs: 50 * ms });
    send({ type: 'trial-end', end: { trial: 4, status: 'ok', endNs: 51 * ms, coldNs: ms } });
    await flushPromises();
    expect(view.text()).toContain('Trial 5 of 5, empty tasks');
    expect(view.text()).toContain('2 measured trials.');
  });

  it('names who else used the cores, where that is worth a line', async () => {
    const others = [{ pid: 2210, name: 'yes', cpuNs: 80 * ms }];
    const surroundings = { spanNs: 100 * ms, othersCpuNs: 90 * ms, others };
    send({ type: 'surroundings', trial: 0, surroundings });
    const says = (text: string) => vi.waitFor(() => expect(view.text()).toContain(text));
    await says('others: 0.90 cores (yes, pid 2210), in trial 1');
    await view.get('[role=slider]').trigger('keydown', { key: 'ArrowLeft' });
    await says('others: 0.90 cores (yes, pid 2210), in this trial');
  });

  it('shows the break-even as it is searched, in place of the lanes', async () => {
    const breakEven = { tasks: [2, 32], workers: 'cores' as const, budgetSeconds: 60 };
    send({
      ...runBegin,
      experiment: { ...experiment, breakEven },
      order: runBegin.order.slice(0, 2),
    });
    for (const trial of [0, 1]) {
      send({ type: 'trial-begin', trial, atNs: trial * 100 * ms });
      send({ type: 'trial-end', end: { trial, status: 'ok', endNs: (trial * 100 + 30) * ms } });
    }
    await vi.waitFor(() => expect(view.text()).toContain('Break-even: 0 points'));
    expect(view.findComponent(TimelineCanvas).exists()).toBe(true);
    send({ type: 'break-even', point: makePoint(2, 10, 'serial', 0.6) });
    send({ type: 'break-even', point: makePoint(2, 1000, 'threads', 1.8) });
    await vi.waitFor(() => expect(view.text()).toContain('Break-even: 2 points'));
    // Its budget, until what is left of the run can be told.
    expect(view.text()).toMatch(/at most 60 s for it|about [\d.]+ s left/);
    await vi.waitFor(() => expect(view.findComponent(BreakEvenMap).exists()).toBe(true));
    await vi.waitFor(() => expect(view.findComponent(TimelineCanvas).exists()).toBe(false));
    await press('t');
    await vi.waitFor(() => expect(view.findAll('tbody tr')).toHaveLength(2));
    await view.get('[role=slider]').trigger('keydown', { key: 'ArrowLeft' });
    await press('t');
    await vi.waitFor(() => expect(view.findComponent(TimelineCanvas).exists()).toBe(true));
  });

  it('gives a table in place of the picture', async () => {
    send(spans(1, [[5, 0, 21, 30]]));
    await press('t');
    expect(view.findComponent(TimelineCanvas).exists()).toBe(false);
    const cells = view.findAll('tbody').at(-1)?.findAll('td') ?? [];
    expect(cells.map((cell) => cell.text())).toEqual(['5', '1', '1.0', '10.0', '9.00']);
    await press('t');
    expect(view.findComponent(TimelineCanvas).exists()).toBe(true);
  });

  it('says why a trial did not end well', async () => {
    const evidence = { failure: textFailure('Worker 1 was killed by SIGKILL.') };
    send({ type: 'trial-end', end: { trial: 1, status: 'killed', endNs: 40 * ms, evidence } });
    await flushPromises();
    expect(view.text()).toContain('Trial 2, processes 2: killed. Worker 1 was killed by SIGKILL.');
  });

  it('leaves keys alone that are typed into a field', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await flushPromises();
    expect(inputsOf('run:stop')).toHaveLength(0);
    field.remove();
  });

  it("holds the run in the window's own buffer", () => {
    expect(runBuffer.trial(0)?.tasksDone).toBe(2);
  });
});
