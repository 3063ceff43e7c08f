// @vitest-environment happy-dom
// The form for a user's own code: a function in a file, or a program.
import { failInWords } from '@present/words/engine/problems';
import { answers, inputsOf, resetApi } from '../helpers/fake-api';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import ExperimentForm from '@renderer/lab/ExperimentForm.vue';
import { useDraftStore } from '@renderer/draft/draft';
import type { ModuleDraft } from '@renderer/draft/draft-workload';
import { useMachineStore } from '@renderer/stores/machine';
import { makeMachine } from '../../helpers/make/report';

const file = '/home/a/work.mts';

async function open(): Promise<VueWrapper> {
  answers['machine:read'] = () => makeMachine(2);
  await useMachineStore().refresh();
  return mount(ExperimentForm, { attachTo: document.body });
}

/** The field that a visible label names. */
function field(form: VueWrapper, label: string) {
  const found = form.findAll('.text-row label').find((one) => one.text() === label);
  return form.get(`[id="${found!.attributes('for')!}"]`);
}

const textOf = (form: VueWrapper, label: string): string =>
  (field(form, label).element as HTMLInputElement).value;
const rowOf = (form: VueWrapper, label: string) =>
  form.findAll('.text-row').find((row) => row.get('label').text() === label)!;
const work = () => useDraftStore().experiment.workload;
const button = (form: VueWrapper, text: string) =>
  form.findAll('button').find((one) => one.text() === text)!;
const runText = (form: VueWrapper): string => form.get('.cost .text').text();

async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(400);
  await flushPromises();
}

async function openModule(names: readonly string[], known = true): Promise<VueWrapper> {
  const form = await open();
  answers['own-code:choose'] = () => ({ path: file });
  answers['own-code:exports'] = () => ({ names, known });
  await form.get('.tiles input[value=module]').setValue(true);
  await button(form, 'Choose…').trigger('click');
  await settle();
  return form;
}

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '';
  setActivePinia(createPinia());
  resetApi();
});
afterEach(() => vi.useRealTimers());

describe('a function in a file', () => {
  it('is chosen with a dialog, and of what the file exports the likely one is taken', async () => {
    const form = await openModule(['resize', 'setup', 'work']);
    expect(inputsOf('own-code:exports')).toEqual([file]);
    expect(work()).toEqual({ kind: 'module', path: file, export: 'work', params: {} });
    const names = field(form, 'function')
      .findAll('option')
      .map((one) => one.text());
    expect(names).toEqual(['resize', 'work']);
    expect(rowOf(form, 'function').text()).toContain('setup found');
    await field(form, 'function').setValue('resize');
    expect(work()).toMatchObject({ export: 'resize' });
    expect(useDraftStore().ready?.workload).toMatchObject({ path: file, export: 'resize' });
  });

  it('stays what it was where the dialog is closed', async () => {
    const form = await open();
    answers['own-code:choose'] = () => ({ cancelled: true });
    await form.get('.tiles input[value=module]').setValue(true);
    await button(form, 'Choose…').trigger('click');
    await settle();
    expect(work()).toMatchObject({ path: '' });
    expect(inputsOf('own-code:exports')).toEqual([]);
    expect(form.get('.cost button').attributes('disabled')).toBeDefined();
  });

  it('keeps the name that an opened experiment gives, and says that the file has none such', async () => {
    answers['own-code:exports'] = () => ({ names: ['work'], known: true });
    const form = await open();
    useDraftStore().setWork({ kind: 'module', path: file, export: 'gone', params: {} });
    await settle();
    expect(work()).toMatchObject({ export: 'gone' });
    expect(textOf(form, 'function')).toBe('gone');
    expect(rowOf(form, 'function').get('[role=alert]').text()).toBe(
      'work.mts exports no gone. Choose one that it does.',
    );
  });

  it('is written where only running the file would tell its exports', async () => {
    const form = await openModule([], false);
    expect(field(form, 'function').element.tagName).toBe('INPUT');
    await field(form, 'function').setValue('resize');
    expect(work()).toMatchObject({ export: 'resize' });
  });

  it('offers the names that a CommonJS file seems to have, and lets another be written', async () => {
    const form = await openModule(['resize', 'setup', 'work'], false);
    expect(work()).toMatchObject({ export: 'work' });
    const name = field(form, 'function');
    const offered = form.get(`[id="${name.attributes('list')!}"]`).findAll('option');
    expect(offered.map((one) => one.attributes('value'))).toEqual(['resize', 'work']);
    expect(rowOf(form, 'function').text()).toContain('By its text: resize, work.');
    await name.setValue('hidden');
    expect(work()).toMatchObject({ export: 'hidden' });
    expect(rowOf(form, 'function').find('[role=alert]').exists()).toBe(false);
  });

  it('says why a file can’t be read, and reads it again', async () => {
    const form = await openModule(['default']);
    answers['own-code:exports'] = () =>
      failInWords('not-bundled', 'work.mts:3:9: Expected a brace');
    await button(form, 'Refresh').trigger('click');
    await settle();
    expect(rowOf(form, 'file').get('[role=alert]').text()).toContain('work.mts:3:9');
    answers['own-code:exports'] = () => ({ names: ['default'], known: true });
    await button(form, 'Refresh').trigger('click');
    await settle();
    expect(rowOf(form, 'file').find('[role=alert]').exists()).toBe(false);
  });

  it('reads a path once it stays, and none that can’t be run', async () => {
    const form = await open();
    answers['own-code:exports'] = () => ({ names: ['default'], known: true });
    await form.get('.tiles input[value=module]').setValue(true);
    for (const path of ['/w', '/w.m', '/w.mts']) {
      await field(form, 'file').setValue(path);
      await vi.advanceTimersByTimeAsync(50);
    }
    await field(form, 'file').setValue('/work.mts');
    await settle();
    expect(inputsOf('own-code:exports')).toEqual(['/work.mts']);
    await field(form, 'file').setValue('/work.rb');
    await settle();
    expect(inputsOf('own-code:exports')).toHaveLength(1);
    expect(rowOf(form, 'file').get('[role=alert]').text()).toContain('Not a file that can be run');
  });
});

