// What stands beside a figure of a claim.
import { expect, it } from 'vitest';
import { figureNote } from '@present/words/claims/parts';

it.each([
  [{ ended: { signal: 'SIGKILL' } }, 'the program was ended by SIGKILL'],
  [{ ended: { exitCode: 3 } }, 'the program ended with exit code 3'],
  [{ ended: {} }, 'the program ended; it is not known how'],
  [{ note: 'the program: SIGKILL' }, 'the program: SIGKILL'],
  [{}, undefined],
])('a figure with %j says its evidence', (figure, text) => {
  expect(figureNote(figure)).toBe(text);
});
