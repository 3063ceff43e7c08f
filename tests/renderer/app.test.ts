// @vitest-environment happy-dom
import { failInWords } from '@present/words/engine/problems';
import { answers, calls, emit, inputsOf, resetApi } from './helpers/fake-api';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EarlierRun } from '@shared/wire/ipc';
import App from '@renderer/App.vue';
import { useDraftStore } from '@renderer/draft/draft';
import { useMachineStore } from '@renderer/stores/machine';
import { useReportStore } from '@renderer/stores/report';
import { useRunStore } from '@renderer/stores/run';
import { makeReport } from '../helpers/make/report';
import { runBegin } from './helpers/events';

const stubs = {
  ChartCanvas: true,
  TimelineTab: true,
  RaceView: true,
  RestScreen: true,
  LiveView: true,
};

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
    await press('5');
    expect(current()).toBe('Machine');
    expect(app.text()).toContain('of 2 cores usable');
    await press('4');
    expect(current()).toBe('Claims');
    expect(app.text()).toContain('Twelve claims, none tried yet');
    await press('3');
    expect(current()).toBe('Results');
    await press('6');
    expect(current()).toBe('Results');
    expect(inputsOf('app:shown')).toEqual(['lab', 'machine', 'claims', 'results']);
  });

  it('runs by Ctrl Enter, in Lab alone, and not what is wrong', async () => {
    await press('3');
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

  it('shows why a run was refused until the next one is started', async () => {
    const why = 'Cancelled: running work.mjs was not allowed.';
    answers['run:start'] = () => failInWords('not-allowed', why);
    await press('Enter');
    expect(app.text()).toContain(why);
    answers['run:start'] = () => ({ ok: true, value: undefined });
    await press('Enter');
    expect(app.text()).not.toContain(why);
  });

  it('writes out what would hide in the name of an experiment', async () => {
    useDraftStore().experiment.name = 'own \u202ework';
    await flushPromises();
    expect(app.get('header').text()).toContain('own \\u202ework');
  });

  it('shows the race of a newcomer’s default run, and later ones in Results', async () => {
    answers['report:last'] = () => makeReport();
    emit('report:ready', { id: 'x' });
    await settled();
    expect(current()).toBe('Race');
    await press('1');
    emit('report:ready', { id: 'y' });
    await settled();
    expect(current()).toBe('Results');
  });

  it('goes to Results when a commanded run is over, whoever was here before', async () => {
    answers['report:last'] = () => makeReport();
    emit('command', { name: 'run-default' });
    await flushPromises();
    emit('report:ready', { id: 'x' });
    await settled();
    expect(current()).toBe('Results');
  });

  it('goes to Results when the report is ready', async () => {
    localStorage.setItem('corelane.race-seen', 'yes');
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
    answers['run:start'] = () => failInWords('busy', 'A run is under way. Stop it first.');
    await press('Enter');
    expect(app.get('.strip').text()).toContain('A run is under way. Stop it first.');
    for (const button of app.findAll('.strip button')) await button.trigger('click');
    expect(app.find('.strip').exists()).toBe(false);
  });
});

describe('a dropped file', () => {
  it('is shown where it is a report, read by main from its bytes', async () => {
    const report = makeReport();
    answers['file:read'] = () => ({ kind: 'report', report });
    await drop('report.json', JSON.stringify(report));
    expect(inputsOf('file:read')).toMatchObject([{ name: 'report.json' }]);
    expect(current()).toBe('Results');
    await press('1');
    await drop('kept.CORELANE', 'packed');
    expect(current()).toBe('Results');
  });

  it('becomes the draft where it is an experiment', async () => {
    await press('4');
    const text = JSON.stringify({ ...useDraftStore().toInput(), name: 'Dropped' });
    answers['file:read'] = () => ({ kind: 'experiment', text });
    await drop('mine.corelane.json', text);
    expect(current()).toBe('Lab');
    expect(useDraftStore().experiment.name).toBe('Dropped');
  });

  it('is refused with what to do where it is neither', async () => {
    await drop('pic\u202eture.png', 'x');
    expect(app.get('.strip').text()).toContain('pic\\u202eture.png is not a .json or .corelane');
    expect(inputsOf('file:read')).toEqual([]);
    answers['file:read'] = () => ({ kind: 'experiment', text: '[1, 2]' });
    await drop('other.json', '[1, 2]');
    expect(app.findAll('.strip li')).toHaveLength(2);
    expect(useDraftStore().experiment.name).toBe('Heavy powers');
  });
});

