import { unread } from '@engine/machine/reading';
import { beforeEach, expect, it } from 'vitest';
import type { TreeMember } from '@engine/processes/process-tree';
import { KinMemory } from '@engine/sampler/kin-memory';
import { ok } from '@shared/base/result';

let members: TreeMember[];
let held: Map<number, number>;
let nowNs: number;
let open: Set<number>;
let memory: KinMemory;

const of = (pid: number, root?: number, keeper = false): TreeMember => ({
  pid,
  root,
  keeper,
  startTicks: 1,
});

beforeEach(() => {
  members = [];
  held = new Map([
    [10, 100],
    [20, 200],
  ]);
  nowNs = 0;
  open = new Set();
  memory = new KinMemory({
    tree: { add: () => undefined, look: () => members },
    now: () => (nowNs += 200_000_000),
    open: (pid) => {
      if (!held.has(pid)) return unread({ code: 'ended' });
      open.add(pid);
      const read = () => {
        const bytes = held.get(pid);
        return bytes === undefined
          ? undefined
          : { rssBytes: bytes, pssBytes: bytes, privateBytes: bytes, swapBytes: 0 };
      };
      return ok({
        read,
        readResident: (into) => {
          const bytes = held.get(pid);
          if (bytes === undefined) return false;
          into.rssBytes = bytes;
          into.sharedBytes = bytes / 2;
          return true;
        },
        close: () => open.delete(pid),
      });
    },
  });
});

function host(pid: number) {
  const opened = memory.open(pid);
  if (!opened.ok) throw new Error('no host');
  return opened.value;
}

it('counts what a host has started with it, and what has no known host with the first', () => {
  const [first, second] = [host(10), host(20)];
  held.set(11, 1).set(21, 2).set(30, 4).set(40, 8);
  members = [of(10, 10), of(20, 20), of(11, 10), of(21, 20), of(30), of(40, undefined, true)];
  expect([first.read()?.pssBytes, second.read()?.pssBytes]).toEqual([105, 202]);
  const into = { rssBytes: 0, sharedBytes: 0 };
  expect(first.readResident(into) && into).toEqual({ rssBytes: 105, sharedBytes: 52.5 });
  expect(second.readResident(into) && into).toEqual({ rssBytes: 202, sharedBytes: 101 });
  expect([memory.takeCounted(), memory.takeCounted()]).toEqual([true, false]);
});

it('forgets who has ended, and closes what it opened', () => {
  const first = host(10);
  held.set(11, 1);
  members = [of(11, 10)];
  expect(first.read()?.pssBytes).toBe(101);
  held.delete(11);
  expect(first.read()?.pssBytes).toBe(100);
  members = [];
  expect(first.read()?.pssBytes).toBe(100);
  expect([...open]).toEqual([10]);
  held.delete(10);
  expect(first.read()).toBeUndefined();
  first.close();
  expect([...open]).toEqual([]);
});

it('of a host alone counts nothing else, and says so', () => {
  expect(host(10).read()?.pssBytes).toBe(100);
  expect(memory.takeCounted()).toBe(false);
  expect(memory.open(99).ok).toBe(false);
});
