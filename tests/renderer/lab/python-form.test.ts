// @vitest-environment happy-dom
// Python in the form, and in the Machine place.
import { failInWords } from '@present/words/engine/problems';
import { answers, inputsOf, resetApi } from '../helpers/fake-api';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FoundInterpreters } from '@shared/experiment/python';
import ExperimentForm from '@renderer/lab/ExperimentForm.vue';
import PythonBlock from '@renderer/machine/PythonBlock.vue';
import { useDraftStore } from '@renderer/draft/draft';
import { useMachineStore } from '@renderer/stores/machine';
import { usePythonsStore } from '@renderer/stores/pythons';
import { makePython } from '../../helpers/make/python';
import { makeMachine } from '../../helpers/make/report';

const two: FoundInterpreters = {
  usable: [makePython('3.12', { environment: '/home/a/venv' }), makePython('3.14t')],
  unusable: [{ path: '/usr/bin/python2', why: { code: 'too-old', version: '2.7' } }],
};

const label = (root: VueWrapper, text: string) => root.get(`[aria-label="${text}"]`);
const strategies = () => useDraftStore().experiment.strategies;
const pressed = (root: VueWrapper, text: string): string | undefined =>
  label(root, text).attributes('aria-pressed');

async function openStrategies(found: FoundInterpreters): Promise<VueWrapper> {
  answers['machine:read'] = () => makeMachine(2);
  answers['pythons:list'] = () => found;
  await useMachineStore().refresh();
  const form = mount(ExperimentForm, { attachTo: document.body });
  await form.get('button.head').trigger('click');
  await flushPromises();
  return form;
}

async function choose(form: VueWrapper, row: string): Promise<void> {
  await label(form, row).get('input[type=checkbox]').setValue(true);
}

beforeEach(() => {
  document.body.innerHTML = '';
  setActivePinia(createPinia());
  resetApi();
});

describe('Python strategies', () => {
  it('look for Pythons when they are first shown, and only then', async () => {
    const form = await openStrategies(two);
    expect(inputsOf('pythons:list')).toEqual([false]);
    await form.get('button.head').trigger('click');
    expect(form.find('[aria-label="Python threads"]').exists()).toBe(false);
    await form.get('button.head').trigger('click');
    await flushPromises();
    expect(form.find('[aria-label="Python threads"]').exists()).toBe(true);
    expect(inputsOf('pythons:list')).toHaveLength(1);
  });

  it('are folded until then, without a search', async () => {
    answers['machine:read'] = () => makeMachine(2);
    const form = mount(ExperimentForm);
    await flushPromises();
    expect(form.get('button.head').attributes('aria-expanded')).toBe('false');
    expect(inputsOf('pythons:list')).toEqual([]);
  });

  it('say that there is no Python', async () => {
    const form = await openStrategies({ usable: [], unusable: [] });
    expect(form.get('.strategies').text()).toContain('No Python was found here');
    expect(form.find('[aria-label=Pythons]').exists()).toBe(false);
  });

  it('are written with the Pythons that are chosen', async () => {
    const form = await openStrategies(two);
    expect(label(form, 'Python 3.14t').attributes('disabled')).toBeDefined();
    await choose(form, 'Python threads');
    await label(form, 'Python 3.14t').trigger('click');
    expect(strategies().at(-1)).toMatchObject({
      kind: 'python-threads',
      interpreters: ['3.12', '3.14t'],
    });
    await label(form, 'all Pythons').trigger('click');
    expect(strategies().at(-1)).toMatchObject({ interpreters: 'all' });
    expect(pressed(form, 'Python 3.12')).toBe('true');
    await choose(form, 'Python processes');
    expect(strategies().at(-1)).toMatchObject({ kind: 'python-processes', interpreters: 'all' });
  });

  it('tell of a Python that is named but not found', async () => {
    const form = await openStrategies(two);
    const draft = useDraftStore();
    draft.experiment.strategies = [{ kind: 'python-threads', workers: 2, interpreters: ['3.9'] }];
    await flushPromises();
    expect(label(form, 'Pythons').text()).toContain('3.9: not found here');
  });

  it('have ways to start processes, and pools a chunk, where they are chosen', async () => {
    const form = await openStrategies(two);
    expect(form.find('[aria-label="Start of Python processes"]').exists()).toBe(false);
    await choose(form, 'Python processes');
    const start = label(form, 'Start of Python processes');
    await start.get('[aria-label=spawn]').trigger('click');
    expect(strategies().at(-1)).toMatchObject({ startMethod: 'spawn' });
    await start.get('[aria-label=fork]').trigger('click');
    expect(strategies().at(-1)).toMatchObject({ startMethod: ['spawn', 'fork'] });
    await start.get('[aria-label="interpreter default"]').trigger('click');
    expect(strategies().at(-1)).not.toHaveProperty('startMethod');
    await choose(form, 'Python thread pool');
    expect(form.find('[aria-label="Start of Python thread pool"]').exists()).toBe(false);
    await label(form, 'chunk').setValue('8');
    const pool = strategies().find(({ kind }) => kind === 'python-pool');
    expect(pool).toMatchObject({ executor: 'thread', chunk: 8 });
  });
});

