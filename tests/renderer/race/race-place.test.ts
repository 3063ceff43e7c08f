// @vitest-environment happy-dom
import { answers, resetApi } from '../helpers/fake-api';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '@shared/report/report';
import RacePlace from '@renderer/race/RacePlace.vue';
import { isFirstRace } from '@renderer/race/race-seen';
import { usePlaceStore } from '@renderer/stores/place';
import { useReportStore } from '@renderer/stores/report';
import { makeReport } from '../../helpers/make/report';

/** Its picture has tests of its own. */
const ChartCanvas = { render: () => null, methods: { wake: () => undefined } };

let place: VueWrapper | undefined;

function show(report?: Report): VueWrapper {
  if (report !== undefined) useReportStore().report = report;
  place = mount(RacePlace, { global: { stubs: { ChartCanvas } }, attachTo: document.body });
  return place;
}

async function press(key: string): Promise<void> {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
  await flushPromises();
}

const done = (wrapper: VueWrapper): readonly string[] =>
  wrapper.findAll('.heads .done').map((one) => one.text());

beforeEach(() => {
  document.body.innerHTML = '';
  localStorage.clear();
  setActivePinia(createPinia());
  resetApi();
});
afterEach(() => place?.unmount());

describe('the race', () => {
  it('says how to come to one where there is no report', async () => {
    const wrapper = show();
    expect(wrapper.text()).toContain('No race yet');
    answers['report:open'] = () => makeReport();
    await wrapper.findAll('button')[1]!.trigger('click');
    await flushPromises();
    expect(wrapper.text()).toContain('threads 2');
  });

  it('says so where no trial counts', () => {
    const report = makeReport();
    const cells = report.cells.map((cell) => ({ ...cell, trials: [] }));
    const wrapper = show({ ...report, cells });
    expect(wrapper.text()).toContain('No trial of this report counts');
    expect(isFirstRace()).toBe(true);
  });

  it('plays when it is shown, pauses by Space, and is remembered as seen', async () => {
    const wrapper = show(makeReport());
    await flushPromises();
    expect(isFirstRace()).toBe(false);
    expect(wrapper.get('.play').text()).toContain('Pause');
    await press(' ');
    expect(wrapper.get('.play').text()).toContain('Play');
  });

  it('goes to its end and its start, and steps a task by keys', async () => {
    const wrapper = show(makeReport());
    await press('End');
    expect(done(wrapper)).toEqual(['6', '6', '6', '6', '6', '6']);
    await press('Home');
    expect(done(wrapper)).toEqual(['0', '0', '0', '0', '0', '0']);
    await press('.');
    await press('.');
    const sum = done(wrapper).reduce((all, one) => all + Number(one), 0);
    expect(sum).toBe(2);
    await press(',');
    expect(done(wrapper).reduce((all, one) => all + Number(one), 0)).toBe(1);
  });

  it('has the same as a table by T', async () => {
    const wrapper = show(makeReport());
    await press('t');
    const rows = wrapper.findAll('tbody tr');
    expect(rows).toHaveLength(6);
    expect(rows[0]!.text()).toContain('threads 2');
    expect(rows[0]!.findAll('td, th')[0]!.text()).toBe('1');
  });

  it('leads to the verdict', async () => {
    const wrapper = show(makeReport());
    await wrapper.get('header button').trigger('click');
    expect(usePlaceStore().current).toBe('results');
  });
});
