import { expect, it } from 'vitest';
import { placeLegend } from '@renderer/pictures/legend';
import { charWidth, RecordingSurface } from '../helpers/recording';

it('begins a row where an entry does not fit', () => {
  const surface = Object.assign(new RecordingSurface(), {
    translate: () => undefined,
    scale: () => undefined,
  });
  const entries = ['four', 'four', 'four'].map((text) => ({ text, draw: () => undefined }));
  const one = 28 + 6 + 4 * charWidth;
  const placed = placeLegend(surface, entries, 2 * one + 18);
  expect(placed.map(({ x, row }) => [x, row])).toEqual([
    [0, 0],
    [one + 18, 0],
    [0, 1],
  ]);
  expect(placeLegend(surface, entries, 1).map(({ row }) => row)).toEqual([0, 1, 2]);
});
