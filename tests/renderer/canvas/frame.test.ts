import { describe, expect, it } from 'vitest';
import { drawRates } from '@renderer/canvas/draw-rate';
import { FrameLoop, type FrameClock } from '@renderer/canvas/frame';

/** A clock that stands still until told; frames come 60 times a second. */
class FakeClock implements FrameClock {
  time = 1000;
  readonly #due: { id: number; at: number; callback: () => void }[] = [];
  #id = 0;
  frames = 0;
  isHidden = false;

  now = (): number => this.time;
  hidden = (): boolean => this.isHidden;

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
    expect([counted.draws, clock.frames]).toEqual([1, 0]);
  });

  it('draws live data no more often than its rate', () => {
    const clock = new FakeClock();
    const loop = new FrameLoop(clock);
    loop.setRates({ data: 8, words: 1 });
    const counted = countDraws(loop);
    for (let ms = 0; ms < 2000; ms += 10) {
      counted.layer.wake('data');
      clock.advance(10);
    }
    expect(counted.draws).toBeGreaterThan(10);
    expect(counted.draws).toBeLessThanOrEqual(17);
  });

  it('draws for the user at once, though data waits for its turn', () => {
    const clock = new FakeClock();
    const loop = new FrameLoop(clock);
    loop.setRates({ data: 1, words: 1 });
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

  it('draws data without a frame of the page, and for a user with one', () => {
    const clock = new FakeClock();
    const { layer } = countDraws(new FrameLoop(clock));
    layer.wake('data');
    clock.advance(100);
    expect(clock.frames).toBe(0);
    layer.wake('user');
    clock.advance(100);
    expect(clock.frames).toBe(1);
  });

  it('leaves data to a frame where nobody sees the window: none comes before it is shown', () => {
    const clock = new FakeClock();
    const { layer } = countDraws(new FrameLoop(clock));
    clock.isHidden = true;
    layer.wake('data');
    clock.advance(100);
    expect(clock.frames).toBe(1);
  });

  it('says why it draws, and does not draw for data again what a user has had drawn', () => {
    const clock = new FakeClock();
    const causes: string[] = [];
    const loop = new FrameLoop(clock);
    loop.setRates({ data: 10, words: 1 });
    const layer = loop.add((cause) => causes.push(cause));
    layer.wake('data');
    clock.advance(20);
    layer.wake('data');
    layer.wake('user');
    clock.advance(20);
    expect(causes).toEqual(['data', 'user']);
    clock.advance(500);
    expect(causes).toEqual(['data', 'user']);
  });

  it('changes words more rarely than pictures', () => {
    const clock = new FakeClock();
    const loop = new FrameLoop(clock);
    loop.setRates({ data: 20, words: 1 });
    const drawn = { data: 0, words: 0, user: 0 };
    const layers = [0, 1].map(() => loop.add((cause) => (drawn[cause] += 1)));
    for (let ms = 0; ms < 3000; ms += 10) {
      layers[0]?.wake('data');
      layers[1]?.wake('words');
      clock.advance(10);
    }
    expect(drawn.words).toBeLessThanOrEqual(4);
    expect(drawn.words).toBeGreaterThan(2);
    expect(drawn.data).toBeGreaterThan(50);
  });
});

describe('drawRates', () => {
  const crowded = { running: true, counts: true, busy: 2, cores: 2, drawMs: 2 };

  it('spends a hundredth of the cores on pictures where what counts takes all of them', () => {
    expect(drawRates(crowded)).toEqual({ data: 4, words: 1 });
    expect(drawRates({ ...crowded, drawMs: 37 }).data).toBe(1);
    expect(drawRates({ ...crowded, busy: 4, cores: 4 }).data).toBe(8);
    expect(drawRates({ ...crowded, busy: 64, cores: 64 }).data).toBe(12);
  });

  it('is smooth where nothing counts', () => {
    expect(drawRates({ ...crowded, counts: false }).data).toBe(14);
  });

  it('follows the free cores where there are some', () => {
    expect(drawRates({ ...crowded, busy: 1 })).toEqual({ data: 14, words: 4 });
    expect(drawRates({ ...crowded, busy: 6, cores: 8 }).data).toBe(24);
    expect(drawRates({ ...crowded, busy: 0, cores: 8 }).data).toBe(30);
  });

  it('takes what is not known for busy, and is low at rest', () => {
    expect(drawRates({ ...crowded, busy: undefined }).data).toBe(4);
    expect(drawRates({ ...crowded, running: false, busy: 0 }).data).toBe(0.4);
  });
});
