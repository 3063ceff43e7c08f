// The picture shows what is imported, each import downwards.
import { expect, it } from 'vitest';
import {
  drawPictures,
  groupImports,
  layerOf,
  placeInRows,
  roomOf,
} from '../../../scripts/lib/house/graph.mjs';
import { findImports } from '../../../scripts/lib/house/imports.mjs';
import { readSources } from '../../../scripts/lib/house/sources.mjs';
import { ROOT } from '../../../scripts/lib/paths.mjs';

const edges = [
  { from: 'src/main/app.ts', to: 'src/engine/run/run.ts' },
  { from: 'src/main/quit.ts', to: 'src/engine/run/run.ts' },
  { from: 'src/engine/run/run.ts', to: 'src/engine/clock.ts' },
  { from: 'src/engine/run/run.ts', to: 'src/shared/base/result.ts' },
  { from: 'src/main/app.ts', to: 'src/shared/base/result.ts' },
];

it('has a row for each floor, the ground last', () => {
  expect(placeInRows(groupImports(edges, layerOf))).toEqual([['main'], ['engine'], ['shared']]);
});

it('counts the imports between layers, and between the rooms of one', () => {
  expect(groupImports(edges, layerOf).get('main')?.get('engine')).toBe(2);
  expect([...groupImports(edges, roomOf('engine')).keys()]).toEqual(['run', 'engine/*']);
});

it('shows every layer that there is', () => {
  const pictures = drawPictures(findImports(readSources(ROOT)));
  for (const layer of ['shared', 'analysis', 'present', 'report', 'engine', 'workers', 'main']) {
    expect(pictures['layers.svg']).toContain(`>${layer}</text>`);
  }
});