describe('the store of Pythons', () => {
  it('asks once at a time, and keeps what it had where a search fails', async () => {
    answers['pythons:list'] = () => two;
    const pythons = usePythonsStore();
    await Promise.all([pythons.load(), pythons.load()]);
    await pythons.load();
    expect(inputsOf('pythons:list')).toEqual([false]);
    answers['pythons:list'] = () => failInWords('internal', 'It could not look.');
    await pythons.refresh();
    expect(inputsOf('pythons:list')).toEqual([false, true]);
    expect(pythons.usable.map(({ id }) => id)).toEqual(['3.12', '3.14t']);
    expect(pythons.looking).toBe(false);
  });
});

describe('the Pythons of a machine', () => {
  async function openBlock(found: FoundInterpreters): Promise<VueWrapper> {
    answers['pythons:list'] = () => found;
    const block = mount(PythonBlock);
    await flushPromises();
    return block;
  }

  it('are listed with what each can do, and why another is not usable', async () => {
    const block = await openBlock(two);
    const rows = block
      .findAll('tbody tr')
      .map((row) => row.findAll('th, td').map((cell) => cell.text()));
    expect(rows[0]).toEqual([
      '3.12',
      'CPython 3.12.1',
      'on',
      'fork, spawn, forkserver',
      'no',
      '/opt/python/3.12/bin/python3in /home/a/venv',
    ]);
    expect(rows[1]?.slice(0, 3)).toEqual(['3.14t', 'CPython 3.14.1', 'off, free-threaded']);
    expect(block.get('.unusable').text()).toContain('it is version 2.7');
  });

  it('are looked for again', async () => {
    const block = await openBlock(two);
    let tell = (_found: FoundInterpreters): void => undefined;
    answers['pythons:list'] = () =>
      new Promise<FoundInterpreters>((resolve) => {
        tell = resolve;
      });
    await block.get('button').trigger('click');
    expect(block.get('button').attributes('disabled')).toBeDefined();
    expect(block.get('[role=status]').text()).toContain('Looking');
    tell({ usable: [makePython('3.13')], unusable: [] });
    await flushPromises();
    expect(inputsOf('pythons:list')).toEqual([false, true]);
    expect(block.findAll('tbody tr')).toHaveLength(1);
    expect(block.find('.unusable').exists()).toBe(false);
  });

  it('are said to be none, and what to do', async () => {
    const block = await openBlock({ usable: [], unusable: [] });
    expect(block.find('table').exists()).toBe(false);
    expect(block.text()).toContain('No Python was found that can be used');
    expect(block.text()).toContain('Install 3.8 or later');
  });
});
