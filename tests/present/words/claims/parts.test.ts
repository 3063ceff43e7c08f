// What stands beside a figure of a claim.
import { expect, it } from 'vitest';
import { figureNote } from '@present/words/claims/parts';

it.each<[Parameters<typeof figureNote>[0], string | undefined]>([
  [{ ended: { signal: 'SIGKILL' } }, 'the program was killed by SIGKILL'],
  [{ ended: { exitCode: 3 } }, 'the program ended with exit code 3'],
  [{ worker: { running: true } }, 'the worker did not end'],
  [{ worker: { error: 'MemoryError' } }, "the worker's error: MemoryError"],
  [{ worker: { threw: 'on-purpose' } }, "the worker's error: thrown in a worker"],
  [{ worker: { threw: 'no-limit' } }, "the worker's error: no limit was reached"],
  [{ worker: { error: 'thrown in a worker' } }, "the worker's error: thrown in a worker"],
  [{ worker: { signal: 'SIGSEGV' } }, 'SIGSEGV'],
  [{ worker: { exitCode: 1 } }, 'exit code 1'],
  [{ worker: {} }, 'the thread ended'],
  [{ saw: '7' }, 'the program sees 7'],
  [{ ended: {} }, 'the program ended; it is not known how'],
  [{ note: 'the program: SIGKILL' }, 'the program: SIGKILL'],
  [{}, undefined],
])('a figure with %j says its evidence', (figure, text) => {
  expect(figureNote(figure)).toBe(text);
});
