// Columns of equal width, also of characters that take two.
import { expect, it } from 'vitest';
import { alignColumns } from '../../src/cli/columns';

it('aligns Chinese and English words', () => {
  expect(
    alignColumns([
      ['核', '2'],
      ['工作者', '16'],
      ['seed', '7'],
    ]),
  ).toBe(['  核      2', '  工作者  16', '  seed    7'].join('\n'));
});
