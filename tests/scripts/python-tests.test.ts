// What `python -m unittest` says, as counts; and which Python runs it.
import { expect, it } from 'vitest';
import { counts, ownCounts } from '../../scripts/lib/counts.mjs';
import { findPython, unittestCounts } from '../../scripts/lib/python-tests.mjs';

const said = (ran: number, result: string) => `...\nRan ${ran} tests in 0.1s\n\n${result}\n`;

it('counts tests by what became of them', () => {
  expect(unittestCounts(said(5, 'OK'), 0)).toEqual(counts(5, 0, 0));
  expect(unittestCounts(said(5, 'OK (skipped=2)'), 0)).toEqual(counts(3, 0, 2));
  const failed = 'FAILED (failures=1, errors=2, skipped=3)';
  expect(unittestCounts(said(10, failed), 1)).toEqual(counts(4, 3, 3));
  expect(unittestCounts('Ran 1 test in 0.1s\n\nOK\n', 0)).toEqual(counts(1, 0, 0));
});

it('counts a run that nothing came of as a failure', () => {
  expect(unittestCounts('Traceback (most recent call last):', 1)).toEqual(counts(0, 1));
  expect(unittestCounts(said(0, 'OK'), 0)).toEqual(counts(0, 1));
  expect(unittestCounts(said(0, 'NO TESTS RAN'), 5)).toEqual(counts(0, 1));
  expect(unittestCounts(said(5, 'OK'), 137)).toEqual(counts(5, 1, 0));
});

it('reads what a script has counted in its last line', () => {
  expect(ownCounts('a note\n3 passed, 1 failed, 2 skipped\n')).toEqual(counts(3, 1, 2));
  expect(ownCounts('3 passed, 1 failed, 2 skipped\nand more')).toBeUndefined();
  expect(ownCounts('')).toBeUndefined();
});

it('finds no Python where there is none', () => {
  expect(findPython(['corelane-has-no-such-program'])).toBeUndefined();
  // A program that is there and is no Python.
  expect(findPython([process.execPath])).toBeUndefined();
});
