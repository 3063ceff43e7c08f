// docs/FORMATS.md tells the limits that the schema has.
import { experimentSchema, limits } from '@shared/experiment/experiment';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/FORMATS.md'), 'utf8');
const rows = new Map(
  [...page.matchAll(/^\| (`[^|]*?)\s*\| ([^|]*? … [^|]*?)\s*\|$/gm)].map((row) => [row[1], row[2]]),
);

/** As the page writes it: from ten thousand on in groups, as other figures of the page. */
const written = (value: number): string =>
  value < 10_000 ? String(value) : value.toLocaleString('en-US');
const range = ({ min, max }: { readonly min: number; readonly max: number }): string =>
  `${written(min)} … ${written(max)}`;
const rate = ({ least, max }: { readonly least: number; readonly max: number }): string =>
  `0, or ${written(least)} … ${written(max)}`;

it.each([
  ['`tasks`', range(limits.tasks)],
  ['`workers`, of `async`', range(limits.concurrency)],
  ['`workers`, of all others', range(limits.workers)],
  ['`chunk`', range(limits.chunk)],
  ['`repeats`', range(limits.repeats)],
  ['`warmup`', range(limits.warmup)],
  ['`emptyRepeats`', range(limits.emptyRepeats)],
  ['`until.precision`', range(limits.precision)],
  ['`until.most`', range(limits.most)],
  ['`budgetSeconds` of both', range(limits.budgetSeconds)],
  ['`breakEven.tasks`', `${range({ min: 1, max: limits.columns.max })} numbers`],
  ['`seed`', range(limits.seed)],
  ['`timeoutSeconds`', range(limits.timeoutSeconds)],
  ['`memoryLimitMb`', range(limits.memoryLimitMb)],
  ['`sampling.hz`', rate(limits.hz)],
  ['`sampling.memoryHz`', rate(limits.memoryHz)],
])('%s is %s', (key, limit) => {
  expect(rows.get(key)).toBe(limit);
});

const serial = { kind: 'serial' };
const threads = (workers: readonly number[]) => ({ kind: 'threads', workers });
const python = (interpreters: readonly string[]) => ({ kind: 'python-serial', interpreters });
const count = (many: number): number[] => Array.from({ length: many }, () => 1);

it.each([
  ['`strategies`', 'entries', (many: number) => count(many).map(() => serial)],
  ['`workers`, a list', 'counts', (many: number) => [threads(count(many))]],
  ['`interpreters`, a list', 'entries', (many: number) => [python(count(many).map(String))]],
])('%s holds as many %s as it says', (key, unit, strategiesOf) => {
  const most = Number(/^1 … (\d+) (\w+)$/.exec(rows.get(key) ?? '')?.[1]);
  expect(rows.get(key)).toBe(`1 … ${most} ${unit}`);
  const reads = (many: number) =>
    experimentSchema.safeParse({
      ...{ version: 1, name: 'limits', workload: { kind: 'empty' } },
      strategies: strategiesOf(many),
    }).success;
  expect([0, 1, most, most + 1].map(reads)).toEqual([false, true, true, false]);
});
