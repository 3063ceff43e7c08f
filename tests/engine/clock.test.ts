import { describe, expect, it } from 'vitest';
import { createRunClock, nowNs, wallClockIso } from '@engine/clock';

describe('createRunClock', () => {
  it('counts from its origin, given either way', () => {
    expect(createRunClock(1000n).fromAbsolute(1250n)).toBe(250);
    expect(createRunClock('1000').fromAbsolute('1250')).toBe(250);
    expect(createRunClock('1000').fromAbsolute(900n)).toBe(-100);
  });

  it('is exact to the nanosecond far from boot and from the origin', () => {
    const origin = 9_000_000_000_000_000_000n;
    const month = 2_592_000_000_000_001n;
    expect(createRunClock(origin).fromAbsolute(origin + month)).toBe(2_592_000_000_000_001);
  });

  it('reads the same clock as nowNs, never backwards', () => {
    const origin = nowNs();
    const clock = createRunClock(origin);
    const first = clock.now();
    const between = clock.fromAbsolute(nowNs());
    const last = clock.now();
    expect(first).toBeGreaterThanOrEqual(0);
    expect(between).toBeGreaterThanOrEqual(first);
    expect(last).toBeGreaterThanOrEqual(between);
  });
});

describe('wallClockIso', () => {
  it('is a date in UTC', () => {
    expect(wallClockIso()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});
