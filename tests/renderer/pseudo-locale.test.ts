// @vitest-environment happy-dom
// The window in a language of accented letters: no plain word is left but those of users and machines.
import { answers, emit, resetApi } from './helpers/fake-api';
import { readFileSync } from 'node:fs';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { claimIds, claimSources } from '@shared/claims/catalogue';
import { defaultPreset } from '@shared/experiment/presets';
import { keptVerdict } from '@shared/kept/kept-verdict';
import { parseReport } from '@shared/report/report-file';
import type { EarlierRun } from '@shared/wire/ipc';
import type { LiveEvent } from '@shared/report/live';
import App from '@renderer/App.vue';
import { restBuffer, runBuffer } from '@renderer/model/buffers';
import { connectFeed } from '@renderer/live/feed';
import { useClaimsStore } from '@renderer/stores/claims';
import { useDraftStore } from '@renderer/draft/draft';
import { useMachineStore } from '@renderer/stores/machine';
import { useReportStore } from '@renderer/stores/report';
import { useRunStore } from '@renderer/stores/run';
import { makeFigure } from '../helpers/make/figure';
import { makeFinding } from '../helpers/make/finding';
import { makePython } from '../helpers/make/python';
import { plainTexts, readTexts } from '../helpers/pseudo-locale';
import { experiment, instantFrames, ms, runBegin, spans, workers } from './helpers/events';

vi.mock('@present/messages/texts', async (original) => {
  const { texts } = await original<{ texts: { en: readonly string[] } }>();
  const { pseudoText } = await import('../helpers/pseudo-locale');
  return { texts: { en: texts.en.map(pseudoText) } };
});

const golden = parseReport(readFileSync('tests/golden/report.json', 'utf8'));
if (!golden.ok) throw new Error(golden.problem.code);
const report = golden.value;

/** Words that are data: names, what Intl writes, what a report and a machine say of themselves. */
const data = [
  'Corelane CPython Python JavaScript JSON CSV HTML PNG SVG PSS RSS Ctrl Esc Enter',
  'Jan Nov UTC and or',
  JSON.stringify([report.experiment, report.program, report.run, report.environment]),
  JSON.stringify(report.cells.map(({ trials }) => trials.map(({ evidence }) => evidence))),
  JSON.stringify([experiment, defaultPreset.experiment]),
  '/data/d /opt/python/bin/python3 fork spawn forkserver workload.path command default index seed heavy-powers',
  ...claimIds.flatMap((id) => [id, ...claimSources(id).map(({ url }) => url)]),
];

Object.assign(document, { fonts: { ready: Promise.resolve() } });
HTMLElement.prototype.animate = () => ({}) as Animation;

let app: VueWrapper;
let send: (...events: LiveEvent[]) => void;

const settled = async (): Promise<void> => {
  await flushPromises();
  await vi.dynamicImportSettled();
  await flushPromises();
};
async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, ...more }));
  await settled();
}
const go = (place: number): Promise<void> => press(String(place), { ctrlKey: true });
async function unfold(): Promise<void> {
  for (const fold of app.findAll('button[aria-expanded=false]')) await fold.trigger('click');
  await settled();
}
const plain = (): readonly string[] => plainTexts(readTexts(document.body), data);

beforeEach(async () => {
  document.body.innerHTML = '';
  setActivePinia(createPinia());
  resetApi();
  answers['pythons:list'] = () => ({
    usable: [makePython('3.12'), makePython('3.14t')],
    unusable: [],
  });
  const live = (listener: (events: readonly LiveEvent[]) => void) => {
    send = (...events) => listener(events);
    return () => undefined;
  };
  connectFeed({ live }, { run: runBuffer, rest: restBuffer, frames: instantFrames });
  await useMachineStore().refresh();
  app = mount(App, { attachTo: document.body });
  await settled();
});

afterEach(() => app.unmount());

describe('in a language of accented letters no plain word is left', () => {
  it('in Lab, with every kind of work', async () => {
    const draft = useDraftStore();
    for (const kind of ['powers', 'mixed', 'fault', 'module', 'command'] as const) {
      draft.setWorkload(kind);
      await settled();
      await unfold();
      expect(plain()).toEqual([]);
    }
  });

  it('in Lab, where the form has problems, and as JSON', async () => {
    const draft = useDraftStore();
    draft.experiment.tasks = 0;
    draft.experiment.name = '';
    draft.experiment.strategies = [];
    await settled();
    expect(plain()).toEqual([]);
    await app.get('input[type=radio][value=json]').setValue(true);
    await settled();
    expect(plain()).toEqual([]);
  });

  it('in Lab while a run goes on, and when it is stopped', async () => {
    await useRunStore().start(experiment);
    send(
      runBegin,
      { type: 'trial-begin', trial: 0, atNs: 0 },
      workers(0, [70, 70]),
      spans(0, [
        [0, 0, 1, 5],
        [1, 1, 1, 9],
      ]),
    );
    await settled();
    expect(plain()).toEqual([]);
    send(
      {
        type: 'trial-end',
        end: { trial: 0, status: 'ok', endNs: 10 * ms, coldNs: 9 * ms, warmNs: 8 * ms },
      },
      { type: 'trial-begin', trial: 1, atNs: 20 * ms },
    );
    await settled();
    await press('t');
    expect(plain()).toEqual([]);
    await press('Escape');
    expect(plain()).toEqual([]);
  });

  it('in Results', async () => {
    useReportStore().report = report;
    await go(3);
    const tabs = app.findAll('[role=tab]').length;
    expect(tabs).toBeGreaterThan(2);
    for (let tab = 0; tab < tabs; tab += 1) {
      await app.findAll('[role=tab]')[tab]?.trigger('click');
      await settled();
      await unfold();
      expect(plain()).toEqual([]);
    }
  });

  it('in Results, with runs of earlier and one that was left', async () => {
    const run = { name: 'small', startedAt: '2026-11-22T14:07:00Z', bytes: 5e6 } as const;
    const verdict = keptVerdict(report);
    const runs: readonly EarlierRun[] = [
      { ...run, id: 'a', state: 'unfinished', trials: 7, planned: 30 },
      { ...run, id: 'b', state: 'running' },
      { ...run, id: 'c', state: 'finished', status: 'done', trials: 30, verdict },
      { ...run, id: 'd', state: 'damaged', why: { code: 'empty-run', args: { path: '/data/d' } } },
    ];
    answers['runs:list'] = () => ({ runs, keptBytes: 1e9, folder: '/data' });
    emit('runs:changed', {});
    await settled();
    expect(plain()).toEqual([]);
    await go(3);
    expect(app.text()).toContain('small');
    expect(plain()).toEqual([]);
  });

  it('in Claims', async () => {
    await go(4);
    expect(plain()).toEqual([]);
    useClaimsStore().apply({
      active: false,
      finding: makeFinding('heap', {
        languages: [],
        notes: [{ kind: 'no-python' }],
        figures: [
          makeFigure('seen', 'threads-object', [1, 1], { unit: 'yes' }),
          makeFigure('seen', 'processes-object', [0, 0], { unit: 'yes', strategy: 'processes' }),
        ],
      }),
    });
    await settled();
    expect(plain()).toEqual([]);
  });

  it('in Machine, and in the sheet of keys', async () => {
    await go(5);
    expect(plain()).toEqual([]);
    await app.get('button.help').trigger('click');
    await settled();
    expect(plain()).toEqual([]);
  });
});
