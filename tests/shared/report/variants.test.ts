import { groupByVariant } from '@shared/report/variants';
import { expect, it } from 'vitest';
import { makeCells } from '../../helpers/make/cells';

it('groups cells by strategy and placement, the fewest workers first, without serial', () => {
  const cells = makeCells(
    [
      { kind: 'processes', workers: 2 },
      { kind: 'threads', workers: [4, 1] },
      { kind: 'serial' },
      { kind: 'threads', workers: 2, placement: 'main' },
    ],
    {},
  );
  const groups = groupByVariant(cells).map(({ strategy, placement, cells: own }) => [
    strategy,
    placement,
    own.map(({ workers }) => workers),
  ]);
  expect(groups).toEqual([
    ['threads', 'host', [1, 4]],
    ['threads', 'main', [2]],
    ['processes', 'host', [2]],
  ]);
});
