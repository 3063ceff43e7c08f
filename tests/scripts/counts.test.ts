// The last line of `npm test` is read by machines: it must neither hide a failure nor invent a success.
import { expect, it } from 'vitest';
import { queueOf } from '../../scripts/lib/checks.mjs';
import { counts, lastLine, suiteCounts, sumCounts } from '../../scripts/lib/counts.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

it('adds up', () => {
  expect(sumCounts([counts(1, 2, 3), counts(10, 20, 30), counts(1, 0)])).toEqual(
    counts(12, 22, 33),
  );
  expect(sumCounts([])).toEqual(counts(0, 0, 0));
});

it('counts tests by what became of them', () => {
  const testResults = [
    file('passed', 'passed', 'passed', 'skipped', 'todo'),
    file('failed', 'failed', 'passed'),
    file('passed', 'pending'),
  ];
  expect(suiteCounts({ testResults }, 1)).toEqual(counts(3, 1, 3));
});

it('counts a file that could not be loaded', () => {
  const testResults = [file('failed'), file('passed', 'passed')];
  expect(suiteCounts({ testResults }, 1)).toEqual(counts(1, 1));
});

it('counts an error outside of any test', () => {
  const testResults = [file('passed', 'passed')];
  expect(suiteCounts({ testResults }, 1)).toEqual(counts(1, 1));
  expect(suiteCounts({ testResults }, 0)).toEqual(counts(1, 0));
});

it('counts a runner that died without a report', () => {
  expect(suiteCounts(undefined, 137)).toEqual(counts(0, 1));
  expect(suiteCounts(undefined, 0)).toEqual(counts(0, 1));
});

it('writes the last line', () => {
  expect(lastLine(counts(12, 0, 1))).toBe('12 passed, 0 failed, 1 skipped');
});

it('works on at most as many things at a time as help, and keeps their order', async () => {
  const doors: (() => void)[] = [];
  let busy = 0;
  let most = 0;
  const queue = queueOf(['a', 'b', 'c', 'd', 'e'], async (item) => {
    most = Math.max(most, ++busy);
    await new Promise<void>((resolve) => {
      doors.push(resolve);
      // Opens the one before it, as soon as there is one.
      doors.at(-2)?.();
      if (doors.length === 5) resolve();
    });
    busy -= 1;
    return item.toUpperCase();
  });
  await Promise.all([queue.help(), queue.help()]);
  expect(queue.results).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(most).toBe(2);
});

it('is helped later with what has not begun', async () => {
  const begun: string[] = [];
  const doors: (() => void)[] = [];
  const queue = queueOf(['a', 'b', 'c'], (item) => {
    begun.push(item);
    return new Promise<string>((resolve) => doors.push(() => resolve(item)));
  });
  const first = queue.help();
  expect(begun).toEqual(['a']);
  const second = queue.help();
  expect(begun).toEqual(['a', 'b']);
  doors[1]?.();
  await expect.poll(() => begun).toEqual(['a', 'b', 'c']);
  for (const open of doors) open();
  await Promise.all([first, second]);
  expect(queue.results).toEqual(['a', 'b', 'c']);
});
