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
    expect(deadPaths('See `ending.ts`.', files)).toEqual([]);
    expect(deadPaths('See `trial/ended.ts`, `al/ending.ts`, or `ended.ts`.', files)).toEqual([
      'trial/ended.ts',
      'al/ending.ts',
      'ended.ts',
    ]);
  });

  it('may be folders', () => {
    const files = ['src/engine/trial/ending.ts'];
    expect(deadPaths('See `src/engine/`, `src/engine/trial/`.', files)).toEqual([]);
    expect(deadPaths('See `src/trial/`, `src/engine/tri/`.', files)).toEqual([
      'src/trial/',
      'src/engine/tri/',
    ]);
  });

  it('may stand for files of any name', () => {
    const files = ['src/workers/workloads/index.ts'];
    expect(deadPaths('Add `workloads/NAME.ts`, `NAME.ts`.', files)).toEqual([]);
    expect(deadPaths('Add `work/NAME.ts`, `loads/NAME.ts`.', files)).toEqual([
      'work/NAME.ts',
      'loads/NAME.ts',
    ]);
  });
});
