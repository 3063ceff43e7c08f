import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LoopDelay } from '@engine/sampler/loop-delay';
import { FakeClock, ms } from '../machine/fake-readers';

let clock: FakeClock;
let rows: (readonly [atMs: number, maxMs: number])[];
let delay: LoopDelay;

beforeEach(() => {
  vi.useFakeTimers();
  clock = new FakeClock();
  rows = [];
  delay = new LoopDelay({
    clock,
    pace: { loopProbeMs: 10, loopIntervalMs: 100 },
    onBatch: ({ atNs, maxNs }) =>
      atNs.forEach((at, row) => rows.push([at / ms, (maxNs[row] ?? NaN) / ms])),
  });
});

afterEach(() => {
  delay.stop();
  vi.useRealTimers();
});

/** Lets time pass with a loop that turns every millisecond. */
function turn(milliseconds: number): void {
  for (let step = 0; step < milliseconds; step += 1) {
    clock.advance(ms);
    vi.advanceTimersByTime(1);
  }
}

/** The loop stands still: time passes, and what was due fires once afterwards. */
function stall(milliseconds: number): void {
  clock.advance(milliseconds * ms);
}

describe('LoopDelay', () => {
  it('tells one row an interval, with no delay where there was none', () => {
    delay.start();
    turn(200);
    expect(rows).toEqual([
      [100, 0],
      [200, 0],
    ]);
  });

  it('shows the worst stall of each interval, and the next one without it', () => {
    delay.start();
    turn(20);
    stall(30);
    turn(10);
    stall(12);
    turn(130);
    expect(rows.map(([, max]) => max)).toEqual([30, 0]);
  });

  it('sees a stall longer than its interval whole', () => {
    delay.start();
    turn(95);
    stall(250);
    turn(10);
    expect(rows).toEqual([[350, 250]]);
  });

  it('tells at the end what it has seen, also a stall that has just ended', () => {
    delay.start();
    turn(10);
    stall(60);
    delay.stop();
    delay.stop();
    turn(100);
    expect(rows).toEqual([[70, 50]]);
  });
});
