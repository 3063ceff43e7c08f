// A sentence that two messages have is found; a label is none, and neither is a reference.
import { expect, it } from 'vitest';
import { listTwinSentences, twinSentences } from '../../../scripts/lib/house/twins.mjs';
import { ROOT } from '../../../scripts/lib/paths.mjs';

it('finds a sentence in two files, over lines, and in an attribute', () => {
  const one = 'one = The run ended { $why } at once.\nlabel = peak memory\n';
  const two = 'two =\n    The run ended { $why }\n    at once.\nlabel-too = peak memory\n';
  const attribute = 'three = three\n    .note = The run ended { $why } at once.\n';
  expect(twinSentences([one, two, attribute])).toEqual([
    'The run ended { $why } at once.',
    'The run ended { $why } at once.',
  ]);
});

it('does not count what is in braces as words', () => {
  const plural = '{ $n ->\n    [one] one task of all\n   *[other] the tasks of all\n} left';
  expect(twinSentences([`one = ${plural}\n`, `two = ${plural}\n`, 'three = { one }\n'])).toEqual(
    [],
  );
});

it('finds none in the catalogue', () => {
  expect(listTwinSentences(ROOT)).toEqual([]);
});