describe('a page that is loaded again', () => {
  /** The window's page as if its process had been started anew. */
  const reload = async (): Promise<void> => {
    app.unmount();
    setActivePinia(createPinia());
    await useMachineStore().refresh();
    app = mount(App, { global: { stubs }, attachTo: document.body });
    await settled();
  };

  it('is where it was, with the last report, what was typed, and the claims', async () => {
    useDraftStore().experiment.tasks = Number.NaN;
    useDraftStore().experiment.name = 'Typed';
    await press('3');
    answers['report:last'] = () => makeReport();
    await reload();
    expect(current()).toBe('Results');
    expect(app.get('header').text()).toContain('24 trials');
    expect(useDraftStore().experiment).toMatchObject({ name: 'Typed', tasks: Number.NaN });
    expect(inputsOf('claims:last')).toHaveLength(2);
  });

  it('shows the run that goes on, as long as it takes already', async () => {
    answers['run:state'] = () => ({ kind: 'run', phase: 'running', elapsedMs: 60_000 });
    await reload();
    expect(useRunStore().phase).toBe('starting');
    useRunStore().apply(runBegin);
    expect(useRunStore().phase).toBe('running');
    expect(performance.now() - (useRunStore().startedAt ?? 0)).toBeGreaterThanOrEqual(60_000);
    answers['run:state'] = () => ({ kind: 'run', phase: 'stopping', elapsedMs: 5 });
    await reload();
    expect(useRunStore().phase).toBe('stopping');
  });

  it('goes to the report of a run that ended meanwhile', async () => {
    await press('Enter');
    expect(useRunStore().active).toBe(true);
    answers['report:last'] = () => makeReport();
    await reload();
    expect(current()).toBe('Results');
  });

  it('opens without what it had where it crashed with it, and gives it back', async () => {
    useDraftStore().experiment.name = 'Typed';
    await press('3');
    answers['report:last'] = () => makeReport();
    window.history.replaceState(null, '', '?plain');
    await reload();
    window.history.replaceState(null, '', '?');
    expect(current()).toBe('Lab');
    expect(useDraftStore().experiment.name).toBe('Heavy powers');
    await app.get('.strip .action').trigger('click');
    await settled();
    expect(useDraftStore().experiment.name).toBe('Typed');
    expect(useReportStore().report).toBeDefined();
  });
});

describe('what a run left unfinished', () => {
  const left = { id: 'a', state: 'unfinished', name: 'Long', trials: 7, planned: 30 } as const;
  const run = { ...left, startedAt: '2026-11-22T14:07:00Z', bytes: 1 } satisfies EarlierRun;
  const kept = (...runs: readonly EarlierRun[]) => ({ runs, keptBytes: 1e9, folder: '/data' });
  const offer = () => app.get('.notice');
  const pressIn = (label: string) =>
    offer()
      .findAll('button')
      .find((button) => button.text() === label)!
      .trigger('click');

  beforeEach(async () => {
    answers['runs:list'] = () => kept(run, { ...run, id: 'b', state: 'running' });
    emit('runs:changed', {});
    await settled();
  });

  it('is offered with its name, moment and trials, and opened as such', async () => {
    expect(offer().text()).toMatch(/Left unfinished: Long, 22 Nov 2026, .*, 7 of 30 trials/);
    const report = makeReport();
    answers['runs:open'] = () => ({ ...report, run: { ...report.run, status: 'unfinished' } });
    await pressIn('Open');
    await settled();
    expect(inputsOf('runs:open')).toEqual(['a']);
    expect(current()).toBe('Results');
    expect(app.get('.unfinished').text()).toMatch(/Unfinished: \d+ of \d+ trials/);
  });

  it('is discarded only after a second word', async () => {
    await pressIn('Discard…');
    expect(inputsOf('runs:discard')).toEqual([]);
    expect(offer().text()).toContain('Its measurements are deleted.');
    await pressIn('Keep');
    await pressIn('Discard…');
    answers['runs:list'] = () => kept();
    await pressIn('Discard');
    await settled();
    expect(inputsOf('runs:discard')).toEqual(['a']);
    expect(app.find('.notice').exists()).toBe(false);
  });

  it('can wait, and is in the list of earlier runs', async () => {
    await pressIn('Later');
    expect(app.find('.notice').exists()).toBe(false);
    await press('3');
    const rows = app.findAll('tbody tr').map((row) => row.text());
    expect(rows[0]).toContain('7 of 30 trials');
    expect(rows[1]).toContain('under way');
  });
});
