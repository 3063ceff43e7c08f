import { describe, expect, it } from 'vitest';
import { SampleSchedule } from '@engine/sampler/schedule';

const ms = 1_000_000;

describe('Schedule', () => {
  it('keeps to its times however late single ticks are', () => {
    const schedule = new SampleSchedule(100 * ms, 20 * ms);
    expect(schedule.take(119 * ms)).toBe(false);
    expect(schedule.take(121 * ms)).toBe(true);
    expect(schedule.waitMs(121 * ms)).toBeCloseTo(19, 2);
    expect(schedule.take(140 * ms)).toBe(true);
    expect(schedule).toMatchObject({ ticks: 2, missed: 0, worstLateNs: 1 * ms });
  });

  it('counts what it missed and does not make up for it', () => {
    const schedule = new SampleSchedule(0, 10 * ms);
    expect(schedule.take(45 * ms)).toBe(true);
    expect(schedule.take(46 * ms)).toBe(false);
    expect(schedule.take(50 * ms)).toBe(true);
    expect(schedule).toMatchObject({ ticks: 2, missed: 3, worstLateNs: 35 * ms });
  });

  it('waits until a tick is due, for certain', () => {
    const schedule = new SampleSchedule(0, 5 * ms);
    for (const nowNs of [0, 0.4 * ms, 4.9 * ms, 4_999_999]) {
      const wakeNs = nowNs + Math.floor(schedule.waitMs(nowNs) * 1000) * 1000;
      expect(wakeNs).toBeGreaterThanOrEqual(5 * ms);
      expect(wakeNs).toBeLessThan(5.01 * ms);
    }
    expect(schedule.waitMs(9 * ms)).toBeLessThan(0.01);
  });

  it('loses nothing to rounding over a day at 200 Hz', () => {
    const day = 86_400_000 * ms;
    const schedule = new SampleSchedule(0, 5 * ms);
    expect(schedule.take(day)).toBe(true);
    expect(schedule.ticks + schedule.missed).toBe(86_400 * 200);
    expect(schedule.waitMs(day)).toBeCloseTo(5, 2);
  });

  it.each([1e-9, 1e-6, 1 / 86_400, 5e-324])(
    'never asks for a longer wait than a timer has at %d Hz: that one would fire at once',
    (hz) => {
      const schedule = new SampleSchedule(0, 1e9 / hz);
      for (let nowNs = 0; nowNs < 1e18; nowNs = nowNs * 3 + 1) {
        const waitMs = schedule.waitMs(nowNs);
        expect(waitMs).toBeGreaterThan(0);
        expect(Math.ceil(waitMs)).toBeLessThanOrEqual(2 ** 31 - 1);
        schedule.take(nowNs);
      }
    },
  );
});
