import { describe, expect, it } from 'vitest';
import { TaskDispatcher } from '@engine/trial/task-dispatcher';

describe('TaskDispatcher', () => {
  it('deals every task once on demand and says when it is the last', () => {
    const dispatcher = new TaskDispatcher(5, 2, 2);
    expect(dispatcher.next(2)).toEqual({ from: 0, count: 2, last: false });
    expect(dispatcher.next(2)).toEqual({ from: 2, count: 2, last: false });
    expect(dispatcher.next(2)).toEqual({ from: 4, count: 1, last: true });
    expect(dispatcher.next(2)).toEqual({ from: 5, count: 0, last: true });
  });

  it('gives no more than was asked for', () => {
    const dispatcher = new TaskDispatcher(1000, 2, 4);
    expect(dispatcher.next(1).count).toBe(1);
    expect(dispatcher.next(100).count).toBe(100);
  });

  it('gives ever smaller parts, half of an equal share of what is left', () => {
    const dispatcher = new TaskDispatcher(100, 2, 1);
    const counts: number[] = [];
    for (let last = false; !last;) {
      const range = dispatcher.next(1000);
      counts.push(range.count);
      last = range.last;
    }
    expect(counts.slice(0, 4)).toEqual([25, 19, 14, 11]);
    expect(counts.at(-1)).toBe(1);
    expect(counts.reduce((sum, count) => sum + count)).toBe(100);
  });

  it('keeps to the least part until the end', () => {
    const dispatcher = new TaskDispatcher(20, 2, 8);
    expect([1, 2, 3].map(() => dispatcher.next(16).count)).toEqual([8, 8, 4]);
  });

  it('deals equal parts that cover all tasks', () => {
    const dispatcher = new TaskDispatcher(7, 3, 1);
    expect([0, 1, 2].map((host) => dispatcher.part(host))).toEqual([
      { from: 0, count: 2, last: true },
      { from: 2, count: 2, last: true },
      { from: 4, count: 3, last: true },
    ]);
  });
});
