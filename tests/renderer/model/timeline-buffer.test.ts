import { describe, expect, it } from 'vitest';
import { RestBuffer, restSpanNs } from '@renderer/model/rest-buffer';
import {
  bufferOf,
  ms,
  runBegin,
  sampleColumns,
  samples,
  spans,
  trackOf,
  trialOf,
  workers,
} from '../helpers/events';

const begin = { type: 'trial-begin', trial: trialOf.threads, atNs: 0 } as const;

describe('TimelineBuffer', () => {
  it('keeps tasks by worker and counts them', () => {
    const track = trackOf(
      trialOf.threads,
      spans(0, [
        [0, 0, 1, 5],
        [1, 1, 1, 6],
        [2, 0, 5, 9],
      ]),
    );
    expect(track.tasksDone).toBe(3);
    expect(track.workers.map((worker) => worker.spans.length)).toEqual([2, 1]);
    expect(track.workers[0]?.longestNs).toBe(4 * ms);
  });

  it('puts tasks in the order they ended, even when one overtook another', () => {
    const track = trackOf(
      0,
      spans(0, [[2, 0, 5, 9]]),
      spans(0, [
        [0, 0, 1, 5],
        [3, 0, 9, 12],
      ]),
    );
    const tasks = [0, 1, 2].map((row) => track.workers[0]?.spans.at('task', row));
    expect(tasks).toEqual([0, 2, 3]);
    expect(track.workers[0]?.rows).toBe(1);
  });

  it('gives overlapping tasks rows of their own, and takes rows up again', () => {
    const track = trackOf(
      trialOf.async,
      spans(trialOf.async, [
        [0, 0, 0, 10],
        [1, 0, 0, 11],
        [2, 0, 10, 20],
        [3, 0, 11, 21],
      ]),
    );
    const rows = [0, 1, 2, 3].map((row) => track.workers[0]?.spans.at('row', row));
    expect(rows).toEqual([0, 1, 0, 1]);
    expect(track.workers[0]?.rows).toBe(2);
  });

  it('adds up what samples say of a worker, and the moves they saw', () => {
    const track = trackOf(
      0,
      workers(0, [70, 70]),
      samples(0, {
        workers: [
          [20, 0, 15, 5, 4],
          [40, 0, 10, 0, 6],
          [60, 0, 5, 0, 6],
        ],
      }),
    );
    const worker = track.workers[0];
    expect([worker?.onCpuNs, worker?.waitNs, worker?.moves]).toEqual([30 * ms, 5 * ms, 1]);
    expect(worker?.identity?.pid).toBe(70);
  });

  it('knows the latest moment of anything, and each trial only from its begin on', () => {
    const buffer = bufferOf(begin, spans(0, [[0, 0, 1, 5]]), samples(0, { cores: [[20, 0.5, 0]] }));
    expect(buffer.nowNs).toBe(20 * ms);
    expect(buffer.trial(1)).toBeUndefined();
  });

  it('tells how many cores were busy lately, each sample by the time it covers', () => {
    const buffer = bufferOf(
      begin,
      samples(0, {
        cores: [
          [20, 1, 1],
          [600, 1, 0],
          [620, 0.5, 0],
        ],
      }),
    );
    expect(buffer.coreRows.meanBusy(500 * ms)).toBe(0.75);
    expect(buffer.coreRows.meanBusy(5000 * ms)).toBeCloseTo(3.5 / 3);
    expect(bufferOf(begin).coreRows.meanBusy(500 * ms)).toBeUndefined();
  });

  it('keeps the cost it knows when samples come without one', () => {
    const buffer = bufferOf(begin, samples(0, {}));
    buffer.apply({ type: 'samples', samples: sampleColumns(0, {}) });
    expect(buffer.cost?.missed).toBe(2);
  });

  it('counts the axis from the decision once it is known', () => {
    const track = trackOf(0, {
      type: 'trial-end',
      end: { trial: 0, status: 'ok', endNs: 50 * ms, startNs: 10 * ms },
    });
    expect(track.zeroNs).toBe(10 * ms);
  });

  it('starts from nothing at the next run, and tells listeners once a batch', () => {
    const buffer = bufferOf(begin, spans(0, [[0, 0, 1, 5]]));
    let told = 0;
    const stop = buffer.onTouch(() => (told += 1));
    buffer.apply(runBegin);
    buffer.touch();
    stop();
    buffer.touch();
    expect(buffer.trial(0)).toBeUndefined();
    expect(buffer.nowNs).toBe(0);
    expect([told, buffer.version]).toEqual([1, 2]);
  });

  it('remembers what was told last of the time around a trial, until the next run', () => {
    const surroundings = { spanNs: 100 * ms, othersCpuNs: 90 * ms };
    const buffer = bufferOf(begin, { type: 'surroundings', trial: 0, surroundings });
    expect(buffer.around).toMatchObject({ trial: 0, surroundings });
    buffer.apply(runBegin);
    expect(buffer.around).toBeUndefined();
  });
});

describe('RestBuffer', () => {
  const at = (seconds: number) => sampleColumns(0, { cores: [[seconds * 1000, 0.25, 0]] });

  it('forgets what is too old, so that it stays small', () => {
    const rest = new RestBuffer();
    for (let seconds = 1; seconds <= 1000; seconds += 1) rest.addSamples(at(seconds));
    const { table } = rest.coreRows;
    expect(table.length).toBeLessThan(100);
    expect(table.at('atNs', 0)).toBeLessThanOrEqual(rest.nowNs - restSpanNs + 1e9);
    expect(rest.nowNs).toBe(1000e9);
  });

  it('starts anew when its clock does, or when cleared', () => {
    const rest = new RestBuffer();
    rest.addSamples(at(5));
    rest.addSamples(at(1));
    expect(rest.coreRows.table.length).toBe(1);
    expect(rest.nowNs).toBe(1e9);
    rest.clear();
    expect(rest.coreRows.count).toBe(0);
  });

  it('takes samples without rows for nothing', () => {
    const rest = new RestBuffer();
    rest.addSamples(sampleColumns(0, {}));
    expect(rest.coreRows.count).toBe(0);
  });
});
