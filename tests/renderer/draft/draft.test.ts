// @vitest-environment happy-dom
import { failInWords } from '@present/words/engine/problems';
import { answers, inputsOf, resetApi } from '../helpers/fake-api';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { presets } from '@shared/experiment/presets';
import { useDraftStore } from '@renderer/draft/draft';
import { useMachineStore } from '@renderer/stores/machine';
import { useMessagesStore } from '@renderer/stores/messages';

const open = async () => {
  await useMachineStore().refresh();
  return useDraftStore();
};

const preset = (id: string) => presets.find((candidate) => candidate.id === id)!;

beforeEach(() => {
  setActivePinia(createPinia());
  resetApi();
});

describe('edits of the draft', () => {
  it('are taken back and done again, with where the draft came from', async () => {
    const draft = await open();
    const first = draft.text;
    draft.experiment.tasks = Number.NaN;
    draft.experiment.tasks = 7;
    draft.sealEdit();
    draft.experiment.name = 'Mine';
    draft.loadPreset(preset('sort'));
    expect(draft.undo()).toBe(true);
    expect([draft.experiment.name, draft.experiment.tasks]).toEqual(['Mine', 7]);
    expect(draft.changed).toBe(true);
    draft.undo();
    expect(draft.experiment.name).toBe('Heavy powers');
    draft.undo();
    expect(draft.text).toBe(first);
    expect([draft.changed, draft.undo()]).toEqual([false, false]);
    draft.redo();
    expect(draft.experiment.tasks).toBe(7);
    draft.redo();
    draft.redo();
    expect(draft.origin).toEqual({ kind: 'preset', preset: preset('sort') });
    expect(draft.redo()).toBe(false);
  });

  it('are text too, as long as it is no experiment', async () => {
    const draft = await open();
    draft.setText('{');
    expect(draft.textIsBad).toBe(true);
    draft.undo();
    expect(draft.textIsBad).toBe(false);
    draft.redo();
    expect(draft.text).toBe('{');
  });
});

