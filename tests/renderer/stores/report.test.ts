// @vitest-environment happy-dom
import { failInWords } from '@present/words/engine/problems';
import { answers, inputsOf, resetApi } from '../helpers/fake-api';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { isReactive } from 'vue';
import { useMessagesStore } from '@renderer/stores/messages';
import { useReportStore } from '@renderer/stores/report';
import { useRunStore } from '@renderer/stores/run';
import { makeReport } from '../../helpers/make/report';

beforeEach(() => {
  setActivePinia(createPinia());
  resetApi();
});

describe('report store', () => {
  it('holds the report without making its columns reactive', async () => {
    const reports = useReportStore();
    answers['report:last'] = () => makeReport();
    expect(await reports.loadLast()).toBe(true);
    expect(isReactive(reports.report?.samples.cores)).toBe(false);
  });

  it('keeps what it has where none comes', async () => {
    const reports = useReportStore();
    answers['report:last'] = () => makeReport();
    await reports.loadLast();
    const before = reports.report;
    answers['report:last'] = () => undefined;
    expect(await reports.loadLast()).toBe(false);
    answers['report:open'] = () => ({ cancelled: true });
    expect(await reports.open()).toBe(false);
    answers['runs:open'] = () => failInWords('bad-report', 'This file is no report.');
    expect(await reports.openRun('a')).toBe(false);
    expect(reports.report).toBe(before);
    expect(useMessagesStore().list.map(({ text }) => text)).toEqual(['This file is no report.']);
    expect(reports.busy).toBe(false);
  });

  it('says where an export was saved, and nothing where it was cancelled', async () => {
    const reports = useReportStore();
    const messages = useMessagesStore();
    answers['report:export'] = () => ({ cancelled: true });
    await reports.exportAs('csv');
    expect(messages.list).toEqual([]);
    answers['report:export'] = () => ({ path: '/r/report.csv' });
    await reports.exportAs('csv');
    expect(inputsOf('report:export')).toEqual(['csv', 'csv']);
    expect(messages.list[0]).toMatchObject({ kind: 'note', text: 'Saved /r/report.csv' });
  });
});

it('says that an export waits for the trial under way, until it is written', async () => {
  const reports = useReportStore();
  const messages = useMessagesStore();
  const run = useRunStore();
  run.join({ kind: 'run', phase: 'preparing' });
  answers['report:export'] = () => {
    expect(messages.list.map(({ text }) => text)).toEqual([
      'The export is written after the trial under way.',
    ]);
    run.apply({ type: 'run-end', status: 'done' });
    return { cancelled: true };
  };
  await reports.exportAs('csv');
  expect(messages.list).toEqual([]);
});

describe('messages', () => {
  it('shows one problem of a kind, drops the oldest of many, and only the last note', () => {
    const messages = useMessagesStore();
    for (const text of ['a', 'b', 'a', 'c', 'd', 'e']) {
      messages.showProblem({ code: text, message: text });
    }
    messages.showProblem({ code: 'e', message: 'e' });
    expect(messages.list.map(({ text }) => text)).toEqual(['a', 'c', 'd', 'e']);
    messages.showNote('Saved one');
    messages.showNote('Saved two');
    expect(messages.list.filter(({ kind }) => kind === 'note').map(({ text }) => text)).toEqual([
      'Saved two',
    ]);
    messages.showProblem({ code: 'd', message: 'tasks is 0.', path: 'tasks' });
    messages.showProblem({ code: 'c', message: 'The sampler is gone.', path: 'sampling' });
    const problems = messages.list.filter(({ kind }) => kind === 'problem');
    expect(problems.map(({ text, path }) => [text, path])).toEqual([
      ['e', undefined],
      ['tasks is 0.', undefined],
      ['The sampler is gone.', 'sampling'],
    ]);
    messages.dismiss(messages.list[0]!.id);
    expect(messages.list[0]?.text).not.toBe('c');
  });
});
