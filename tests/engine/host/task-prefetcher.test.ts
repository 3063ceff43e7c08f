// How a host asks, against a program that answers after a round trip: everything on a made-up clock.
import { describe, expect, it } from 'vitest';
import { TaskPrefetcher } from '@engine/host/task-prefetcher';

const roundTripNs = 100_000;

/** One worker that runs `tasks` tasks of `taskNs(task)` each, asking as a host does. */
function run(tasks: number, taskNs: (task: number) => number) {
  const asked: { readonly count: number; readonly held: number; readonly taskNs: number }[] = [];
  const coming: { readonly atNs: number; readonly count: number }[] = [];
  let nowNs = 0;
  let published = 1;
  let done = 0;
  let lastSpanNs = NaN;
  let idleNs = 0;
  const supply = new TaskPrefetcher({
    workers: 1,
    ask: (count) => {
      asked.push({ count, held: published - done, taskNs: taskNs(done) });
      coming.push({ atNs: nowNs + roundTripNs, count });
    },
  });
  const state = (claimed: number) => ({ atNs: nowNs, published, claimed, lastSpanNs });
  supply.started(state(1));
  while (done < tasks) {
    while (done < published) {
      lastSpanNs = taskNs(done);
      nowNs += lastSpanNs;
      done += 1;
    }
    supply.starved(state(published + 1));
    const next = coming.shift();
    if (next === undefined) throw new Error('a host with nothing to do asked for nothing');
    idleNs += Math.max(0, next.atNs - nowNs);
    nowNs = Math.max(nowNs, next.atNs);
    supply.arrived();
    published += next.count;
    supply.started(state(published));
  }
  return { asked, idleNs, nowNs };
}

describe('TaskPrefetcher', () => {
  it('keeps a host busy with tasks much shorter than a round trip', () => {
    const { asked, idleNs, nowNs } = run(100_000, () => 1000);
    expect(idleNs / nowNs).toBeLessThan(0.01);
    // About a part a millisecond.
    expect(asked.length).toBeLessThan(2 * (nowNs / 1e6) + 10);
    expect(Math.max(...asked.map(({ count }) => count))).toBeLessThanOrEqual(1000);
  });

  it('holds no task in reserve where one takes longer than a part should', () => {
    const { asked } = run(20, () => 5e6);
    expect(asked.every(({ count, held }) => count === 1 && held === 0)).toBe(true);
  });

  it('has at most one in reserve where a task takes about as long as a part', () => {
    const { asked } = run(20, () => 0.9e6);
    expect(asked.every(({ count }) => count === 1)).toBe(true);
    expect(Math.max(...asked.map(({ held }) => held))).toBe(1);
  });

  it('grows step by step: one short task proves little', () => {
    const { asked } = run(20, (task) => (task === 0 ? 1 : 5e6));
    expect(asked[0]?.count).toBe(8);
    expect(asked.slice(2).every(({ count }) => count === 1)).toBe(true);
  });

  it('takes the last task for the measure where another worker had just begun', () => {
    const counts: number[] = [];
    const supply = new TaskPrefetcher({ workers: 2, ask: (count) => counts.push(count) });
    supply.started({ atNs: 0, published: 2, claimed: 2, lastSpanNs: NaN });
    // One worker is starved just after the other began a task of 100 ms.
    supply.starved({ atNs: 100e6, published: 2, claimed: 3, lastSpanNs: 100e6 });
    supply.arrived();
    supply.started({ atNs: 100.1e6, published: 3, claimed: 3, lastSpanNs: 100e6 });
    supply.starved({ atNs: 100.2e6, published: 3, claimed: 4, lastSpanNs: 100e6 });
    expect(counts).toEqual([1, 1]);
  });

  it('asks for what every starved worker lacks, and for nothing that is on its way', () => {
    const counts: number[] = [];
    const supply = new TaskPrefetcher({ workers: 3, ask: (count) => counts.push(count) });
    const starve = (claimed: number) =>
      supply.starved({ atNs: 1, published: 3, claimed, lastSpanNs: NaN });
    starve(4);
    starve(4);
    starve(6);
    expect(counts).toEqual([1, 2]);
    // Half of it came: the others ask again.
    supply.arrived();
    starve(6);
    expect(counts).toEqual([1, 2, 1]);
  });
});
