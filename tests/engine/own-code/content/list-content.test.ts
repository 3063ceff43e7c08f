// Which files count as own code, and that they have a bound.
import { saidOf } from '../../../helpers/in-words';
import { problemText } from '@present/words/engine/problems';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listContent } from '@engine/own-code/content/content';
import type { ContentSource } from '@shared/experiment/own-content';
import { FileCollector, maxFiles, TooMuchCode } from '@engine/own-code/content/file-collector';
import { OwnFolder } from '../../../helpers/own-code';

const own = new OwnFolder();
afterAll(() => own.remove());

/** The files of a source inside the folder, by their paths in it, with their roles. */
function listed(source: ContentSource): Record<string, string> {
  const listing = listContent(source);
  if (!listing.ok) throw new Error(problemText(listing.problem));
  return Object.fromEntries(
    [...listing.value.files]
      .filter(([path]) => path.startsWith(own.path))
      .map(([path, role]) => [path.slice(own.path.length + 1), role]),
  );
}

it('has a bound, told with what to do', () => {
  const files = new FileCollector();
  for (let index = 0; index < maxFiles; index += 1) files.add(`/${index}`, 'python');
  files.add('/0', 'python');
  expect(() => files.add('/more', 'python')).toThrow(TooMuchCode);
  expect(() => new FileCollector().count(1e9)).toThrow(TooMuchCode);
});

it('takes of Python what can be imported, and nothing of an environment or a hidden folder', () => {
  const path = own.write('p/top/inner/work.py', '');
  for (const name of [
    'p/top/__init__.py',
    'p/top/inner/__init__.py',
    'p/top/inner/data.json',
    'p/top/fast.cpython-311-x86_64-linux-gnu.so',
    'p/beside/space/deep.py',
    'p/.git/hook.py',
    'p/.venv/lib/x.py',
    'p/node_modules/x/y.py',
    'p/env/pyvenv.cfg',
    'p/env/lib/x.py',
    'p/conda/conda-meta/history',
    'p/conda/lib/x.py',
    'far/linked.py',
    'above.py',
  ]) {
    own.write(name, '');
  }
  symlinkSync('../far', join(own.path, 'p/link'));
  symlinkSync('.', join(own.path, 'p/round'));
  symlinkSync('gone.py', join(own.path, 'p/dangling.py'));
  expect(listed({ kind: 'python', path })).toEqual({
    'p/top/inner/work.py': 'python',
    'p/top/inner/__init__.py': 'python',
    'p/top/__init__.py': 'python',
    'p/top/fast.cpython-311-x86_64-linux-gnu.so': 'python',
    'p/beside/space/deep.py': 'python',
    'p/link/linked.py': 'python',
  });
});

it('takes of a program its file and those that its arguments name, for each task', () => {
  const command = own.write('c/tool', '#!/bin/sh');
  for (const name of ['part-0.bin', 'part-1.bin', 'part-2.bin', 'set.conf', 'run.py', 'other']) {
    own.write(`c/${name}`, 'x');
  }
  const at = (name: string): string => join(own.path, 'c', name);
  const args = [
    at('part-{index}.bin'),
    `--set=${at('{name}.conf')}`,
    at('run.py'),
    at('gone'),
    '-',
  ];
  const workload = { kind: 'command', command, args, params: { name: 'set' } } as const;
  expect(listed({ kind: 'program', workload, tasks: 2, seed: 1 })).toEqual({
    'c/tool': 'program',
    'c/part-0.bin': 'argument',
    'c/part-1.bin': 'argument',
    'c/set.conf': 'argument',
    'c/run.py': 'program',
  });
});

