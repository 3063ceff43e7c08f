import { failureText } from '@present/words/engine/failures';
import { noteText } from '@present/words/engine/notes';
import { failInWords } from '@present/words/engine/problems';
import { textFailure } from '../../helpers/failures';
import { createPinia, setActivePinia } from 'pinia';
import { textCode } from '@shared/report/facts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveEvent } from '@shared/report/live';
import { ok, type Result } from '@shared/base/result';
import { connectFeed } from '@renderer/live/feed';
import type { FrameLoop } from '@renderer/canvas/frame';
import { RestBuffer } from '@renderer/model/rest-buffer';
import { TimelineBuffer } from '@renderer/model/timeline-buffer';
import { useRunStore } from '@renderer/stores/run';
import { makePoint } from '../../helpers/make/break-even';
import { experiment, instantFrames, ms, runBegin, samples, spans } from '../helpers/events';

const calls = vi.hoisted(() => ({
  made: [] as unknown[][],
  answer: { ok: true, value: undefined } as unknown,
  /** What a start is answered; as everything else where it is undefined. */
  startAnswer: undefined as unknown,
  hold: undefined as Promise<unknown> | undefined,
}));
vi.mock('@renderer/stores/api', () => ({
  api: {
    call: async (...input: unknown[]) => {
      calls.made.push(input);
      await calls.hold;
      return input[0] === 'run:start' ? (calls.startAnswer ?? calls.answer) : calls.answer;
    },
  },
}));

const begin = (trial: number, at: number): LiveEvent => ({
  type: 'trial-begin',
  trial,
  atNs: at * ms,
});
const end = (trial: number, at: number): LiveEvent => ({
  type: 'trial-end',
  end: { trial, status: 'ok', endNs: at * ms, coldNs: 30 * ms, warmNs: 20 * ms },
});

function connect(add: Pick<FrameLoop, 'add'>['add'] = instantFrames.add) {
  let send: (events: readonly LiveEvent[]) => void = () => undefined;
  let rates = { data: 0, words: 0 };
  const run = new TimelineBuffer();
  const rest = new RestBuffer();
  const frames = { setRates: (next: typeof rates) => void (rates = next), add, drawMs: undefined };
  const api = {
    live: (listener: typeof send) => {
      send = listener;
      return () => undefined;
    },
  };
  connectFeed(api, { run, rest, frames });
  return {
    run,
    rest,
    store: useRunStore(),
    send: (...events: LiveEvent[]) => send(events),
    rates: () => rates,
  };
}

beforeEach(() => {
  setActivePinia(createPinia());
  calls.made.length = 0;
  calls.answer = ok(undefined) satisfies Result<undefined>;
  calls.startAnswer = undefined;
  calls.hold = undefined;
});

