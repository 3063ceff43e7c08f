// @vitest-environment happy-dom
import { failInWords } from '@present/words/engine/problems';
import { textFact } from '@shared/report/facts';
import { answers, inputsOf, resetApi } from '../helpers/fake-api';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '@shared/claims/claims';
import ClaimsPlace from '@renderer/claims/ClaimsPlace.vue';
import LabPlace from '@renderer/lab/LabPlace.vue';
import { useClaimsStore } from '@renderer/stores/claims';
import { useDraftStore } from '@renderer/draft/draft';
import { usePlaceStore } from '@renderer/stores/place';
import { makeFigure } from '../../helpers/make/figure';
import { makeFinding } from '../../helpers/make/finding';

const stubs = { ChartCanvas: true, TimelineCanvas: true, RestScreen: true, LiveView: true };

let place: VueWrapper;

const press = async (key: string): Promise<void> => {
  window.dispatchEvent(new KeyboardEvent('keydown', { key }));
  await flushPromises();
};
const button = (text: string) => place.findAll('button').find((one) => one.text().startsWith(text));
const option = (number: number) => place.findAll('[role=option]')[number - 1]!;
const detail = (): string => place.get('article').text();

/** As main tells of a claim that has just been decided. */
async function find(finding: Finding, active = false): Promise<void> {
  useClaimsStore().apply({ active, finding });
  await flushPromises();
}

const memory = makeFinding('memory', {
  figures: ([2, 4] as const).flatMap((x) => [
    makeFigure('pss', 'threads', x * 10e6, { x, unit: 'bytes', strategy: 'threads' }),
    makeFigure('pss', 'processes', x * 40e6, { x, unit: 'bytes', strategy: 'processes' }),
    makeFigure('private', 'threads', x * 5e6, { x, unit: 'bytes', label: 'only private' }),
  ]),
  notes: [textFact('Python could not be measured: it was killed by SIGKILL.')],
});

beforeEach(async () => {
  document.body.innerHTML = '';
  localStorage.clear();
  setActivePinia(createPinia());
  resetApi();
  place = mount(ClaimsPlace, { global: { stubs }, attachTo: document.body });
  await flushPromises();
});

afterEach(() => place.unmount());

describe('the claims', () => {
  it('begin untried, all twelve, with nothing made up', () => {
    expect(place.findAll('[role=option]')).toHaveLength(12);
    expect(place.text()).toContain('Twelve claims, none tried yet');
    expect(option(3).text()).toContain('not tried yet');
    expect(place.findAll('.bar')).toHaveLength(0);
    expect(button('Export')?.attributes('disabled')).toBeDefined();
  });

  it('are chosen by arrow keys, and tried by Enter and R', async () => {
    const list = place.get('[role=listbox]');
    await list.trigger('keydown', { key: 'ArrowUp' });
    await list.trigger('keydown', { key: 'ArrowDown' });
    expect(option(2).attributes('aria-selected')).toBe('true');
    expect(list.attributes('aria-activedescendant')).toBe('claim-lost-updates');
    expect(detail()).toContain('claim 2 of 12, lost-updates');
    await list.trigger('keydown', { key: 'Enter' });
    await find(makeFinding('lost-updates'));
    await press('r');
    expect(inputsOf('claims:run')).toEqual([['lost-updates'], ['lost-updates']]);
  });

  it('are tried all at once, one batch at a time, and stopped by Esc', async () => {
    await button('Run all')?.trigger('click');
    expect(inputsOf('claims:run')[0]).toHaveLength(12);
    await press('r');
    expect(inputsOf('claims:run')).toHaveLength(1);
    useClaimsStore().apply({ active: true, running: 'heap' });
    await flushPromises();
    expect(option(1).text()).toContain('being measured');
    expect(option(2).text()).toContain('to come');
    expect(place.find('[aria-label=Live]').exists()).toBe(true);
    await press('Escape');
    expect(inputsOf('claims:stop')).toHaveLength(1);
    expect(option(1).text()).toContain('stopping');
  });

  it('follow the one under way while it is looked at, and no other', async () => {
    const claims = useClaimsStore();
    await claims.run(['heap', 'lost-updates', 'gil']);
    claims.apply({ active: true, running: 'heap' });
    claims.apply({ active: true, running: 'lost-updates' });
    expect(claims.selected).toBe('lost-updates');
    claims.select('kill');
    claims.apply({ active: true, running: 'gil' });
    expect(claims.selected).toBe('kill');
  });

  it('can be tried again after a refusal, which is shown', async () => {
    answers['claims:run'] = () => failInWords('run-under-way', 'A run is under way.');
    await press('r');
    expect(useClaimsStore().active).toBe(false);
    expect(button('Run all')?.attributes('disabled')).toBeUndefined();
  });
});

