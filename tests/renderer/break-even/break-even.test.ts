// @vitest-environment happy-dom
import { resetApi } from '../helpers/fake-api';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import BreakEvenCut from '@renderer/break-even/BreakEvenCut.vue';
import BreakEvenMap from '@renderer/break-even/BreakEvenMap.vue';
import BreakEvenTab from '@renderer/break-even/BreakEvenTab.vue';
import { makeBreakEven } from '../../helpers/make/break-even';
import { makeReport } from '../../helpers/make/report';

Object.assign(document, { fonts: { ready: Promise.resolve() } });

let tab: VueWrapper;

async function open(withArticle = true): Promise<void> {
  const report = makeReport();
  const { article, ...rest } = makeBreakEven();
  const breakEven = { ...rest, ...(withArticle && article && { article }) };
  const search = { tasks: [2, 32], workers: 'cores' as const, budgetSeconds: 60 };
  const experiment = { ...report.experiment, breakEven: search };
  tab = mount(BreakEvenTab, {
    props: { report: { ...report, experiment, breakEven } },
    attachTo: document.body,
  });
  await flushPromises();
}

const cut = (): number => tab.findComponent(BreakEvenCut).props('tasks');

beforeEach(() => {
  setActivePinia(createPinia());
  resetApi();
});
afterEach(() => tab.unmount());

describe('the break-even tab', () => {
  it('answers for the article’s program, with the workers that were searched', async () => {
    await open();
    expect(tab.get('aside .t-claim').text()).toBe(
      'Neither pays. Two tasks must take 20 ms each before two threads do.',
    );
    expect(tab.get('aside .t-claim b').text()).toBe('20 ms');
    expect(tab.get('aside').text()).toContain('the article’s program, as written');
    expect(tab.get('header').text()).toContain('cold time, powers, 2 workers.');
  });

  it('answers over the columns where the article’s program was not run', async () => {
    await open(false);
    expect(tab.get('aside .t-claim').text()).toContain(
      'Threads pay from 20 ms per task at 2 tasks',
    );
  });

  it('says from where each strategy pays, and where that was not found', async () => {
    await open();
    const rows = tab
      .findAll('aside tbody tr')
      .map((row) => row.findAll('th, td').map((cell) => cell.text()));
    expect(rows).toEqual([
      ['2', '20 ms', 'not found up to 1 s'],
      ['32', '2 ms', '60 ms'],
    ]);
    expect(tab.get('aside').text()).toContain('A full grid this fine would need 540 trials.');
  });

  it('cuts at the article’s column first, then at the one that is chosen', async () => {
    await open();
    expect(cut()).toBe(2);
    await tab.findAll('aside tbody button')[1]!.trigger('click');
    expect(cut()).toBe(32);
    tab.findComponent(BreakEvenMap).vm.$emit('update:tasks', 2);
    await flushPromises();
    expect(cut()).toBe(2);
  });

  it('gives every point as a table by T, and back', async () => {
    await open();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 't' }));
    await flushPromises();
    expect(tab.findComponent(BreakEvenMap).exists()).toBe(false);
    const cells = tab
      .findAll('.main tbody tr')
      .map((row) => row.findAll('td').map((td) => td.text()));
    expect(cells).toHaveLength(6);
    expect(cells[0]).toEqual([
      '2',
      '10,000',
      '10 ms',
      '20 ms',
      '33.3 ms',
      'not known',
      'serial',
      '0.60',
      '0.57 to 0.63',
    ]);
    expect(cells[4]![6]).toBe('undecided');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 't' }));
    await flushPromises();
    expect(tab.findComponent(BreakEvenMap).exists()).toBe(true);
  });

  it('can be focused, and says what it is', async () => {
    await open();
    const canvas = tab.get('canvas[role=application]');
    expect(canvas.attributes('tabindex')).toBe('0');
    expect(canvas.attributes('aria-label')).toContain('Arrow keys move over the measured points');
  });
});
