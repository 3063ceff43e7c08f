import { textFailure, whyOf } from '../../helpers/failures';
import { describe, expect, it } from 'vitest';
import { findMismatch } from '@engine/trial/checksums';
import { Ending, TrialEnded } from '@engine/trial/ending';
import { MemoryPeaks } from '@engine/trial/peaks';
import { timesOfTrial } from '@engine/trial/timing';

describe('trialTimes', () => {
  it('adds the phases up to the cold time and calls the run phase warm', () => {
    const { coldNs, warmNs, phases } = timesOfTrial({
      decidedNs: 100,
      spawnedNs: 130,
      goNs: 150,
      lastDoneNs: 650,
      collectedNs: 660,
      joinNs: 7,
    });
    expect(phases).toEqual({ spawnNs: 30, readyNs: 20, runNs: 500, collectNs: 10, joinNs: 7 });
    expect(coldNs).toBe(567);
    expect(warmNs).toBe(500);
  });
});

describe('findMismatch', () => {
  const results = (task: number[], checksum: number[]) => [{ task, checksum }];

  it('accepts each task once with the result of its variant', () => {
    expect(findMismatch(results([2, 0, 1], [5, 5, 6]), 3, [5, 6])).toBeUndefined();
  });

  it.each([
    ['missing', results([0, 2], [5, 5]), 'Task 1 was not run.'],
    [
      'wrong',
      results([0, 1, 2], [5, 7, 5]),
      'Task 1 returned another result than the reference (checksum 7, not 6)',
    ],
    ['not a number', results([0, 1, 2], [5, NaN, 5]), 'checksum NaN, not 6'],
    ['twice', results([0, 1, 2, 1], [5, 6, 5, 6]), '4 results for 3 tasks'],
  ])('names a task that is %s', (_, given, text) => {
    expect(whyOf(findMismatch(given, 3, [5, 6]))).toContain(text);
  });
});

describe('MemoryPeaks', () => {
  const rows = (trial: number, ...pairs: [pid: number, pss: number][]) => ({
    atNs: pairs.map(() => 0),
    trial: pairs.map(() => trial),
    pid: pairs.map(([pid]) => pid),
    rssBytes: pairs.map(() => 0),
    pssBytes: pairs.map(([, pss]) => pss),
    privateBytes: pairs.map(([, pss]) => pss / 2),
  });

  it('adds the processes of one reading and takes the largest reading', () => {
    const peaks = new MemoryPeaks();
    expect(peaks.peak).toBeUndefined();
    peaks.add(rows(1, [10, 100], [11, 50]), 1);
    peaks.add(rows(1, [10, 120], [11, 90]), 1);
    peaks.add(rows(1, [10, 60], [11, 60]), 1);
    expect(peaks.peak).toEqual({ pssBytes: 210, privateBytes: 105 });
  });

  it('joins a reading that came in two parts and ignores other trials', () => {
    const peaks = new MemoryPeaks();
    peaks.add(rows(1, [10, 100]), 1);
    peaks.add(rows(1, [11, 50]), 1);
    peaks.add(rows(2, [12, 5000]), 1);
    expect(peaks.peak?.pssBytes).toBe(150);
  });
});

describe('Ending', () => {
  it('keeps the first cause and wakes who waits', async () => {
    const ending = new Ending();
    const waiting = ending.until(new Promise(() => undefined));
    ending.end({ status: 'timeout', evidence: { failure: textFailure('first') } });
    ending.end({ status: 'stopped', evidence: { failure: textFailure('second') } });
    await expect(waiting).rejects.toBeInstanceOf(TrialEnded);
    expect(whyOf(ending.cause?.evidence)).toBe('first');
    await expect(ending.until(Promise.resolve(1))).rejects.toBeInstanceOf(TrialEnded);
  });
});
