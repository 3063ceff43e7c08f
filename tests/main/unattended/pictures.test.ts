import { describe, expect, it } from 'vitest';
import { emptySpans, type LiveEvent } from '@shared/report/live';
import { LiveMoment } from '../../../src/main/unattended/pictures';

const cell = (id: string, processes: number, threads: number, concurrency = 1) => ({
  id,
  topology: { processes, threads, concurrency },
});
const begin = {
  type: 'run-begin',
  experiment: { tasks: 8 },
  cells: [cell('serial-1', 1, 1), cell('async-8', 1, 1, 8), cell('hybrid-2x2', 2, 2)],
  order: ['hybrid-2x2', 'serial-1', 'async-8', 'hybrid-2x2'].map((id, trial) => ({
    trial,
    cell: id,
  })),
} as unknown as LiveEvent;
const trialBegin = (trial: number): LiveEvent => ({ type: 'trial-begin', trial, atNs: 0 });
const trialEnd = (trial: number): LiveEvent => ({
  type: 'trial-end',
  end: { trial, status: 'ok', endNs: 0 },
});
const spans = (trial: number, tasks: number): LiveEvent => ({
  type: 'spans',
  trial,
  spans: { ...emptySpans(), task: Array.from({ length: tasks }, (_, task) => task) },
});

/** The events at which a picture is taken. */
function moments(events: readonly LiveEvent[]): readonly LiveEvent[] {
  const moment = new LiveMoment();
  return events.filter((event) => moment.isNow(event));
}

describe('the moment of the picture', () => {
  it('is amid the tasks of a trial with several lanes, half-way or later, once', () => {
    const right = spans(3, 2);
    expect(
      moments([
        begin,
        trialBegin(0),
        spans(0, 8),
        trialBegin(2),
        spans(2, 8),
        trialBegin(3),
        spans(3, 2),
        right,
        spans(3, 4),
        trialEnd(3),
      ]),
    ).toEqual([right]);
  });

  it('is in the last warm-up with several lanes where there is one', () => {
    const warm = {
      ...(begin as object),
      order: ['hybrid-2x2', 'serial-1', 'hybrid-2x2', 'serial-1'].map((id, trial) => ({
        trial,
        cell: id,
        warmup: trial < 2,
      })),
    } as unknown as LiveEvent;
    const right = spans(0, 3);
    expect(
      moments([warm, trialBegin(0), right, trialEnd(0), trialBegin(2), spans(2, 8), trialEnd(2)]),
    ).toEqual([right]);
  });

  it('is the end of a late trial where no such trial comes', () => {
    const right = trialEnd(3);
    expect(moments([begin, trialBegin(2), trialEnd(2), trialBegin(3), right])).toEqual([right]);
  });

  it('never comes in a run that ended before its half', () => {
    const events = [begin, trialBegin(0), spans(0, 8), trialEnd(0)];
    expect(moments([...events, { type: 'run-end', status: 'stopped' }])).toEqual([]);
  });
});
