import type { ReportSamples, TrialReport } from '@shared/report/report';
import { describe, expect, it } from 'vitest';
import { makeSamples } from '../../helpers/make/samples';
import { makeCells } from '../../helpers/make/cells';
import { makeFacts } from '../../helpers/make/facts';
import { makeTrial } from '../../helpers/make/trial';
import { ofKind, tell } from './make-run';

const spans = (ns: readonly number[]): TrialReport['spans'] => ({
  task: ns.map((_, task) => task),
  worker: ns.map(() => 0),
  startNs: ns.map((_, task) => task * 1e6),
  endNs: ns.map((span, task) => task * 1e6 + span),
});

const tasksOf = (ns: readonly number[], coldNs = 1e9) => ({
  coldMs: [],
  others: [0, 1, 2].map(() => ({ coldNs, warmNs: coldNs, spans: spans(ns) })),
});

describe('a coarse timer', () => {
  it('says how long the tasks are', () => {
    expect(ofKind('coarse-timer', { threads: tasksOf([300, 310, 9000]) })).toEqual([
      {
        kind: 'coarse-timer',
        text: 'Tasks are short compared with one reading of the clock, about 60 ns: threads 2 310 ns.',
        advice: 'Treat these times as upper bounds, or make each task larger.',
        cells: ['threads-2'],
        trials: [],
      },
    ]);
  });

  it('says how short a cold time is', () => {
    expect(ofKind('coarse-timer', { serial: tasksOf([2500], 3100) })[0]).toMatchObject({
      text: 'Cold times are short compared with one reading of the clock, about 60 ns: serial 1 3.10 µs.',
      cells: ['serial-1'],
    });
  });

  it('is none for longer ones: 40 readings for a task, 100 for a cold time', () => {
    expect(ofKind('coarse-timer', { serial: tasksOf([2400], 6000) })).toEqual([]);
    expect(ofKind('coarse-timer', { serial: tasksOf([2399], 5999) })[0]?.text).toMatch(
      /^Tasks .* Cold times /,
    );
  });
});

describe('the clock of this machine', () => {
  const emptyOf = (ns: readonly number[]) => [
    makeTrial({ coldNs: 1e6, spans: spans(ns) }),
    makeTrial({ coldNs: 1e6, status: 'failed', spans: spans([1]) }),
  ];
  const warned = (tasks: readonly number[], empty: readonly number[]) => {
    const [cell] = makeCells([{ kind: 'serial' }], { 'serial-1': tasksOf(tasks) });
    if (cell === undefined) throw new Error('one strategy gives one cell');
    return tell(makeFacts([{ ...cell, emptyTrials: emptyOf(empty) }])).filter(
      ({ kind }) => kind === 'coarse-timer',
    );
  };

  it('is what the shortest empty task took', () => {
    expect(warned([9000], [800, 250, 61_000])[0]?.text).toBe(
      'Tasks are short compared with one reading of the clock, about 250 ns: serial 1 9 µs.',
    );
    expect(warned([10_001], [250])).toEqual([]);
    expect(warned([1300], [30])).toEqual([]);
  });

  it('has the step that a coarse one shows, not the nothing between two', () => {
    expect(warned([15_000], [0, 0, 1000, 0])[0]?.text).toContain('about 1 µs: serial 1 15 µs');
  });
});

const sampler = { cpuNs: 1, ticks: 940, missed: 60, worstLateNs: 74e6 };

/** Samples of one trial from 0 to 2 s, read every 20 ms or so many, of which every `gap`-th is missing. */
function withGaps(gap: number, every = 1): ReportSamples {
  const samples = makeSamples([], [0, 1], 1e8);
  let lastNs = 0;
  for (let i = every; i <= 100; i += every) {
    if (i % gap === 0) continue;
    samples.cores.atNs.push(i * 20e6);
    samples.cores.spanNs.push(i * 20e6 - lastNs);
    for (const column of samples.cores.busy) column.push(1);
    lastNs = i * 20e6;
  }
  return samples;
}

describe('missed samples', () => {
  const threads = {
    coldMs: [],
    others: [0, 1, 2].map((i) => ({
      coldNs: 2e9,
      startNs: i * 10e9,
      endNs: i * 10e9 + 2e9,
    })),
  };

  it('are counted over the run', () => {
    expect(ofKind('missed-samples', { sampler })[0]).toMatchObject({
      text: '60 of 1,000 samples were missed; the largest delay was 74 ms.',
      trials: [],
    });
    const few = { ...sampler, missed: 40 };
    expect(ofKind('missed-samples', { sampler: few })).toEqual([]);
  });

  it('are counted in each trial', () => {
    const [found] = ofKind('missed-samples', { threads, samples: withGaps(10) });
    expect(found).toMatchObject({
      text: '1 trial missed more than 5 % of theirs, up to 9.1 %.',
      trials: [1],
    });
    expect(ofKind('missed-samples', { threads, samples: withGaps(25) })).toEqual([]);
  });

  it('are none where the cores are read at every second sample only', () => {
    const found = ofKind('missed-samples', { threads, samples: withGaps(1000, 2) });
    expect(found).toEqual([]);
    expect(ofKind('missed-samples', { threads, samples: withGaps(10, 2) })[0]?.trials).toEqual([1]);
  });

  it('are no sign in a trial too short for 20 samples', () => {
    const short = {
      coldMs: [],
      others: [0, 1, 2].map(() => ({ coldNs: 2e8, startNs: 0, endNs: 2e8 })),
    };
    expect(ofKind('missed-samples', { threads: short, samples: withGaps(5) })).toEqual([]);
  });

  it('are none where none were asked for', () => {
    const none = { sampling: { hz: 0 } };
    expect(ofKind('missed-samples', { experiment: none, threads })).toEqual([]);
  });
});
