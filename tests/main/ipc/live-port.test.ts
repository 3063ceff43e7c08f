import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { textCode } from '@shared/report/facts';
import type { LiveBatch } from '@shared/wire/ipc';
import { livePortChannel } from '@shared/wire/ipc-names';
import { emptySamples, type LiveEvent } from '@shared/report/live';

/** A port's end, and a page at the other end that takes in every batch at once unless it is told to stall. */
class FakePort {
  readonly posted: LiveEvent[][] = [];
  readonly numbers: number[] = [];
  closed = false;
  started = false;
  #listener: ((message: { readonly data: unknown }) => void) | undefined;
  postMessage({ number, events }: LiveBatch): void {
    this.posted.push([...events]);
    this.numbers.push(number);
    if (!fake.stalls) this.answer();
  }
  /** What the preload says when its listeners have had what came. */
  answer(data: unknown = this.numbers.at(-1)): void {
    this.#listener?.({ data });
  }
  on(_: 'message', listener: (message: { readonly data: unknown }) => void): void {
    this.#listener = listener;
  }
  start(): void {
    this.started = true;
  }
  close(): void {
    this.closed = true;
  }
}

const fake = vi.hoisted(() => ({ ports: [] as unknown[], stalls: false }));

vi.mock('electron', () => ({
  MessageChannelMain: class {
    readonly port1 = new FakePort();
    readonly port2 = { other: this.port1 };
    constructor() {
      fake.ports.push(this.port1);
    }
  },
}));

const { LivePort } = await import('../../../src/main/ipc/live-port');

const note = (text: string): LiveEvent => ({ type: 'note', note: textCode(text) });
const samples: LiveEvent = {
  type: 'samples',
  samples: emptySamples(2),
  cost: { cpuNs: 0, ticks: 0, missed: 0, worstLateNs: 0 },
};
const begin = { type: 'run-begin' } as LiveEvent;
const trialBegin = (trial: number): LiveEvent => ({ type: 'trial-begin', trial, atNs: 0 });
const trialEnd = (trial: number): LiveEvent => ({
  type: 'trial-end',
  end: { trial, status: 'ok', endNs: 1 },
});
const runEnd: LiveEvent = { type: 'run-end', status: 'done' };

const page = { postMessage: vi.fn() };
const ports = fake.ports as FakePort[];
const types = (batch: readonly LiveEvent[] | undefined): string[] =>
  (batch ?? []).map(({ type }) => type);

