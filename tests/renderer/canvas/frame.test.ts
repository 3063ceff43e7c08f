import { describe, expect, it } from 'vitest';
import { drawRate } from '@renderer/canvas/draw-rate';
import { FrameLoop, type FrameClock } from '@renderer/canvas/frame';

/** A clock that stands still until told; frames come 60 times a second. */
class FakeClock implements FrameClock {
  time = 1000;
  readonly #due: { id: number; at: number; callback: () => void }[] = [];
  #id = 0;
  frames = 0;

  now = (): number => this.time;

  timer(callback: () => void, delayMs: number): number {
    this.#id += 1;
    this.#due.push({ id: this.#id, at: this.time + delayMs, callback });
    return this.#id;
  }

  cancelTimer(id: number): void {
    const at = this.#due.findIndex((one) => one.id === id);
    if (at >= 0) this.#due.splice(at, 1);
  }

  frame(callback: () => void): number {
    this.frames += 1;
    const next = (Math.floor((this.time * 60) / 1000) + 1) * (1000 / 60);
    return this.timer(callback, next - this.time);
  }

  get waiting(): number {
    return this.#due.length;
  }

  advance(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const next = this.#due.filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.cancelTimer(next.id);
      this.time = next.at;
      next.callback();
    }
    this.time = end;
  }
}

function countDraws(loop: FrameLoop): { draws: number; layer: ReturnType<FrameLoop['add']> } {
  const counted = { draws: 0, layer: loop.add(() => (counted.draws += 1)) };
  return counted;
}

describe('FrameLoop', () => {
  it('asks for nothing while nothing is woken', () => {
    const clock = new FakeClock();
    countDraws(new FrameLoop(clock));
    clock.advance(5000);
    expect([clock.frames, clock.waiting]).toEqual([0, 0]);
  });

  it('draws once for many wakes before a frame', () => {
    const clock = new FakeClock();
    const counted = countDraws(new FrameLoop(clock));
    for (let n = 0; n < 10; n += 1) counted.layer.wake('data');
    clock.advance(100);
    expect([counted.draws, clock.frames]).toEqual([1, 1]);
  });

  it('draws live data no more often than its rate', () => {
    const clock = new FakeClock();
    const loop = new FrameLoop(clock);
    loop.setRate(8);
    const counted = countDraws(loop);
    for (let ms = 0; ms < 2000; ms += 10) {
      counted.layer.wake('data');
      clock.advance(10);
    }
    expect(counted.draws).toBeGreaterThan(10);
    expect(counted.draws).toBeLessThanOrEqual(17);
  });

  it('draws for a person at once, though data waits for its turn', () => {
    const clock = new FakeClock();
    const loop = new FrameLoop(clock);
    loop.setRate(1);
    const counted = countDraws(loop);
    counted.layer.wake('data');
    clock.advance(20);
    counted.layer.wake('data');
    clock.advance(100);
    expect(counted.draws).toBe(1);
    counted.layer.wake('user');
    clock.advance(20);
    expect(counted.draws).toBe(2);
  });

  it('draws only the layers that were woken', () => {
    const clock = new FakeClock();
    const loop = new FrameLoop(clock);
    const [one, other] = [countDraws(loop), countDraws(loop)];
    other.layer.wake('user');
    clock.advance(50);
    expect([one.draws, other.draws]).toEqual([0, 1]);
  });

  it('forgets a layer that was removed before its frame', () => {
    const clock = new FakeClock();
    const counted = countDraws(new FrameLoop(clock));
    counted.layer.wake('data');
    counted.layer.remove();
    clock.advance(100);
    expect(counted.draws).toBe(0);
  });
});

describe('drawRate', () => {
  it('follows what a frame takes where a trial takes every core', () => {
    expect(drawRate(true, 2, 2, 20)).toBe(0.5);
    expect(drawRate(true, 1.7, 2, 0.75)).toBe(2);
    expect(drawRate(true, 2, 2, 0.1)).toBe(4);
    expect(drawRate(true, 2, 2, undefined)).toBe(0.5);
  });

  it('follows the free cores where there are some', () => {
    expect(drawRate(true, 1.5, 2, 20)).toBe(6);
    expect(drawRate(true, 1, 2, 20)).toBe(12);
    expect(drawRate(true, 0, 8, 20)).toBe(30);
  });

  it('takes what is not known for busy, and is low at rest', () => {
    expect(drawRate(true, undefined, 2, 20)).toBe(0.5);
    expect(drawRate(false, 0, 2, 20)).toBe(0.4);
  });
});
