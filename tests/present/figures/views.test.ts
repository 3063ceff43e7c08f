import { failedTrials, resultRows } from '@present/figures/views';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { describe, expect, it } from 'vitest';
import { makeCells } from '../../helpers/make/cells';

const strategies: ExperimentInput['strategies'] = [
  { kind: 'serial' },
  { kind: 'threads', workers: 2 },
  { kind: 'processes', workers: 2 },
  { kind: 'hybrid', processes: 2, threads: 2 },
];

describe('resultRows', () => {
  const rows = resultRows(
    makeCells(strategies, {
      'serial-1': { coldMs: [2000, 2010, 2020] },
      'threads-2': { coldMs: [1000, 1010, 1020] },
      'processes-2': { coldMs: [1001, 1011, 1021], others: [{ status: 'timeout' }] },
    }),
  );

  it('puts the fastest first and what has no time last', () => {
    expect(rows.map((row) => row.label)).toEqual([
      'threads 2',
      'processes 2',
      'serial 1',
      'hybrid 2×2',
    ]);
  });

  it('counts a trial that was stopped neither as measured nor as failed', () => {
    const [row] = resultRows(
      makeCells([{ kind: 'serial' }], {
        'serial-1': { coldMs: [2000], others: [{ status: 'stopped' }] },
      }),
    );
    expect(row).toMatchObject({ trials: 1, failed: 0 });
  });

  it('says how each compares with the one to use', () => {
    expect(rows.map((row) => row.note)).toEqual([
      'fastest',
      'no difference found',
      '1.99× the time',
      '',
    ]);
  });

  it('compares with what needs least where that is not slower than the fastest', () => {
    const compared = resultRows(
      makeCells(strategies, {
        'serial-1': { coldMs: [2000, 2010, 2020] },
        'threads-2': { coldMs: [1001, 1011, 1021] },
        'processes-2': { coldMs: [1000, 1010, 1020] },
      }),
    );
    expect(compared.map(({ label, chosen, note }) => [label, chosen, note])).toEqual([
      ['processes 2', false, 'fastest'],
      ['threads 2', true, 'lowest resource use'],
      ['serial 1', false, '1.99× the time'],
      ['hybrid 2×2', false, ''],
    ]);
  });

  it('says nothing of a comparison from fewer than 3 trials', () => {
    const compared = resultRows(
      makeCells(strategies, {
        'serial-1': { coldMs: [2000, 2010, 2020] },
        'threads-2': { coldMs: [1000, 1010] },
      }),
    );
    expect(compared.map(({ label, chosen, note }) => [label, chosen, note])).toEqual([
      ['threads 2', false, 'fastest'],
      ['serial 1', false, ''],
      ['processes 2', false, ''],
      ['hybrid 2×2', false, ''],
    ]);
  });

  it('agrees with the verdict: the fastest of those with enough trials, and no strategy without serial', () => {
    const lucky = resultRows(
      makeCells(strategies, {
        'serial-1': { coldMs: [2000, 2010, 2020] },
        'threads-2': { coldMs: [1000, 1010, 1020] },
        'processes-2': { coldMs: [900] },
      }),
    );
    expect(lucky.map(({ label, chosen, note }) => [label, chosen, note])).toEqual([
      ['processes 2', false, ''],
      ['threads 2', true, 'fastest'],
      ['serial 1', false, '1.99× the time'],
      ['hybrid 2×2', false, ''],
    ]);
    const short = resultRows(
      makeCells(strategies, {
        'serial-1': { coldMs: [2000] },
        'threads-2': { coldMs: [1000, 1010, 1020] },
        'processes-2': { coldMs: [1200, 1210, 1220] },
      }),
    );
    expect(short.filter(({ chosen }) => chosen)).toEqual([]);
  });

  it('marks outliers', () => {
    const [row] = resultRows(
      makeCells([{ kind: 'serial' }], { 'serial-1': { coldMs: [100, 101, 900, 99, 102] } }),
    );
    expect(row?.times.map(({ outlier }) => outlier)).toEqual([false, false, true, false, false]);
  });

  it('gives the trials, their median and its interval', () => {
    expect(rows[0]).toMatchObject({
      trials: 3,
      failed: 0,
      summary: { median: 1010e6, min: 1000e6, max: 1020e6 },
      interval: { low: 1000e6, high: 1020e6 },
      speedup: 2010 / 1010,
    });
    expect(rows[0]?.times.map(({ ns }) => ns)).toEqual([1000e6, 1010e6, 1020e6]);
    expect(rows[1]).toMatchObject({ trials: 3, failed: 1 });
  });

  it('leaves out what is not known', () => {
    const empty = rows[3];
    for (const key of ['cold', 'interval', 'speedup', 'cpuNs', 'coresBusy', 'sharedBytes']) {
      expect(empty).not.toHaveProperty(key);
    }
  });

  it('counts shared memory once, and none where private is above the whole', () => {
    const memory = (peakPssBytes: number, peakPrivateBytes: number) =>
      resultRows(
        makeCells([{ kind: 'serial' }], {
          'serial-1': { coldMs: [], others: [{ coldNs: 1, peakPssBytes, peakPrivateBytes }] },
        }),
      )[0];
    expect(memory(100, 70)).toMatchObject({ privateBytes: 70, sharedBytes: 30 });
    expect(memory(100, 101)).toMatchObject({ sharedBytes: 0 });
  });
});

describe('failedTrials', () => {
  it('lists them in the order of the run', () => {
    const cells = makeCells(strategies, {
      'serial-1': { coldMs: [1], others: [{ order: 9, status: 'timeout' }] },
      'threads-2': { coldMs: [1], others: [{ order: 4, status: 'stopped' }] },
    });
    expect(failedTrials(cells).map(({ label, trial }) => [label, trial.status])).toEqual([
      ['threads 2', 'stopped'],
      ['serial 1', 'timeout'],
    ]);
  });
});
