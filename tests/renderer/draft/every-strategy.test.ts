// The tables that a strategy is in beside `strategies.ts` have each of them: one that is forgotten fails here.
import { experimentSchema } from '@shared/experiment/experiment';
import { kindOf } from '@shared/experiment/cells';
import { pythonKinds, strategyKinds, strategyRecords } from '@shared/experiment/strategies';
import { defaultEntries, rowsOf } from '@renderer/draft/strategy-rows';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const python = readFileSync(
  resolve(import.meta.dirname, '../../../src/python/corelane/strategies/by_name.py'),
  'utf8',
);

describe.each(strategyKinds)('the strategy %s', (kind) => {
  it('has an entry in the experiment file, the one that the form writes', () => {
    const strategies = defaultEntries({ id: kind, kind });
    const read = experimentSchema.parse({
      ...{ version: 1, name: 'every', workload: { kind: 'empty' }, strategies },
    });
    expect(read.strategies).toEqual(strategies);
    expect(read.strategies.map(kindOf)).toEqual([kind]);
  });

  it('has a row of the form', () => {
    expect(rowsOf([]).map((row) => row.kind)).toContain(kind);
  });
});

it.each(pythonKinds)('the strategy %s has a class in Python', (kind) => {
  const name = kind.replace('python-', '');
  expect(python).toMatch(new RegExp(`^    "${name}": \\w+,$|if job\\.name == "${name}":`, 'm'));
});

it('gives each strategy a rank of its own in the sketch', () => {
  const ranks = strategyKinds.map((kind) => strategyRecords[kind].sketchRank);
  expect(new Set(ranks).size).toBe(strategyKinds.length);
});
