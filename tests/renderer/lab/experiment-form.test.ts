// @vitest-environment happy-dom
import { failInWords } from '@present/words/engine/problems';
import { answers, calls, inputsOf, resetApi } from '../helpers/fake-api';
import { mount, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import type { CostEstimate } from '@shared/experiment/cost';
import type { Strategy } from '@shared/experiment/experiment';
import ExperimentForm from '@renderer/lab/ExperimentForm.vue';
import { useDraftStore } from '@renderer/draft/draft';
import { useMachineStore } from '@renderer/stores/machine';
import { makeMachine } from '../../helpers/make/report';

async function open(cores = 2): Promise<VueWrapper> {
  answers['machine:read'] = () => makeMachine(cores);
  await useMachineStore().refresh();
  return mount(ExperimentForm, { attachTo: document.body });
}

const labelled = (form: VueWrapper, label: string) => form.get(`[aria-label="${label}"]`);
const runButton = (form: VueWrapper) => form.get('.cost button');
const strategy = (kind: string): Strategy | undefined =>
  useDraftStore().experiment.strategies.find((entry) => entry.kind === kind);

async function showJson(form: VueWrapper): Promise<void> {
  await form.get('input[type=radio][value=json]').setValue(true);
}

async function showForm(form: VueWrapper): Promise<void> {
  await form.get('input[type=radio][value=form]').setValue(true);
}

beforeEach(() => {
  document.body.innerHTML = '';
  setActivePinia(createPinia());
  resetApi();
});

describe('form and draft', () => {
  it('writes a figure into the draft, and shows what the draft says', async () => {
    const form = await open();
    await labelled(form, 'tasks').setValue('96');
    expect(useDraftStore().experiment.tasks).toBe(96);
    useDraftStore().experiment.tasks = 400_000;
    await nextTick();
    await labelled(form, 'tasks').trigger('blur');
    expect((labelled(form, 'tasks').element as HTMLInputElement).value).toBe('400,000');
  });

  it('moves the slider over the limits of the catalogue', async () => {
    const form = await open();
    const slider = labelled(form, 'iterations, slider');
    await slider.setValue('0');
    expect(useDraftStore().experiment.workload).toMatchObject({ params: { iterations: 1 } });
    await slider.setValue('1000');
    expect(useDraftStore().experiment.workload).toMatchObject({
      params: { iterations: 1_000_000_000 },
    });
  });

  it('offers every listed workload, and its own parameters', async () => {
    const form = await open();
    const kinds = form.findAll('.tiles input').map((input) => input.attributes('value'));
    expect(kinds).toContain('http');
    expect(kinds).not.toContain('fault');
    await form.get('.tiles input[value=http]').setValue(true);
    expect(form.find('[aria-label="delay, ms"]').exists()).toBe(true);
    expect(form.find('[aria-label="iterations, times"]').exists()).toBe(false);
  });

  it('changes how trials are measured', async () => {
    const form = await open();
    await form.get('input[type=radio][value=main]').setValue(true);
    await form.get('input[type=radio][value=static]').setValue(true);
    await labelled(form, 'sample, Hz').setValue('20');
    const { experiment } = useDraftStore();
    expect(experiment.placement).toBe('main');
    expect(experiment.schedule).toEqual({ kind: 'static' });
    expect(experiment.sampling.hz).toBe(20);
    expect(form.find('[aria-label="by"]').exists()).toBe(false);
  });

  it('takes a preset, from the tabs or from the menu', async () => {
    const form = await open();
    await form.get('.preset').trigger('click');
    expect(useDraftStore().experiment.name).toBe('Two threads');
    await form.get('[aria-haspopup=menu]').trigger('click');
    const sort = form.findAll('[role=menuitem]').find((item) => item.text().startsWith('Sort'));
    await sort!.trigger('click');
    expect(useDraftStore().experiment.workload.kind).toBe('sort');
    expect(form.find('[role=menu]').exists()).toBe(false);
  });
});

describe('worker chips', () => {
  it('stand on their side of the core count', async () => {
    const form = await open(4);
    const row = form.get('[role=group][aria-label=threads]');
    const texts = (side: string) => row.findAll(`${side} .chip`).map((chip) => chip.text());
    expect(texts('.within')).toEqual(['1', '2', '3', '4']);
    expect(texts('.beyond')).toEqual(['5', '6', '7', '8']);
    expect(labelled(form, 'threads 4').attributes('aria-pressed')).toBe('true');
  });

  it('add to what "cores" came to, and take away', async () => {
    const form = await open();
    await labelled(form, 'threads 4').trigger('click');
    expect(strategy('threads')).toEqual({ kind: 'threads', workers: [2, 4] });
    await labelled(form, 'threads 2').trigger('click');
    expect(strategy('threads')).toEqual({ kind: 'threads', workers: 4 });
  });

  it('take a count of one’s own, and refuse one beyond the limits', async () => {
    const form = await open();
    await labelled(form, 'Add a count to processes').trigger('click');
    const field = labelled(form, 'Add a count to processes');
    await field.setValue('9999');
    await field.trigger('keydown', { key: 'Enter' });
    expect(strategy('processes')).toEqual({ kind: 'processes', workers: 'cores' });
    await field.setValue('7');
    await field.trigger('keydown', { key: 'Enter' });
    expect(strategy('processes')).toEqual({ kind: 'processes', workers: [2, 7] });
    expect(form.find('[aria-label="processes 7"]').exists()).toBe(true);
  });

  it('take processes × threads', async () => {
    const form = await open();
    await labelled(form, 'Add processes × threads').trigger('click');
    await labelled(form, 'hybrid').get('[aria-label=processes]').setValue('4');
    await labelled(form, 'hybrid').get('[aria-label=threads]').setValue('3');
    await labelled(form, 'hybrid').get('[aria-label=threads]').trigger('keydown', { key: 'Enter' });
    expect(useDraftStore().cells.map(({ id }) => id)).toContain('hybrid-4x3');
    await labelled(form, 'hybrid 2×2').trigger('click');
    expect(strategy('hybrid')).toEqual({ kind: 'hybrid', processes: 4, threads: 3 });
  });

  it('go with their row', async () => {
    const form = await open();
    await labelled(form, 'async').get('input[type=checkbox]').setValue(false);
    expect(strategy('async')).toBeUndefined();
    expect(labelled(form, 'async 2').attributes('aria-pressed')).toBe('false');
    await labelled(form, 'async 4').trigger('click');
    expect(strategy('async')).toEqual({ kind: 'async', workers: 4 });
  });
});

describe('what is wrong', () => {
  it('stands beside its field, and Run says why it can not be pressed', async () => {
    const form = await open();
    expect(runButton(form).attributes('disabled')).toBeUndefined();
    await labelled(form, 'tasks').setValue('0');
    expect(form.text()).toContain('At least 1 task.');
    expect(labelled(form, 'tasks').attributes('aria-invalid')).toBe('true');
    expect(runButton(form).attributes('disabled')).toBeDefined();
    expect(form.get('.cost').text()).toContain('tasks is 0. Give at least 1.');
    await labelled(form, 'tasks').setValue('1');
    expect(runButton(form).attributes('disabled')).toBeUndefined();
    expect(form.text()).not.toContain('At least 1 task.');
  });

  it('is an empty field, a missing count, no strategy at all, or no name', async () => {
    const form = await open();
    useDraftStore().setAdaptive(false);
    await nextTick();
    await labelled(form, 'repeats').setValue('');
    expect(form.text()).toContain('A number.');
    await labelled(form, 'threads 2').trigger('click');
    expect(form.text()).toContain('At least 1 count.');
    await labelled(form, 'name').setValue('');
    expect(form.text()).toContain('A name.');
    for (const box of form.findAll('.strategies input[type=checkbox]')) await box.setValue(false);
    expect(form.text()).toContain('At least 1 strategy.');
  });
});

describe('JSON', () => {
  const text = (form: VueWrapper) => form.get('textarea').element.value;

  it('is the same draft, both ways', async () => {
    const form = await open();
    await labelled(form, 'tasks').setValue('12');
    await showJson(form);
    expect(JSON.parse(text(form))).toMatchObject({ tasks: 12 });
    await form.get('textarea').setValue(text(form).replace('"tasks": 12', '"tasks": 34'));
    await showForm(form);
    expect((labelled(form, 'tasks').element as HTMLInputElement).value).toBe('34');
  });

  it('is kept where it is no experiment: errors with their paths, the form locked, nothing lost', async () => {
    const form = await open();
    await showJson(form);
    const bad = text(form).replace('"hz": 25', '"hz": 5000').replace('"repeats"', '"repeat"');
    await form.get('textarea').setValue(bad);
    expect(form.get('.problems').text()).toContain('sampling.hz is 5000.');
    expect(form.get('.problems').text()).toContain('repeat is not a known key.');
    expect(runButton(form).attributes('disabled')).toBeDefined();
    await showForm(form);
    expect(form.get('fieldset').attributes('disabled')).toBeDefined();
    expect((labelled(form, 'sample, Hz').element as HTMLInputElement).value).toBe('25');
    await form.get('.locked button').trigger('click');
    expect(text(form)).toBe(bad);
  });

  it('can be given up for the last good state', async () => {
    const form = await open();
    await showJson(form);
    await form.get('textarea').setValue('{');
    await showForm(form);
    await form.findAll('.locked button')[1]!.trigger('click');
    expect(form.get('fieldset').attributes('disabled')).toBeUndefined();
    expect(runButton(form).attributes('disabled')).toBeUndefined();
  });
});

describe('precision and break-even', () => {
  const box = (form: VueWrapper, label: string) =>
    form
      .findAll('.check')
      .find((check) => check.text().startsWith(label))!
      .get('input');

  it('writes percent for a share, and the least and the most trials', async () => {
    const form = await open();
    useDraftStore().setAdaptive(true);
    await nextTick();
    await labelled(form, 'precise to plus or minus, %').setValue('3.5');
    await labelled(form, 'trials').setValue('4');
    await labelled(form, 'to').setValue('12');
    await labelled(form, 'within, s').setValue('45');
    const { experiment } = useDraftStore();
    expect(experiment.repeats).toBe(4);
    expect(experiment.until).toEqual({ precision: 0.035, most: 12, budgetSeconds: 45 });
    expect((labelled(form, 'precise to plus or minus, %').element as HTMLInputElement).value).toBe(
      '3.5',
    );
  });

  it('says beside the field what is out of its limits', async () => {
    const form = await open();
    useDraftStore().setAdaptive(true);
    await nextTick();
    await labelled(form, 'precise to plus or minus, %').setValue('70');
    expect(form.text()).toContain('At most 50 %.');
    expect(runButton(form).attributes('disabled')).toBeDefined();
    await labelled(form, 'precise to plus or minus, %').setValue('2');
    await labelled(form, 'trials').setValue('9');
    await labelled(form, 'to').setValue('8');
    expect(form.text()).toContain('At least 9.');
  });

  it('can be switched to a fixed number of repeats', async () => {
    const form = await open();
    useDraftStore().setAdaptive(true);
    await nextTick();
    await box(form, 'until').setValue(false);
    expect(useDraftStore().experiment.until).toBeUndefined();
    expect(form.find('[aria-label=trials]').exists()).toBe(false);
    expect(form.find('[aria-label=repeats]').exists()).toBe(true);
  });

  it('searches the break-even at the counts that are written', async () => {
    const form = await open();
    useDraftStore().setBreakEven(false);
    await nextTick();
    await box(form, 'break-even').setValue(true);
    await labelled(form, 'break-even at tasks').setValue('2, 16,  128');
    expect(useDraftStore().experiment.breakEven?.tasks).toEqual([2, 16, 128]);
    await labelled(form, 'break-even at tasks').setValue('2, many');
    expect(form.text()).toContain('1 to 12 counts of tasks.');
    expect(runButton(form).attributes('disabled')).toBeDefined();
    await labelled(form, 'break-even at tasks').setValue('');
    expect(form.text()).toContain('1 to 12 counts of tasks.');
    await labelled(form, 'break-even at tasks').setValue('4');
    expect(runButton(form).attributes('disabled')).toBeUndefined();
  });

  it('offers the break-even only where a task has a size', async () => {
    const form = await open();
    expect(form.text()).toContain('break-even');
    useDraftStore().setWorkload('empty');
    await nextTick();
    expect(form.findAll('.check').some((check) => check.text().startsWith('break-even'))).toBe(
      false,
    );
  });

  it('takes trials of empty tasks and no samples at all', async () => {
    const form = await open();
    await labelled(form, 'empty').setValue('0');
    await labelled(form, 'sample, Hz').setValue('0');
    await labelled(form, 'memory, Hz').setValue('0');
    const { experiment, problems } = useDraftStore();
    expect([experiment.emptyRepeats, experiment.sampling]).toEqual([0, { hz: 0, memoryHz: 0 }]);
    expect(problems).toEqual([]);
  });
});

describe('cost', () => {
  const estimate: CostEstimate = {
    taskNs: 104e6,
    atLeast: false,
    minNs: 240e9,
    maxNs: 540e9,
    coresBusy: 2,
    usableCores: 2,
    peakBytes: 301_234_567,
    shares: [
      { kind: 'serial', trials: 9, ns: 100e9 },
      { kind: 'threads', trials: 9, ns: 50e9 },
    ],
  };

  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const settle = () => vi.advanceTimersByTimeAsync(2000);

  it('says cells, trials and that the time is not known, until the pilot has told', async () => {
    answers['experiment:estimate'] = () => estimate;
    const form = await open();
    const { least, most } = useDraftStore().trials;
    expect(form.get('.cost').text()).toContain(`5 cells, ${least} to ${most} trials`);
    expect(form.get('.cost').text()).toContain('time not known yet');
    await settle();
    const cost = form.get('.cost').text();
    expect(cost).toMatch(/about\s*4 to 9 min/);
    expect(cost).toContain('up to 2 of 2 cores busy, 300 MB');
    expect(form.get('.shares').attributes('aria-label')).toBe(
      'serial: about 100 s, 9 trials, threads: about 50 s, 9 trials',
    );
    expect(form.text()).toContain('One task took 104 ms here just now.');
  });

  it('drops the estimate at once when the draft changes', async () => {
    answers['experiment:estimate'] = () => estimate;
    const form = await open();
    await settle();
    await labelled(form, 'tasks').setValue('25');
    expect(form.get('.cost').text()).toContain('time not known yet');
    expect(form.text()).not.toContain('here just now');
    await settle();
    expect(form.get('.cost').text()).toContain('min');
  });

  it('says in one sentence why it is not known', async () => {
    answers['experiment:estimate'] = () =>
      failInWords('pilot-failed', 'A task threw: out of range.');
    const form = await open();
    await settle();
    expect(form.get('.cost').text()).toContain('time not known: A task threw: out of range.');
    expect(runButton(form).attributes('disabled')).toBeUndefined();
  });
});

describe('run', () => {
  it('starts the draft with its defaults filled in', async () => {
    const form = await open();
    await labelled(form, 'tasks').setValue('3');
    calls.length = 0;
    await runButton(form).trigger('click');
    expect(inputsOf('run:start')).toEqual([useDraftStore().toInput()]);
    expect(inputsOf('run:start')[0]).toMatchObject({ tasks: 3, timeoutSeconds: 60 });
  });
});