describe('draft', () => {
  it('opens with the default preset, every default written out, ready to run', async () => {
    const draft = await open();
    expect(draft.experiment.name).toBe('Heavy powers');
    expect(draft.experiment.timeoutSeconds).toBeGreaterThan(0);
    expect(draft.problems).toEqual([]);
    expect(draft.toInput()).toEqual(JSON.parse(draft.text));
    expect(draft.cells.map(({ id }) => id)).toContain('threads-2');
    const { repeats, warmup, emptyRepeats, until } = draft.experiment;
    const others = warmup + emptyRepeats;
    expect(draft.trials).toEqual({
      least: draft.cells.length * (repeats + others),
      most: draft.cells.length * (Math.max(repeats, until?.most ?? 0) + others),
    });
  });

  it.each(presets.map(({ id }) => id))('takes the preset %s', async (id) => {
    const draft = await open();
    draft.loadPreset(preset(id));
    expect(draft.problems).toEqual([]);
    expect(draft.changed).toBe(false);
    expect(draft.experiment.workload).toEqual(preset(id).experiment.workload);
  });

  it('writes the form into the text, and the text into the form', async () => {
    const draft = await open();
    draft.experiment.tasks = 77;
    expect(JSON.parse(draft.text)).toMatchObject({ tasks: 77 });
    expect(draft.changed).toBe(true);
    draft.setText(draft.text.replace('"tasks": 77', '"tasks": 5'));
    expect(draft.experiment.tasks).toBe(5);
  });

  it('keeps text as it was typed while it says the same, until the form changes', async () => {
    const draft = await open();
    const compact = JSON.stringify(JSON.parse(draft.text));
    draft.setText(compact);
    expect(draft.text).toBe(compact);
    draft.experiment.repeats = 9;
    expect(draft.text).not.toBe(compact);
    expect(JSON.parse(draft.text)).toMatchObject({ repeats: 9 });
  });

  it('keeps text that is no experiment, says where, and holds the last good state', async () => {
    const draft = await open();
    const bad = draft.text.replace('"repeats": 5', '"repeats": 0').replace('"seed"', '"sed"');
    draft.setText(bad);
    expect(draft.text).toBe(bad);
    expect(draft.textIsBad).toBe(true);
    expect(draft.problems.map(({ path }) => path)).toEqual(['repeats', 'sed']);
    expect(draft.experiment.repeats).toBe(5);
    expect(draft.toInput()).toBeUndefined();
    draft.dropText();
    expect(draft.problems).toEqual([]);
    expect(JSON.parse(draft.text)).toMatchObject({ repeats: 5, seed: 1 });
  });

  it('keeps text that is no JSON', async () => {
    const draft = await open();
    draft.setText('{"version": 1,');
    expect(draft.text).toBe('{"version": 1,');
    expect(draft.problems).toHaveLength(1);
    expect(draft.problems[0]?.code).toBe('bad-json');
  });

  it('finds a problem by its place or below it', async () => {
    const draft = await open();
    draft.setWork({ kind: 'powers', params: { number: 7, iterations: 0 } });
    draft.experiment.tasks = Number.NaN;
    expect(draft.problemAt('workload')).toMatch(/^workload\.params\.iterations /);
    expect(draft.problemAt('tasks')).toMatch(/^tasks /);
    expect(draft.problemAt('task')).toBeUndefined();
    expect(draft.ready).toBeUndefined();
    expect(draft.cells).toEqual([]);
  });

  it("gives a new workload that workload's defaults", async () => {
    const draft = await open();
    draft.setWorkload('wait');
    expect(draft.experiment.workload).toEqual({ kind: 'wait', params: { ms: 50 } });
    expect(draft.problems).toEqual([]);
  });

  it('remembers the counts of a row that is left out', async () => {
    const draft = await open();
    draft.loadPreset(preset('app'));
    const before = draft.text;
    const inApp = draft.strategyRows.find(({ id }) => id === 'threads-main')!;
    draft.toggleStrategy(inApp);
    expect(draft.experiment.strategies).toHaveLength(2);
    expect(draft.strategyRows.map(({ id }) => id)).toContain('threads-main');
    draft.toggleStrategy(inApp);
    expect(draft.text).toBe(before);
  });

  it('gives changes back that another preset replaced, and offers that only where there were some', async () => {
    const draft = await open();
    const messages = useMessagesStore();
    draft.loadPreset(preset('wait'));
    expect(messages.list).toEqual([]);
    draft.experiment.tasks = 3;
    const before = draft.text;
    draft.loadPreset(preset('sort'));
    expect(messages.list.map(({ text }) => text)).toEqual(['Replaced your changes.']);
    messages.act(messages.list[0]!);
    expect(draft.text).toBe(before);
    expect(draft.changed).toBe(true);
    expect(draft.origin).toMatchObject({ preset: { id: 'wait' } });
    expect(messages.list).toEqual([]);
    draft.setText('{"version": 1,');
    draft.loadPreset(preset('sort'));
    messages.act(messages.list[0]!);
    expect(draft.text).toBe('{"version": 1,');
  });

  it('switches precision and the break-even on with their defaults, and remembers what was set', async () => {
    const draft = await open();
    draft.loadPreset(preset('wait'));
    draft.setAdaptive(false);
    draft.setBreakEven(false);
    expect([draft.experiment.until, draft.experiment.breakEven]).toEqual([undefined, undefined]);
    expect(JSON.parse(draft.text)).not.toHaveProperty('until');
    draft.setAdaptive(true);
    draft.setBreakEven(true);
    expect(draft.experiment.breakEven?.tasks.length).toBeGreaterThan(0);
    expect(draft.problems).toEqual([]);
    draft.experiment.until!.precision = 0.05;
    draft.experiment.breakEven!.tasks = [4, 64];
    draft.setAdaptive(false);
    draft.setBreakEven(false);
    draft.setAdaptive(true);
    draft.setBreakEven(true);
    expect(draft.experiment.until?.precision).toBe(0.05);
    expect(draft.experiment.breakEven?.tasks).toEqual([4, 64]);
  });

  it('opens a file, and leaves everything where that is cancelled or no experiment', async () => {
    const draft = await open();
    answers['experiment:open'] = () => ({ cancelled: true });
    await draft.openFile();
    expect(draft.origin.kind).toBe('preset');
    answers['experiment:open'] = () => ({ text: '{"version": 2}', path: '/a/b.json' });
    await draft.openFile();
    expect(draft.origin.kind).toBe('preset');
    expect(useMessagesStore().list[0]?.kind).toBe('problem');
    expect(useMessagesStore().list[0]?.text).toMatch(/^b\.json: /);
    const text = JSON.stringify({ ...preset('wait').experiment, name: 'From a file' });
    answers['experiment:open'] = () => ({ text, path: '/a/b.json' });
    await draft.openFile();
    expect(draft.experiment.name).toBe('From a file');
    expect(draft.origin).toEqual({ kind: 'file', path: '/a/b.json' });
  });

  it('saves the text, and is unchanged afterwards; a failure is shown', async () => {
    const draft = await open();
    draft.experiment.tasks = 3;
    answers['experiment:save'] = () => failInWords('disk-full', 'The disk is full.');
    await draft.saveFile();
    expect(draft.changed).toBe(true);
    expect(useMessagesStore().list[0]?.text).toBe('The disk is full.');
    answers['experiment:save'] = () => ({ path: '/a/mine.corelane.json' });
    await draft.saveFile();
    expect(inputsOf('experiment:save').at(-1)).toBe(draft.text);
    expect(draft.changed).toBe(false);
    expect(draft.origin).toEqual({ kind: 'file', path: '/a/mine.corelane.json' });
  });
});
