// The files that the documentation names are there.
import { describe, expect, it } from 'vitest';
import { deadPaths, listDeadPaths } from '../../../scripts/lib/house/paths-in-docs.mjs';
import { ROOT } from '../../../scripts/lib/paths.mjs';

describe('paths in the documentation', () => {
  it('lead to files', () => {
    expect(listDeadPaths(ROOT)).toEqual([]);
  });

  it('may leave out the folders above', () => {
    const files = ['src/engine/trial/ending.ts'];
    expect(deadPaths('See `trial/ending.ts`.', files)).toEqual([]);
    expect(deadPaths('See `trial/ended.ts`, or `al/ending.ts`.', files)).toEqual([
      'trial/ended.ts',
      'al/ending.ts',
    ]);
  });

  it('may stand for files of any name', () => {
    expect(deadPaths('Add `workloads/NAME.ts`.', [])).toEqual([]);
  });
});