it('follows what JavaScript loads from where it lies, and what it names', () => {
  for (const [name, text] of Object.entries({
    'j/package.json': '{"imports":{"#in":{"node":"./in.cjs"},"#all/*":"./all/*.cjs"}}',
    'j/main.cjs': `require('./folder'); require("./with-main"); require('#in'); require('#all/one');
import('./later.mjs'); fork('./child.js'); new Worker(join(__dirname, 'thread.js'));
require('./' + name); require('node:fs'); require('fs'); require('./gone'); require('//server/x.js');`,
    'j/folder/index.json': '{}',
    'j/with-main/package.json': '{"main":"lib/start"}',
    'j/with-main/lib/start.js': "exports.x = require('../../j-addon.node');",
    'j/in.cjs': '',
    'j/all/one.cjs': '',
    'j/later.mjs': "export * from './last.mjs'; export { y } from\n  './other.mjs';",
    'j/last.mjs': "import './main.cjs';",
    'j/other.mjs': '',
    'j/child.js': '',
    'j/thread.js': '',
    'j/j-addon.node': '',
    'j-addon.node': 'x',
    'j/unused.js': '',
  })) {
    own.write(name, text);
  }
  const outside = [join(own.path, 'j/main.cjs')];
  expect(Object.keys(listed({ kind: 'node', modules: [], outside })).sort()).toEqual(
    [
      'j/all/one.cjs',
      'j/child.js',
      'j/folder/index.json',
      'j/in.cjs',
      'j/j-addon.node',
      'j/last.mjs',
      'j/later.mjs',
      'j/main.cjs',
      'j/other.mjs',
      'j/package.json',
      'j/thread.js',
      'j/with-main/lib/start.js',
      'j/with-main/package.json',
    ].sort(),
  );
});

it('follows what an ECMAScript module loads by a require of its own', () => {
  const make = "import { createRequire, createRequire as maker } from 'node:module';\n";
  for (const [name, text] of Object.entries({
    at: "createRequire(import.meta.url)('./set.json'); write('./out.json');",
    far: "module.createRequire(fileURLToPath(import.meta.url))('./set.json');",
    usual: "const require = createRequire(import.meta.url);\nrequire('./set.json');",
    other: "const $load = createRequire(new URL('.', import.meta.url)); $load('./set.json');",
    typed: 'const load: Load = maker(import.meta.url);\nexport default () => load(`./set.json`);',
    place: "const load = createRequire(import.meta.url); load.resolve('./set.json');",
  })) {
    own.write(`made/${name}/set.json`, '{}');
    own.write(`made/${name}/out.json`, '{}');
    const path = own.write(`made/${name}/work.mts`, make + text);
    const source = { kind: 'node', modules: [path], outside: [] } as const;
    expect(Object.keys(listed(source)).sort(), name).toEqual([
      `made/${name}/set.json`,
      `made/${name}/work.mts`,
    ]);
  }
});

