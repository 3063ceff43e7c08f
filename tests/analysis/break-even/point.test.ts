import { describe, expect, it } from 'vitest';
import {
  answerPoint,
  isClear,
  judgePoint,
  type PointTimes,
  type StrategyCells,
} from '@analysis/break-even/point';
import { breakEvenPointSchema } from '@shared/report/break-even';

const cells: StrategyCells = { serial: 'serial-1', threads: 'threads-2', processes: 'processes-2' };
const place = { tasks: 4, size: 10 };

/** Five times around so many ms: 1 % apart, so that equal medians overlap. */
const around = (ms: number): number[] =>
  [0, 1, -1, 2, -2].map((step) => (ms + step * ms * 0.01) * 1e6);

const times = (serial: number, threads?: number, processes?: number): PointTimes => ({
  serial: around(serial),
  ...(threads === undefined ? {} : { threads: around(threads) }),
  ...(processes === undefined ? {} : { processes: around(processes) }),
});

describe('the winner of a point', () => {
  it.each([
    ['serial', times(100, 150, 300)],
    ['threads', times(100, 60, 80)],
    ['processes', times(100, 150, 60)],
    ['serial', times(100, 150)],
    ['processes', times(100, undefined, 60)],
  ] as const)('is %s', (winner, given) => {
    const point = judgePoint(place, given, cells);
    expect(point.winner).toBe(winner);
    expect(point.between).toBeUndefined();
    expect(breakEvenPointSchema.parse(point)).toEqual(point);
  });

  it.each([
    [['serial', 'threads'], times(100, 100.5, 200)],
    [['threads', 'processes'], times(100, 60, 60.5)],
    [['serial', 'threads', 'processes'], times(100, 100.2, 100.4)],
    // What beats serial is undecided with what it does not beat, even where that does not.
    [['threads', 'processes'], { ...times(100, 60), processes: [40e6, 60e6, 90e6, 110e6, 59e6] }],
  ] as const)('is undecided between %j', (between, given) => {
    expect(judgePoint(place, given, cells)).toMatchObject({ winner: 'undecided', between });
  });

  it('has the size of a task and the gain of the fastest parallel strategy', () => {
    const { taskNs, gain, times: kept } = judgePoint(place, times(100, 50, 80), cells);
    expect(taskNs).toBe(25e6);
    expect(gain?.ratio).toBe(2);
    expect(gain?.low).toBeGreaterThan(1.9);
    expect(gain?.high).toBeLessThan(2.1);
    expect(kept.map(({ cell }) => cell)).toEqual(['serial-1', 'threads-2', 'processes-2']);
  });

  it('makes up nothing for a strategy that was not measured', () => {
    const alone = judgePoint(place, times(100), cells);
    expect(alone).toMatchObject({ winner: 'serial' });
    expect(alone.gain).toBeUndefined();
    expect(alone.times).toHaveLength(1);
  });
});

describe('a point for the search', () => {
  it('says which strategies were found to be faster, and which were not', () => {
    expect(answerPoint(place, times(100, 60, 100.5))).toEqual({
      tasks: 4,
      size: 10,
      ns: { serial: 100e6, threads: 60e6, processes: 100.5e6 },
      answers: { threads: 'faster', processes: 'no-difference' },
    });
    expect(answerPoint(place, times(100, 150)).answers).toEqual({ threads: 'slower' });
  });

  it('is clear when every strategy is known to be faster or slower than serial', () => {
    expect(isClear(times(100, 60, 150))).toBe(true);
    expect(isClear(times(100, 60))).toBe(true);
    expect(isClear(times(100, 60, 100.5))).toBe(false);
    expect(isClear({ serial: [1, 2], threads: [5, 6] })).toBe(false);
  });
});
