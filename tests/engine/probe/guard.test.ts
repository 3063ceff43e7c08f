import { beforeEach, describe, expect, it } from 'vitest';
import { Guard, isOurs } from '@engine/probe/guard';
import { fail, ok } from '@shared/result';

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
    temporaryFolder: '/tmp',
    startTicks: (pid) => {
      const start = starts.get(pid);
      return start === undefined ? fail('gone', 'gone') : ok(start);
    },
    kill: (pid) => done.push(`kill ${pid}`),
    removeFolder: (folder) => done.push(`remove ${folder}`),
    onRefused: (folder) => refused.push(folder),
  });
});

describe('Guard', () => {
  it('ends the processes, then removes the folders', () => {
    guard.set([10, 20], ['/tmp/corelane-a1']);
    guard.clearUp();
    expect(done).toEqual(['kill 10', 'kill 20', 'remove /tmp/corelane-a1']);
  });

  it('does nothing to a process that has ended or whose number is another’s now', () => {
    guard.set([10, 20, 30], []);
    starts.set(10, 501).delete(20);
    starts.set(30, 700);
    guard.clearUp();
    expect(done).toEqual([]);
  });

  it('keeps the start it noted when a process is listed again', () => {
    guard.set([10], []);
    starts.set(10, 501);
    guard.set([10], []);
    guard.clearUp();
    expect(done).toEqual([]);
  });

  it('forgets what is no longer listed', () => {
    guard.set([10], ['/tmp/corelane-a1']);
    guard.set([20], []);
    guard.clearUp();
    expect(done).toEqual(['kill 20']);
  });

  it('refuses folders that are not Corelane’s, and says so', () => {
    guard.set([], ['/home/me', '/tmp/corelane-a1']);
    guard.clearUp();
    expect(done).toEqual(['remove /tmp/corelane-a1']);
    expect(refused).toEqual(['/home/me']);
  });
});

describe('isOurs', () => {
  it.each([
    ['/tmp/corelane-x1', true],
    ['/tmp/corelane-x1/trial-3', true],
    ['/tmp', false],
    ['/tmp/other', false],
    ['/tmp/other/corelane-x1', false],
    ['/var/corelane-x1', false],
    ['corelane-x1', false],
    ['/tmp/corelane-x1/../../etc', false],
    ['/tmp/corelane-x1/..', false],
    ['', false],
  ])('%s: %s', (folder, ours) => {
    expect(isOurs(folder, '/tmp')).toBe(ours);
  });
});