describe('a require that is made for another place', () => {
  own.write('other/lib/parts/helper.js', "require('./deeper');");
  own.write('other/lib/parts/deeper.js', '');
  own.write('other/lib/parts/set.json', '{}');
  own.write('other/lib/package.json', '{}');
  own.write('other/lib/node_modules/paid/package.json', '{"main":"paid.js"}');
  own.write('other/lib/node_modules/paid/paid.js', '');
  own.write('other/lib/node_modules/paid/node_modules/inner/package.json', '{}');
  own.write('other/lib/node_modules/paid/node_modules/inner/index.js', '');
  const helper = [
    'other/lib/package.json',
    'other/lib/parts/deeper.js',
    'other/lib/parts/helper.js',
  ];
  const paid = ['package.json', 'paid.js'].map((name) => `other/lib/node_modules/paid/${name}`);
  const make = "import { createRequire } from 'node:module';\n";

  it.each([
    [
      "createRequire(path.join(somewhere, 'x.js'))('./helper')",
      "const somewhere = join(import.meta.dirname, 'lib', 'parts');",
    ],
    ["createRequire(new URL('lib/parts/x.js', import.meta.url))('./helper')"],
    ["createRequire(new URL('./lib/', import.meta.url))('./parts/helper')"],
    [
      "createRequire(join(dirname(fileURLToPath(new URL('lib/x', import.meta.url))), 'y'))('./parts/helper')",
    ],
    ['createRequire(`${here}/lib/parts/`)("./helper.js")'],
    ["load('./helper')", "const load = createRequire(import.meta.dirname + '/lib/parts/');"],
    ["this.load('./helper')", "this.load = module.createRequire('./lib/parts/x.js');"],
    ["tools.load('./helper')", "const tools = { load: createRequire(base), base: 'lib/parts/' };"],
    ["at('lib/parts/')('./helper')", 'const at = (place) => createRequire(join(here, place));'],
    [
      "at('lib/parts/')('./helper')",
      'function at(place) { return createRequire(join(here, place)); }',
    ],
    ["make('lib/parts/')('./helper')", 'const make = createRequire;'],
    ["createRequire('lib/parts/').resolve('./helper')"],
  ])('is looked for there: %s', (call, before = '') => {
    const path = own.write('other/work.mts', `${make}${before}\n${call};`);
    const source = { kind: 'node', modules: [path], outside: [] } as const;
    expect(Object.keys(listed(source)).sort()).toEqual([...helper, 'other/work.mts']);
  });

  it('finds packages from there, and from other packages', () => {
    const load = "createRequire(new URL('lib/x.js', import.meta.url))('paid')";
    const path = own.write('other/work.mts', `${make}${load};`);
    const source = { kind: 'node', modules: [path], outside: [] } as const;
    expect(Object.keys(listed(source)).sort()).toEqual([...paid, 'other/work.mts']);
    own.write('other/lib/work.mts', `${make}createRequire(require.resolve('paid'))('inner');`);
    const lib = join(own.path, 'other/lib/work.mts');
    expect(Object.keys(listed({ ...source, modules: [lib] })).sort()).toEqual(
      [
        'other/lib/node_modules/paid/node_modules/inner/index.js',
        'other/lib/node_modules/paid/node_modules/inner/package.json',
        ...paid,
        'other/lib/work.mts',
      ].sort(),
    );
  });

  it('looks for it in the current folder where the text asks for that', () => {
    const path = own.write(
      'other/work.mts',
      `${make}createRequire(process.cwd() + '/')('./helper');`,
    );
    const before = process.cwd();
    process.chdir(join(own.path, 'other/lib/parts'));
    try {
      const source = { kind: 'node', modules: [path], outside: [] } as const;
      expect(Object.keys(listed(source)).sort()).toEqual([...helper, 'other/work.mts']);
    } finally {
      process.chdir(before);
    }
  });

  it('looks at nothing of another machine, and ends with any text', () => {
    const many = Array.from({ length: 2000 }, (_, at) => `'${at}/../..'`).join();
    const texts = `${make}createRequire('//host/share/x.js')('./helper'); ${many}; ${'('.repeat(5000)} ${'a'.repeat(1e6)} ${'a=b:'.repeat(1e5)}`;
    const path = own.write('other/work.mts', texts);
    const source = { kind: 'node', modules: [path], outside: [] } as const;
    const from = performance.now();
    expect(Object.keys(listed(source))).toContain('other/work.mts');
    expect(performance.now() - from).toBeLessThan(5000);
  });
});

it('takes of a program the files of every task, as many as a run may have', () => {
  own.write('many/1500.js', '');
  own.write('many/99999.js', '');
  own.write('many/100000.js', '');
  const args = ['--quiet', join(own.path, 'many/{index}.js')];
  const workload = { kind: 'command' as const, command: '/nowhere/node', args };
  const source = { kind: 'program' as const, workload, tasks: 100_000, seed: 1 };
  expect(Object.keys(listed(source)).sort()).toEqual(['many/1500.js', 'many/99999.js']);
  const many = { ...workload, args: new Array<string>(11).fill('{index}') };
  const refused = listContent({ ...source, workload: many });
  expect(refused).toMatchObject({ ok: false, problem: { code: 'too-much-code' } });
  expect(saidOf(refused)).toMatch(/Take fewer tasks, or fewer arguments/);
});