describe('the live port', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    ports.length = 0;
    fake.stalls = false;
    page.postMessage.mockClear();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('hands the page one end of a channel', () => {
    new LivePort().attach(page);
    expect(page.postMessage).toHaveBeenCalledExactlyOnceWith(livePortChannel, undefined, [
      { other: ports[0] },
    ]);
  });

  it('posts what comes within 25 ms as one batch, in order', () => {
    const live = new LivePort();
    live.attach(page);
    live.push(note('a'));
    vi.advanceTimersByTime(15);
    live.push(note('b'));
    vi.advanceTimersByTime(9);
    expect(ports[0]?.posted).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ports[0]?.posted).toEqual([[note('a'), note('b')]]);
  });

  it('lets data wait 40 ms, or until something else goes out', () => {
    const live = new LivePort();
    live.attach(page);
    live.push(samples);
    vi.advanceTimersByTime(39);
    expect(ports[0]?.posted).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ports[0]?.posted.map(types)).toEqual([['samples']]);
    live.push(samples);
    vi.advanceTimersByTime(10);
    live.push(note('a'));
    vi.advanceTimersByTime(50);
    expect(ports[0]?.posted.map(types)).toEqual([['samples'], ['samples', 'note']]);
  });

  it('is silent while nothing happens', () => {
    const live = new LivePort();
    live.attach(page);
    live.push(note('a'));
    vi.advanceTimersByTime(10_000);
    expect(ports[0]?.posted).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('never posts more often than every 25 ms', () => {
    const live = new LivePort();
    live.attach(page);
    for (let ms = 0; ms < 1000; ms += 1) {
      live.push(note(String(ms)));
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(50);
    expect(ports[0]?.posted.length).toBeLessThanOrEqual(41);
    expect(ports[0]?.posted.flat()).toHaveLength(1000);
  });

  it('gives a page that loads again a new port, with the run under way', () => {
    const live = new LivePort();
    live.attach(page);
    for (const event of [begin, trialBegin(0), samples, trialEnd(0), trialBegin(1), samples])
      live.push(event);
    vi.advanceTimersByTime(50);
    live.attach(page);
    expect(ports[0]?.closed).toBe(true);
    // What was sampled in trials that have ended is not sent again.
    expect(types(ports[1]?.posted[0])).toEqual([
      'run-begin',
      'trial-begin',
      'trial-end',
      'trial-begin',
      'samples',
    ]);
    live.push(runEnd);
    vi.advanceTimersByTime(50);
    expect(ports[0]?.posted).toHaveLength(1);
    expect(ports[1]?.posted[1]).toEqual([runEnd]);
  });

  it('keeps nothing of a run that is over, nor of the machine at rest', () => {
    const live = new LivePort();
    for (const event of [samples, begin, trialBegin(0), runEnd, samples]) live.push(event);
    live.attach(page);
    expect(ports[0]?.posted).toEqual([]);
  });

  it('sends an event once, though it was waiting when the page came again', () => {
    const live = new LivePort();
    live.attach(page);
    live.push(begin);
    live.attach(page);
    vi.advanceTimersByTime(50);
    expect(ports[0]?.posted).toEqual([]);
    expect(ports[1]?.posted).toEqual([[begin]]);
  });

  it('stops when the page is gone', () => {
    const live = new LivePort();
    live.attach(page);
    live.push(note('a'));
    live.detach();
    live.push(note('b'));
    vi.advanceTimersByTime(1000);
    expect(ports[0]).toMatchObject({ closed: true, posted: [] });
    expect(vi.getTimerCount()).toBe(0);
  });

  describe('a page that takes nothing in', () => {
    const spans = (trial: number, count: number): LiveEvent => {
      const column = Array.from({ length: count }, (_, task) => task);
      return {
        type: 'spans',
        trial,
        spans: { task: column, worker: column, startNs: column, endNs: column },
      };
    };
    const sumOf = (events: readonly LiveEvent[], of: (event: LiveEvent) => number): number =>
      events.reduce((sum, event) => sum + of(event), 0);
    const tasksIn = (event: LiveEvent): number =>
      event.type === 'spans' ? event.spans.task.length : 0;
    const missedBy = (event: LiveEvent): number => (event.type === 'missed' ? event.tasks : 0);

    it('is sent a few batches, and the rest when it goes on', () => {
      fake.stalls = true;
      const live = new LivePort();
      live.attach(page);
      for (let count = 0; count < 100; count += 1) {
        live.push(note(String(count)));
        vi.advanceTimersByTime(60);
      }
      expect(ports[0]?.started).toBe(true);
      expect(ports[0]?.numbers).toEqual([1, 2, 3, 4]);
      expect(vi.getTimerCount()).toBe(0);
      ports[0]?.answer();
      expect(ports[0]?.posted.flat()).toEqual(
        Array.from({ length: 100 }, (_, count) => note(String(count))),
      );
    });

    it('costs no more memory however long that is, and is told what it has missed', () => {
      fake.stalls = true;
      const live = new LivePort({ maxRows: 1000 });
      live.attach(page);
      const pushed: LiveEvent[] = [];
      const push = (event: LiveEvent): void => {
        pushed.push(event);
        live.push(event);
        vi.advanceTimersByTime(60);
      };
      push(begin);
      for (let trial = 0; trial < 50; trial += 1) {
        push(trialBegin(trial));
        for (let batch = 0; batch < 20; batch += 1) push(spans(trial, 100));
        push(trialEnd(trial));
      }
      push(note('last'));
      push(runEnd);
      const underWay = ports[0]?.posted.length ?? 0;
      ports[0]?.answer();
      const posted = ports[0]?.posted.flat() ?? [];
      const late = (ports[0]?.posted ?? []).slice(underWay).flat();
      expect(sumOf(late, tasksIn)).toBeLessThanOrEqual(1000);
      expect(sumOf(posted, tasksIn) + sumOf(posted, missedBy)).toBe(50 * 20 * 100);
      // Nothing that a run decides is lost, and all in order, the end last.
      const decided = (events: readonly LiveEvent[]): LiveEvent[] =>
        events.filter(({ type }) => type !== 'spans' && type !== 'missed');
      expect(decided(posted)).toEqual(decided(pushed));
      expect(posted.at(-1)).toEqual(runEnd);
    });

    it('is not believed when it answers nonsense', () => {
      fake.stalls = true;
      const live = new LivePort();
      live.attach(page);
      for (let count = 0; count < 10; count += 1) {
        live.push(note(String(count)));
        vi.advanceTimersByTime(60);
      }
      for (const data of ['4', null, Number.NaN, -1, 0, 99, {}]) ports[0]?.answer(data);
      expect(ports[0]?.numbers).toEqual([1, 2, 3, 4]);
    });

    it('finds a bounded part of a long trial when it loads again, and how much is missing', () => {
      const live = new LivePort({ maxRows: 1000 });
      live.attach(page);
      live.push(begin);
      live.push(trialBegin(0));
      for (let batch = 0; batch < 100; batch += 1) live.push(spans(0, 100));
      live.push(trialEnd(0));
      live.push(trialBegin(1));
      for (let batch = 0; batch < 30; batch += 1) live.push(spans(1, 100));
      live.attach(page);
      const [batch = []] = ports[1]?.posted ?? [];
      expect(types(batch).slice(0, 4)).toEqual([
        'run-begin',
        'trial-begin',
        'trial-end',
        'trial-begin',
      ]);
      expect(sumOf(batch, tasksIn)).toBeLessThanOrEqual(1000);
      expect(sumOf(batch, tasksIn) + sumOf(batch, missedBy)).toBe(130 * 100);
    });

    it('loads again into the next run with nothing of the one before', () => {
      const live = new LivePort();
      live.attach(page);
      for (const event of [begin, trialBegin(0), spans(0, 5), trialEnd(0), runEnd])
        live.push(event);
      for (const event of [begin, trialBegin(0)]) live.push(event);
      live.attach(page);
      expect(types(ports[1]?.posted[0])).toEqual(['run-begin', 'trial-begin']);
    });
  });
});
