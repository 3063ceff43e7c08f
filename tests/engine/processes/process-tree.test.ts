import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { hasLimit, limitIn, parseState, type ProcessState } from '@engine/processes/process-state';
import { ProcessTree } from '@engine/processes/process-tree';
import { markedInPs, markIn } from '@engine/processes/marked';
import { addToken, limitOf, makeToken, ownToken } from '@shared/wire/run-mark';

interface Fake extends Partial<ProcessState> {
  readonly parent: number;
  readonly marked?: 'trial' | 'keeper';
}

let table: Map<number, Fake>;
let asked: number[];
let tree: ProcessTree;

beforeEach(() => {
  table = new Map([
    [1, { parent: 0 }],
    [10, { parent: 1 }],
    [20, { parent: 10 }],
  ]);
  asked = [];
  tree = new ProcessTree({
    list: () => [...table.keys()],
    state: (pid) => {
      const row = table.get(pid);
      return row && { group: 10, session: 10, startTicks: 100, ended: false, ...row };
    },
    mark: (pid) => {
      asked.push(pid);
      const marked = table.get(pid)?.marked;
      return marked && { keeper: marked === 'keeper' };
    },
  });
  tree.add(20);
});

const pids = (): number[] =>
  tree
    .look()
    .map(({ pid }) => pid)
    .sort((one, other) => one - other);

describe('a process tree', () => {
  it('is what a process was started by, whatever its number', () => {
    table.set(30, { parent: 20 }).set(5, { parent: 30 }).set(40, { parent: 10 });
    expect(pids()).toEqual([5, 20, 30]);
    expect(tree.look().every(({ root }) => root === 20)).toBe(true);
  });

  it('keeps those whose parents have ended since somebody looked', () => {
    table.set(30, { parent: 20 });
    expect(pids()).toEqual([20, 30]);
    table.delete(20);
    table.set(30, { parent: 1 });
    expect(pids()).toEqual([30]);
  });

  it('takes who carries the mark, wherever it is, and tells Corelane’s own apart', () => {
    table.set(30, { parent: 1, session: 30, marked: 'trial' });
    table.set(40, { parent: 10, marked: 'keeper' });
    expect(tree.look().map(({ pid, keeper, root }) => [pid, keeper, root])).toEqual([
      [20, false, 20],
      [30, false, undefined],
      [40, true, undefined],
    ]);
  });

  it('takes who is in a session that one of it has led', () => {
    table.set(30, { parent: 20, session: 30 });
    expect(pids()).toEqual([20, 30]);
    table.delete(30);
    table.set(40, { parent: 1, session: 30 });
    expect(pids()).toEqual([20, 40]);
    // Nobody is left in it: its number may be given again.
    table.delete(40);
    tree.look();
    table.set(50, { parent: 1, session: 30 });
    expect(pids()).toEqual([20]);
  });

  it('does not hold another process of the same number to be the same', () => {
    table.set(20, { parent: 1, startTicks: 200 });
    expect(pids()).toEqual([]);
  });

  it('does not hold a zombie to be there', () => {
    table.set(20, { parent: 1, ended: true });
    expect(pids()).toEqual([]);
  });

  it('looks at unrelated processes twice, and no more', () => {
    table.set(30, { parent: 1 });
    for (let look = 0; look < 5; look += 1) tree.look();
    expect(asked.filter((pid) => pid === 30)).toHaveLength(2);
    table.set(40, { parent: 1 });
    tree.look();
    table.set(40, { parent: 1, marked: 'trial' });
    expect(pids()).toEqual([20, 40]);
  });
});

describe('a mark', () => {
  it('is found among others, as a word of its own', () => {
    const environment = ['PATH=/bin', 'CORELANE_RUN=outer:inner', 'HOME=/'];
    expect(markIn(environment, 'inner')).toEqual({ keeper: false });
    expect(markIn(environment, 'outer')).toEqual({ keeper: false });
    expect(markIn([...environment, 'CORELANE_KEEPER=1'], 'outer')).toEqual({ keeper: true });
    expect(markIn(environment, 'inne')).toBeUndefined();
    expect(markIn([], 'inner')).toBeUndefined();
  });

  it('is one more where a run is within another’s program', () => {
    expect(addToken(undefined, 'a')).toBe('a');
    expect(addToken('', 'a')).toBe('a');
    expect(addToken('a', 'b')).toBe('a:b');
    expect(ownToken('a:b')).toBe('b');
    expect(ownToken('')).toBeUndefined();
    expect(ownToken(undefined)).toBeUndefined();
  });

  it('is read from a list of ps', () => {
    const text =
      '  12 node x.js PATH=/bin CORELANE_RUN=a:b\n13 sh CORELANE_RUN=c\nno number CORELANE_RUN=a\n';
    expect(markedInPs(text, 'b')).toEqual([{ pid: 12, keeper: false }]);
  });
});

describe('the state of a process', () => {
  it('is read behind a name that holds anything', () => {
    const text = `7 (a ) b (c) S 3 4 5 ${'0 '.repeat(15)}1234 0 0`;
    expect(parseState(text)).toEqual({
      parent: 3,
      group: 4,
      session: 5,
      startTicks: 1234,
      ended: false,
    });
    expect(parseState(text.replace(') S', ') Z'))?.ended).toBe(true);
  });
  it.each(['', 'x', '7 (a) S', '7 (a) S 1 2 x'])('is none in %j', (text) =>
    expect(parseState(text)).toBeUndefined(),
  );
});

describe('the limit that marks a run', () => {
  const limits = [
    'Limit                     Soft Limit           Hard Limit           Units',
    'Max locked memory         8388608              8388608              bytes',
    'Max file locks            81985529216486895    unlimited            locks',
    'Max pending signals       31403                31403                signals',
  ].join('\n');
  it('is a number of its token, below the largest', () => {
    expect(limitOf(makeToken(7, `0123456789abcde${'f'.repeat(17)}`))).toBe('5124095576030430');
    expect(limitOf(makeToken(7, 'f'.repeat(32)))).toBe(String(2n ** 60n - 1n));
    expect(limitOf('7.orphan')).toBeUndefined();
  });
  it('is read as the kernel writes it', () => {
    expect(limitIn(limits)).toBe('81985529216486895');
    expect(limitIn(limits.replace('81985529216486895', 'unlimited        '))).toBe('unlimited');
    expect(limitIn('')).toBeUndefined();
  });
  it.runIf(process.platform === 'linux')('is asked of one process', () => {
    const own = limitIn(readFileSync('/proc/self/limits', 'latin1')) ?? '';
    expect(hasLimit(process.pid, own)).toBe(true);
    expect(hasLimit(process.pid, '1')).toBe(false);
    expect(hasLimit(2 ** 22 + 1, own)).toBe(false);
  });
});
