// What present writes comes from the messages: in a language of accented letters no plain word of ours is left.
import { describe, expect, it, vi } from 'vitest';
import { articleAnswer, columnsAnswer, describePoint } from '@present/figures/break-even-text';
import { claimLine } from '@present/figures/claim-line';
import { emptyHeading, guessOptions, scoreLine } from '@present/figures/claim-score';
import { formatDuration, formatShare, notKnown } from '@present/locale/format';
import { labelCell, nameCell } from '@present/names/cells';
import { expandCells } from '@shared/experiment/cells';
import { makeBreakEven, makePoint } from '../../helpers/make/break-even';
import { makeFinding } from '../../helpers/make/finding';
import { plainWords } from '../../helpers/pseudo-locale';

vi.mock('@present/messages/texts', async (original) => {
  const { texts } = await original<{ texts: { en: readonly string[] } }>();
  const { pseudoText } = await import('../../helpers/pseudo-locale');
  return { texts: { en: texts.en.map(pseudoText) } };
});

const map = makeBreakEven();
const cells = expandCells(
  {
    placement: 'host',
    strategies: [
      { kind: 'serial' },
      { kind: 'async', workers: 8 },
      { kind: 'threads', workers: 2, placement: 'main' },
      { kind: 'hybrid', processes: 4, threads: 2 },
    ],
  },
  2,
);

describe('in a language of accented letters', () => {
  it.each([
    ['cells', () => cells.flatMap((cell) => [nameCell(cell), labelCell(cell)])],
    ['figures', () => [formatDuration(400e9), formatShare(0.001), notKnown()]],
    ['answers', () => [...articleAnswer(map, 2), ...columnsAnswer(map)].map(({ text }) => text)],
    ['points', () => [describePoint(makePoint(32, 2, 'processes', 1.6), map.cells)]],
    ['claims', () => [claimLine(undefined), claimLine(makeFinding('kill')), emptyHeading(0)]],
    ['scores', () => [scoreLine([makeFinding('heap')], new Map(), undefined)]],
    ['guesses', () => guessOptions().map(({ label }) => label)],
  ])('no plain word is left: %s', (_, write) => {
    const texts = write();
    expect(texts.join('')).not.toBe('');
    expect(texts.flatMap(plainWords)).toEqual([]);
  });
});
