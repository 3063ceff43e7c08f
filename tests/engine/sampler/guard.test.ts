import { unread } from '@engine/machine/reading';
import { beforeEach, describe, expect, it } from 'vitest';
import { Guard } from '@engine/sampler/guard';
import { ok } from '@shared/base/result';

let starts: Map<number, number>;
let done: string[];
let refused: string[];
let guard: Guard;

beforeEach(() => {
  starts = new Map([
    [10, 500],
    [20, 600],
  ]);
  done = [];
  refused = [];
  guard = new Guard({
    isHeld: (folder) => folder === '/tmp/corelane-a1',
    sweep: () => done.push('sweep'),
    startTicks: (pid) => {
      const start = starts.get(pid);
      return start === undefined ? unread({ code: 'ended' }) : ok(start);
    },
    kill: (pid) => done.push(`kill ${pid}`),
    removeFolder: (folder) => done.push(`remove ${folder}`),
    onRefused: (folder) => refused.push(folder),
  });
});

describe('Guard', () => {
  it('ends the processes and all that carry the mark, then removes the folders', () => {
    guard.set([10, 20], ['/tmp/corelane-a1']);
    guard.clearUp();
    expect(done).toEqual(['kill 10', 'kill 20', 'sweep', 'remove /tmp/corelane-a1']);
  });

  it('does nothing to a process that has ended or whose number is another’s now', () => {
    guard.set([10, 20, 30], []);
    starts.set(10, 501).delete(20);
    starts.set(30, 700);
    guard.clearUp();
    expect(done).toEqual(['sweep']);
  });

  it('keeps the start it noted when a process is listed again', () => {
    guard.set([10], []);
    starts.set(10, 501);
    guard.set([10], []);
    guard.clearUp();
    expect(done).toEqual(['sweep']);
  });

  it('forgets what is no longer listed', () => {
    guard.set([10], ['/tmp/corelane-a1']);
    guard.set([20], []);
    guard.clearUp();
    expect(done).toEqual(['kill 20', 'sweep']);
  });

  it('refuses folders that the engine does not hold, and says so', () => {
    guard.set([], ['/home/me', '/tmp/corelane-a1']);
    guard.clearUp();
    expect(done).toEqual(['sweep', 'remove /tmp/corelane-a1']);
    expect(refused).toEqual(['/home/me']);
  });
});
