// Each counter counts what it says, and nothing else.
import { describe, expect, it } from 'vitest';
import {
  conditionalSpreads,
  namesDefinedTwice,
  oneImporter,
  rawPx,
  unannotated,
} from '../../../scripts/lib/house/counters.mjs';
import {
  findImports,
  folderImports,
  importsThatReturn,
} from '../../../scripts/lib/house/imports.mjs';

const source = (path: string, text: string) => ({
  path,
  folder: path.slice(0, path.lastIndexOf('/')),
  text,
  lines: text.split('\n').length,
});

const sources = [
  source('src/shared/base/one.ts', 'export const one = 1;'),
  source('src/shared/base/two.ts', "import { one } from './one';\nexport type Both = typeof one;"),
  source('src/main/index.ts', "import {\n  type Both,\n} from '@shared/base/two';\nimport 'vue';"),
  source('src/python/corelane/agent.py', 'from .record.faults import fault_of\n'),
  source('src/python/corelane/record/faults.py', 'from .. import agent\nimport os\n'),
  source('src/python/corelane/record/__init__.py', ''),
];
const edges = findImports(sources);

describe('imports', () => {
  it('are found with aliases, over lines, in Python, and only inside src', () => {
    expect(edges).toEqual([
      { from: 'src/shared/base/two.ts', to: 'src/shared/base/one.ts' },
      { from: 'src/main/index.ts', to: 'src/shared/base/two.ts' },
      { from: 'src/python/corelane/agent.py', to: 'src/python/corelane/record/faults.py' },
      { from: 'src/python/corelane/record/faults.py', to: 'src/python/corelane/agent.py' },
    ]);
  });

  it('lead back where folders need each other', () => {
    expect(importsThatReturn(folderImports(edges))).toEqual([
      ['src/python/corelane', 'src/python/corelane/record'],
      ['src/python/corelane/record', 'src/python/corelane'],
    ]);
  });
});

describe('counters', () => {
  it('find modules with one importer, the rows of a table aside', () => {
    expect(oneImporter(sources, edges)).toEqual(['src/shared/base/one.ts']);
  });

  it('find exported names of two files', () => {
    const twice = source('src/a/b.ts', 'export interface Both {}\nexport function create() {}');
    const third = source('src/a/c.ts', 'export async function create() {}');
    expect(namesDefinedTwice([...sources, twice, third])).toEqual(['Both']);
  });

  it.each([
    ['a { margin: 4px; } b { --gap: 4px; } /* top: 9px */', 1],
    ['a { margin: var(--s1); width: calc(100% - 12.5px) }', 1],
    ['@media (max-width: 1279px) { a { top: 0; left: -1px; } }', 1],
    ['a:hover { color: red }', 0],
  ])('count declarations in pixels: %s', (css, count) => {
    expect(rawPx(css)).toBe(count);
  });

  it.each([
    ['{ ...(x === undefined ? {} : { x }) }', 1],
    ['{ ...(some(x, y(z)) && { x }), ...(x !== undefined && { x }) }', 2],
    ['{ ...(list ?? []), ...defined({ x }), ...rest }', 0],
  ])('count conditional spreads: %s', (text, count) => {
    expect(conditionalSpreads(text)).toBe(count);
  });

  it.each([
    ['def f(a: int, b: dict[str, int] = {}, *, c: str) -> None:', []],
    ['    def f(self) -> None:', []],
    ['    def f(self):', ['f']],
    ['def f(a, b: int) -> None:', ['f']],
    ['async def f(\n    a: int,\n    *rest: str,\n) -> int:', []],
    ['undefined = f(a)', []],
  ])('find Python functions without annotations: %s', (text, names) => {
    expect(unannotated(text)).toEqual(names);
  });
});
