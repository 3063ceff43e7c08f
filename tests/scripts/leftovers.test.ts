// The hunt for processes that tests left must find them all, and never touch anybody else's.
import { expect, it } from 'vitest';
import { parseStat, pickLeftovers } from '../../scripts/lib/leftovers.mjs';

const program = '/checkout/out/main/host.js';
const ours = { run: 'run-1', paths: ['/checkout/out/main', '/runtime/electron'], sinceTicks: 100 };
const base = {
  pid: 10,
  parent: 1,
  state: 'S',
  startTicks: 200,
  command: `node ${program}`,
  environment: '',
};
const pids = (...all: (typeof base)[]) => pickLeftovers(all, ours).map(({ pid }) => pid);

it('finds a process by the mark of the run, whatever it is', () => {
  const environment = 'HOME=/root\0CORELANE_TEST_RUN=run-1\0LANG=C';
  expect(pids({ ...base, command: 'sleep 1000', parent: 77, environment })).toEqual([10]);
});

it('finds an orphan of this checkout that shows no mark', () => {
  expect(pids(base)).toEqual([10]);
  expect(pids({ ...base, command: '/runtime/electron --type=renderer' })).toEqual([10]);
});

it('finds the children of an orphan', () => {
  expect(pids(base, { ...base, pid: 11, parent: 10 })).toEqual([10, 11]);
});

it.each([
  ['one of another run', { environment: 'CORELANE_TEST_RUN=run-2' }],
  ['one with a living parent of its own', { parent: 500 }],
  ['one that was there before', { startTicks: 99 }],
  ['another program', { command: 'node /elsewhere/out/main/host.js' }],
  ['one that has ended already', { state: 'Z', environment: 'CORELANE_TEST_RUN=run-1' }],
])('leaves alone %s', (_what, change) => {
  const shell = { ...base, pid: 500, parent: 1, command: 'bash' };
  expect(pids(shell, { ...base, ...change })).toEqual([]);
});

it('reads /proc/PID/stat, also with brackets and spaces in the name', () => {
  const rest = 'S 42 10 10 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 123456 0 0';
  expect(parseStat(`10 (a) b (c) ${rest}`)).toEqual({ state: 'S', parent: 42, startTicks: 123456 });
});