describe('connectFeed', () => {
  it('copies samples into the buffer and decisions into the store', () => {
    const { run, store, send } = connect();
    send(runBegin, begin(0, 5), spans(0, [[0, 0, 6, 9]]));
    send(end(0, 40), begin(1, 50));
    expect(run.version).toBe(2);
    expect(run.trial(0)?.tasksDone).toBe(1);
    expect(store.phase).toBe('running');
    expect(store.currentTrial).toBe(1);
    expect(store.trials[0]).toMatchObject({ status: 'ok', coldNs: 30 * ms, beginNs: 5 * ms });
    expect(store.trials[1]?.status).toBeUndefined();
    expect(store.cellOf(1)?.id).toBe('processes-2');
  });

  it('keeps sample columns out of the store', () => {
    const { store, send } = connect();
    send(runBegin, begin(0, 0));
    const before = JSON.stringify(store.$state);
    send(samples(0, { cores: [[20, 1, 1]] }), spans(0, [[0, 0, 1, 2]]));
    expect(JSON.stringify(store.$state)).toBe(before);
  });

  it('gives samples to the rest buffer while no run is under way', () => {
    const { run, rest, send } = connect();
    send(samples(0, { cores: [[20, 0.1, 0]] }));
    expect(rest.coreRows.table.length).toBe(1);
    expect([run.version, rest.version]).toEqual([0, 1]);
    send(runBegin, samples(0, { cores: [[20, 1, 1]] }));
    expect(rest.coreRows.count).toBe(0);
    expect(run.coreRows.table.length).toBe(1);
  });

  it('lets the window draw less while a trial that counts takes every core', () => {
    const { send, rates } = connect();
    const [first, ...others] = runBegin.order;
    const order = [{ ...first!, warmup: true }, ...others];
    send({ ...runBegin, order }, begin(0, 5), samples(0, { cores: [[20, 1, 1]] }));
    expect(rates()).toEqual({ data: 14, words: 1 });
    send(end(0, 40), begin(1, 45));
    expect(rates()).toEqual({ data: 20 / 3, words: 1 });
    send({ type: 'run-end', status: 'done' });
    expect(rates().data).toBe(0.4);
  });

  it('tells the store with the next picture, but of a beginning and an end at once', () => {
    let draw: (cause: 'data') => void = () => undefined;
    let woken = 0;
    const { run, store, send } = connect((next) => {
      draw = next;
      return { wake: () => (woken += 1), remove: () => undefined };
    });
    send(runBegin, begin(0, 5), end(0, 40));
    expect(run.trial(0)?.end?.status).toBe('ok');
    expect([store.phase, store.currentTrial, woken]).toEqual(['running', undefined, 2]);
    draw('data');
    expect(store.trials[0]?.status).toBe('ok');
    send(begin(1, 50), { type: 'run-end', status: 'stopped' });
    expect([store.currentTrial, store.phase]).toEqual([1, 'done']);
  });

  it('takes trials that were planned later, of empty tasks too, each once', () => {
    const { run, store, send } = connect();
    const more = { trial: 7, cell: 'threads-2', round: 1, warmup: false, empty: true };
    send(runBegin, { type: 'planned', order: [runBegin.order[0]!, more] });
    expect(store.trials.map(({ trial }) => trial)).toEqual([0, 1, 2, 3, 7]);
    send(begin(7, 50), spans(7, [[0, 0, 51, 52]]), end(7, 60));
    expect(run.trial(7)?.cell.id).toBe('threads-2');
    expect([store.currentTrial, store.cellOf(7)?.id]).toEqual([7, 'threads-2']);
    expect(store.factOf(7)).toMatchObject({ status: 'ok', empty: true });
  });

  it('passes over a trial of no cell, as the search for the break-even has them', () => {
    const { run, store, send } = connect();
    send(runBegin, begin(0, 5), begin(99, 6), spans(99, [[0, 0, 7, 8]]), end(99, 9));
    expect(run.trial(99)).toBeUndefined();
    expect(store.currentTrial).toBe(0);
  });

  it('knows that the break-even is searched once every trial has ended', () => {
    const { store, send } = connect();
    const breakEven = { tasks: [2, 8], workers: 'cores' as const, budgetSeconds: 60 };
    const [first] = runBegin.order;
    send({ ...runBegin, experiment: { ...experiment, breakEven }, order: [first!] }, begin(0, 1));
    expect(store.searching).toBe(false);
    send(end(0, 40), { type: 'break-even', point: makePoint(2, 10, 'serial', 0.6) });
    expect([store.searching, store.points.map(({ tasks }) => tasks)]).toEqual([true, [2]]);
    send({ type: 'run-end', status: 'done' });
    expect(store.searching).toBe(false);
    send(runBegin);
    expect(store.points).toEqual([]);
  });

  it('ends the run with its status, and samples rest again', () => {
    const { rest, store, send } = connect();
    send(runBegin, begin(0, 0), { type: 'note', note: textCode('a note') });
    send({ type: 'run-end', status: 'failed', failure: textFailure('It broke.') });
    send(samples(0, { cores: [[20, 0, 0]] }));
    expect([store.phase, store.status, store.failure && failureText(store.failure)]).toEqual([
      'done',
      'failed',
      'It broke.',
    ]);
    expect(store.notes.map(noteText)).toEqual(['a note']);
    expect(rest.coreRows.table.length).toBe(1);
  });
});

describe('the run store', () => {
  it('starts a run and says why it could not', async () => {
    const { store } = connect();
    calls.answer = failInWords('bad-experiment', 'tasks is missing.');
    await store.start(experiment);
    expect(calls.made).toEqual([['run:start', experiment]]);
    expect([store.phase, store.problem?.code]).toEqual(['idle', 'bad-experiment']);
  });

  it('answers stop at once, and stops only once', async () => {
    const { store, send } = connect();
    await store.start(experiment);
    send(runBegin);
    calls.hold = new Promise(() => undefined);
    void store.stop();
    expect(store.phase).toBe('stopping');
    void store.stop();
    expect(calls.made.filter(([name]) => name === 'run:stop')).toHaveLength(1);
    send({ type: 'run-end', status: 'stopped' });
    expect([store.phase, store.status]).toEqual(['done', 'stopped']);
  });

  it('stops a run that had not begun when it was told to', async () => {
    const { store, send } = connect();
    let release = (): void => undefined;
    calls.hold = new Promise<void>((resolve) => {
      release = resolve;
    });
    calls.startAnswer = failInWords('stopped', 'The run was stopped before it began.');
    const started = store.start(experiment);
    const stopped = store.stop();
    expect(store.phase).toBe('stopping');
    release();
    await Promise.all([started, stopped]);
    expect([store.phase, store.problem]).toEqual(['idle', undefined]);
    calls.startAnswer = undefined;
    await store.start(experiment);
    send(runBegin);
    expect(store.phase).toBe('running');
  });

  it('starts nothing while a run is under way', async () => {
    const { store, send } = connect();
    await store.start(experiment);
    send(runBegin);
    await store.start(experiment);
    expect(calls.made.filter(([name]) => name === 'run:start')).toHaveLength(1);
  });
});
