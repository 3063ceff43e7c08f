// @vitest-environment happy-dom
import { answers, calls, emit, inputsOf, resetApi } from './fake-api';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail } from '@shared/result';
import App from '@renderer/App.vue';
import { useDraftStore } from '@renderer/stores/draft';
import { useMachineStore } from '@renderer/stores/machine';
import { makeReport } from '../../helpers/make-report';

const stubs = { ChartCanvas: true, TimelineTab: true, RestScreen: true, LiveView: true };

Object.assign(document, { fonts: { ready: Promise.resolve() } });

let app: VueWrapper;

/** Places but the first are loaded when they are first shown. */
const settled = async (): Promise<void> => {
  await flushPromises();
  await vi.dynamicImportSettled();
  await flushPromises();
};

const press = async (key: string): Promise<void> => {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true }));
  await settled();
};
const current = (): string => app.get('[aria-current=page]').attributes('aria-label') ?? '';

async function drop(name: string, text: string): Promise<void> {
  const event = new Event('drop', { cancelable: true });
  Object.assign(event, { dataTransfer: { files: [new File([text], name)] } });
  window.dispatchEvent(event);
  await flushPromises();
}

beforeEach(async () => {
  document.body.innerHTML = '';
  localStorage.clear();
  setActivePinia(createPinia());
  resetApi();
  await useMachineStore().refresh();
  app = mount(App, { global: { stubs }, attachTo: document.body });
  await flushPromises();
});

afterEach(() => app.unmount());

describe('window', () => {
  it('opens in Lab, says so, and shows the machine in short', () => {
    expect(current()).toBe('Lab');
    expect(inputsOf('app:shown')).toEqual(['lab']);
    expect(app.get('header').text()).toContain('2 cores, no quota');
    expect(app.get('header').text()).toContain('Heavy powers · preset');
  });

  it('goes to its places by key, and tells each time', async () => {
    await press('4');
    expect(current()).toBe('Machine');
    expect(app.text()).toContain('of 2 cores usable');
    await press('3');
    expect(current()).toBe('Experiments');
    expect(app.text()).toContain('Twelve claims, none tried yet');
    await press('2');
    expect(current()).toBe('Results');
    await press('5');
    expect(current()).toBe('Results');
    expect(inputsOf('app:shown')).toEqual(['lab', 'machine', 'experiments', 'results']);
  });

  it('runs by Ctrl Enter, in Lab alone, and not what is wrong', async () => {
    await press('2');
    await press('Enter');
    expect(inputsOf('run:start')).toEqual([]);
    await press('1');
    useDraftStore().experiment.tasks = 0;
    await press('Enter');
    expect(inputsOf('run:start')).toEqual([]);
    useDraftStore().experiment.tasks = 2;
    await press('Enter');
    expect(inputsOf('run:start')).toHaveLength(1);
    expect(app.findComponent({ name: 'LiveView' }).exists()).toBe(true);
  });

  it('goes to Results when the report is ready', async () => {
    answers['report:last'] = () => makeReport();
    emit('report:ready', { id: 'x' });
    await settled();
    expect(current()).toBe('Results');
    expect(app.get('header').text()).toContain('24 trials');
    expect(calls.at(-1)).toEqual(['app:shown', 'results']);
  });

  it('does what main commands: runs the default preset, or an experiment, and stops', async () => {
    useDraftStore().experiment.tasks = 1;
    emit('command', { name: 'run-default' });
    await flushPromises();
    expect(inputsOf('run:start')[0]).toMatchObject({ name: 'Heavy powers', tasks: 24 });
    emit('command', { name: 'stop' });
    await flushPromises();
    expect(inputsOf('run:stop')).toHaveLength(1);
  });

  it('runs the experiment that a command brings', async () => {
    const experiment = { ...useDraftStore().ready!, name: 'Brought', tasks: 5 };
    emit('command', { name: 'run-default', experiment });
    await flushPromises();
    expect(inputsOf('run:start')[0]).toEqual(experiment);
    expect(app.get('header').text()).toContain('Brought · from the command line');
  });

  it('shows problems until they are dismissed, and a refused run', async () => {
    emit('problem', { code: 'x', message: 'The sampler is gone.', path: 'sampling.hz' });
    await flushPromises();
    expect(app.get('.strip').text()).toContain('The sampler is gone. sampling.hz');
    answers['run:start'] = () => fail('busy', 'A run is under way. Stop it first.');
    await press('Enter');
    expect(app.get('.strip').text()).toContain('A run is under way. Stop it first.');
    for (const button of app.findAll('.strip button')) await button.trigger('click');
    expect(app.find('.strip').exists()).toBe(false);
  });
});

describe('a dropped file', () => {
  it('is shown where it is a report', async () => {
    const report = makeReport();
    answers['report:read'] = () => report;
    const text = JSON.stringify(report);
    await drop('report.json', text);
    expect(inputsOf('report:read')).toEqual([text]);
    expect(current()).toBe('Results');
  });

  it('becomes the draft where it is an experiment', async () => {
    await press('3');
    const text = JSON.stringify({ ...useDraftStore().toInput(), name: 'Dropped' });
    await drop('mine.corelane.json', text);
    expect(current()).toBe('Lab');
    expect(useDraftStore().experiment.name).toBe('Dropped');
    expect(inputsOf('report:read')).toEqual([]);
  });

  it('is refused with what to do where it is neither', async () => {
    await drop('picture.png', 'x');
    expect(app.get('.strip').text()).toContain('picture.png is not a .json file. Drop a report');
    await drop('other.json', '[1, 2]');
    expect(app.findAll('.strip li')).toHaveLength(2);
    expect(useDraftStore().experiment.name).toBe('Heavy powers');
  });
});