describe('a finding', () => {
  beforeEach(async () => {
    useClaimsStore().select('memory');
    await find(memory);
  });

  it('is counted, marked in each language and put in figures', () => {
    expect(place.get('h1').text()).toBe('1 holds');
    expect(option(10).text()).toContain('JS: 40 MB against 160 MB, 4 workers');
    expect(
      option(10)
        .findAll('.mark')
        .map((mark) => mark.attributes('title')),
    ).toEqual(['JavaScript: holds', 'Python: holds']);
    expect(
      option(10)
        .findAll('.bar')
        .map((bar) => (bar.element as HTMLElement).style.width),
    ).toEqual(['25%', '100%']);
    expect(button('Export')?.attributes('disabled')).toBeUndefined();
  });

  it('has its sentences, notes, sources and every figure', () => {
    expect(detail()).toContain('Holds in JavaScript: it is so in JavaScript.');
    expect(detail()).toContain('it was killed by SIGKILL');
    expect(detail()).toContain('https://docs.kernel.org/filesystems/proc.html');
    const [main, folded] = place.findAll('.figures table');
    expect(main?.findAll('tbody tr')).toHaveLength(4);
    expect(main?.text()).toContain('160 MB');
    expect(folded?.text()).toContain('only private');
    expect(folded?.element.closest('details')?.open).toBe(false);
  });

  it('has a chart over workers where there are several, otherwise rows', async () => {
    expect(place.findComponent({ name: 'ChartFrame' }).exists()).toBe(true);
    await find({ ...memory, figures: memory.figures.slice(0, 2) });
    expect(place.findComponent({ name: 'ChartFrame' }).exists()).toBe(false);
    expect(place.findAll('.figure-rows li')).toHaveLength(2);
  });
});

describe('a guess', () => {
  it('is made before and judged after', async () => {
    answers['claims:predict'] = (input) => ({
      ...(input as object),
      madeAt: '2026-11-22T14:02:00Z',
    });
    await place.findAll('.prediction input')[1]!.setValue(true);
    await flushPromises();
    expect(inputsOf('claims:predict')).toEqual([{ claim: 'heap', guess: 'fails' }]);
    expect(option(1).text()).toContain('guessed');
    await find(makeFinding('heap'));
    expect(place.findAll('.prediction input')).toHaveLength(0);
    expect(place.get('.prediction').text()).toMatch(/You predicted\s*does not hold\s*wrong/);
    expect(option(1).text()).toContain('wrong');
    expect(place.text()).toContain('You predicted 0 of 1 correctly.');
  });
});

describe('what it leads to', () => {
  it('is the experiment in Lab', async () => {
    useClaimsStore().select('io-bound');
    await flushPromises();
    await button('Open in Lab')?.trigger('click');
    expect(usePlaceStore().current).toBe('lab');
    expect(useDraftStore().experiment.name).toBe('Waiting work');
    expect(useDraftStore().origin).toEqual({ kind: 'claim', number: 5 });
  });

  it('is one for each language where the size of a task differs', async () => {
    useClaimsStore().select('cores');
    await flushPromises();
    expect(button('Open in Lab')).toBeUndefined();
    await button('Python in Lab')?.trigger('click');
    expect(useDraftStore().experiment.name).toBe('CPU-bound work, Python');
    expect(useDraftStore().experiment.strategies.map(({ kind }) => kind)).toEqual([
      'python-serial',
      'python-threads',
      'python-processes',
    ]);
  });

  it('is a recommendation that the weights change', async () => {
    const speedup = (variant: 'threads' | 'processes', value: number) =>
      makeFigure('speedup', variant, value, { x: 2, unit: 'times', strategy: variant });
    await find(memory);
    await find(
      makeFinding('cores', { figures: [speedup('threads', 1), speedup('processes', 1.9)] }),
    );
    await place.findAll('[role=tab]')[1]!.trigger('click');
    const advice = () => place.get('.advice h2').text();
    const weigh = (name: string, value: number) =>
      place
        .findAll('.weight')
        .find((one) => one.text().startsWith(name))!
        .get('input')
        .setValue(value);
    await weigh('memory', 5);
    expect(advice()).toBe('Threads');
    await weigh('memory', 0);
    expect(advice()).toBe('Processes');
    expect(place.get('.advice').text()).toContain('Not measured: isolation, killability, sharing.');
    await place.get('.advice .link').trigger('click');
    expect(detail()).toContain('claim 9 of 12, cores');
  });

  it('is files', async () => {
    answers['claims:export'] = () => ({ path: '/x/findings.csv' });
    await find(memory);
    await button('Export')?.trigger('click');
    await place.findAll('[role=menuitem]')[2]!.trigger('click');
    const weights = { speed: 1, memory: 1, isolation: 1, killability: 1, sharing: 1 };
    expect(inputsOf('claims:export')).toEqual([{ format: 'csv', weights }]);
  });
});

describe('Lab meanwhile', () => {
  it('says that claims are tried, and takes Run back at their end', async () => {
    const lab = mount(LabPlace, { global: { stubs } });
    useClaimsStore().apply({ active: true, running: 'kill' });
    await flushPromises();
    expect(lab.text()).toContain('Claim 7: A thread cannot be killed, a process can.');
    expect(lab.findComponent({ name: 'ExperimentForm' }).exists()).toBe(false);
    useClaimsStore().apply({ active: false });
    await flushPromises();
    expect(lab.findComponent({ name: 'ExperimentForm' }).exists()).toBe(true);
    lab.unmount();
  });
});
