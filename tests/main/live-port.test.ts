import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { livePortChannel } from '@shared/ipc-names';
import { emptySamples, type LiveEvent } from '@shared/live';

class FakePort {
  readonly posted: LiveEvent[][] = [];
  closed = false;
  postMessage(batch: LiveEvent[]): void {
    this.posted.push(batch);
  }
  close(): void {
    this.closed = true;
  }
}

const fake = vi.hoisted(() => ({ ports: [] as unknown[] }));

vi.mock('electron', () => ({
  MessageChannelMain: class {
    readonly port1 = new FakePort();
    readonly port2 = { other: this.port1 };
    constructor() {
      fake.ports.push(this.port1);
    }
  },
}));

const { LivePort } = await import('../../src/main/live-port');

const note = (text: string): LiveEvent => ({ type: 'note', text });
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

  it('posts what comes within 50 ms as one batch, in order', () => {
    const live = new LivePort();
    live.attach(page);
    live.push(note('a'));
    vi.advanceTimersByTime(30);
    live.push(note('b'));
    vi.advanceTimersByTime(19);
    expect(ports[0]?.posted).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ports[0]?.posted).toEqual([[note('a'), note('b')]]);
  });

  it('lets data wait 250 ms, or until something else goes out', () => {
    const live = new LivePort();
    live.attach(page);
    live.push(samples);
    vi.advanceTimersByTime(249);
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

  it('never posts more often than every 50 ms', () => {
    const live = new LivePort();
    live.attach(page);
    for (let ms = 0; ms < 1000; ms += 1) {
      live.push(note(String(ms)));
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(50);
    expect(ports[0]?.posted.length).toBeLessThanOrEqual(21);
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
});