describe('parameters', () => {
  it('tell the place of a mistake, lose nothing that was typed, and hold up the run', async () => {
    const form = await openModule(['default']);
    const text = '{\n  "rules": 500,\n  "deep": { a: 1 }\n}';
    await field(form, 'params').setValue(text);
    const said = 'Line 3, column 13: Put the name a in double quotes.';
    expect(rowOf(form, 'params').get('[role=alert]').text()).toBe(said);
    expect(field(form, 'params').attributes('aria-invalid')).toBe('true');
    expect(form.get('.cost button').attributes('disabled')).toBeDefined();
    expect(runText(form)).toContain(said);
    // Away, and back again.
    await form.get('.tiles input[value=sort]').setValue(true);
    await form.get('.tiles input[value=module]').setValue(true);
    expect(textOf(form, 'params')).toBe(text);
    expect(work()).toMatchObject({ path: file });
    const mended = text.replace('a:', '"a":');
    await field(form, 'params').setValue(mended);
    expect((work() as ModuleDraft).params).toEqual({ rules: 500, deep: { a: 1 } });
    expect(textOf(form, 'params')).toBe(mended);
    expect(form.get('.cost button').attributes('disabled')).toBeUndefined();
  });

  it.each([
    ['[1]', 'Parameters must be one object. Write { "name": value }.'],
    ['  ', 'Write {} where there are no parameters.'],
  ])('must be an object: %s', async (text, said) => {
    const form = await openModule(['default']);
    await field(form, 'params').setValue(text);
    expect(rowOf(form, 'params').get('[role=alert]').text()).toBe(said);
    expect(useDraftStore().ready).toBeUndefined();
  });

  it('follow the draft where something else changes it', async () => {
    const form = await openModule(['default']);
    await field(form, 'params').setValue('{"a":1}');
    useDraftStore().setWork({ ...(work() as ModuleDraft), params: { b: 2 } });
    await nextTick();
    expect(JSON.parse(textOf(form, 'params'))).toEqual({ b: 2 });
  });
});

describe('a program', () => {
  it('has one argument a line, as it is typed', async () => {
    const form = await open();
    await form.get('.tiles input[value=command]').setValue(true);
    expect(form.get('.cost button').attributes('disabled')).toBeDefined();
    await field(form, 'program').setValue('gzip');
    await field(form, 'arguments').setValue('-c\n');
    expect(textOf(form, 'arguments')).toBe('-c\n');
    await field(form, 'arguments').setValue('-c\npart {index}.bin');
    expect(useDraftStore().ready?.workload).toEqual({
      kind: 'command',
      command: 'gzip',
      args: ['-c', 'part {index}.bin'],
    });
    const row = rowOf(form, 'arguments').text();
    expect(row).toContain('{index}');
    expect(row).toContain('{seed}');
  });

  it('has params for the names in its arguments', async () => {
    const form = await open();
    await form.get('.tiles input[value=command]').setValue(true);
    await field(form, 'program').setValue('gzip');
    await field(form, 'arguments').setValue('-{level}');
    expect(rowOf(form, 'arguments').text()).toContain('holds {level}, which is not a parameter');
    await field(form, 'params').setValue('{ "level": 9');
    expect(useDraftStore().ready).toBeUndefined();
    await field(form, 'params').setValue('{ "level": 9 }');
    expect(useDraftStore().ready?.workload).toMatchObject({ params: { level: 9 } });
  });
});

describe('strategies', () => {
  const groups = (form: VueWrapper): readonly (string | undefined)[] =>
    form.findAll('.strategies > [role=group]').map((row) => row.attributes('aria-label'));

  it('that can’t run a program are not offered, with the reason', async () => {
    const form = await open();
    expect(groups(form)).toContain('threads');
    await form.get('.tiles input[value=command]').setValue(true);
    expect(groups(form)).toEqual(['serial', 'async']);
    expect(form.get('.unsupported').text()).toContain(
      'every task of a command is already a process',
    );
    expect(form.find('button.head').exists()).toBe(false);
  });

  it('are Python’s alone where the file is Python, and one of them is needed', async () => {
    answers['pythons:list'] = () => ({ usable: [], unusable: [] });
    const form = await openModule(['work']);
    expect(groups(form)).toContain('threads');
    expect(form.find('button.head').exists()).toBe(false);
    await field(form, 'file').setValue('/home/a/work.py');
    await settle();
    expect(groups(form)).not.toContain('threads');
    expect(groups(form)).toContain('Python threads');
    expect(runText(form)).toContain('No chosen strategy can run this workload');
    expect(form.get('.cost button').attributes('disabled')).toBeDefined();
    await form.get('[aria-label="Python threads"] input[type=checkbox]').setValue(true);
    expect(form.get('.cost button').attributes('disabled')).toBeUndefined();
  });
});
