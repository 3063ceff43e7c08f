// A user's own code as users have it: every kind of module, from every kind of folder, in every strategy.
import { whyOf } from '../../helpers/failures';
import { notesOf } from '../../helpers/notes';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { runBundler, runElsewhere } from '@engine/own-code/bundle/bundler';
import type { ExperimentInput } from '@shared/experiment/experiment';
import type { Report } from '@shared/report/report';
import { OwnFolder } from '../../helpers/own-code';
import { beginRun, experiment } from '../../helpers/run-experiment';

const own = new OwnFolder();
afterAll(() => own.remove());

const strategies: ExperimentInput['strategies'] = [
  { kind: 'serial' },
  { kind: 'threads', workers: 2 },
  { kind: 'processes', workers: 2 },
];

function run(workload: ExperimentInput['workload'], extra: Partial<ExperimentInput> = {}) {
  return beginRun(
    experiment({ workload, strategies, tasks: 2, sampling: { hz: 0, memoryHz: 0 }, ...extra }),
  ).report;
}

function expectWell({ run: done, cells }: Report): void {
  expect({ message: whyOf(done), notes: notesOf(done) }).toEqual({
    message: undefined,
    notes: [],
  });
  expect(
    cells.flatMap(({ trials }) => trials.map(({ status, evidence }) => whyOf(evidence) ?? status)),
  ).toEqual(cells.map(() => 'ok'));
}

/** An add-on-like package of ECMAScript only, with top-level await, by name and by a condition. */
function writePackages(): void {
  const modules = 'modules/node_modules';
  own.write(
    `${modules}/late/package.json`,
    '{"name":"late","type":"module","exports":"./index.js"}',
  );
  own.write(`${modules}/late/index.js`, 'export const table = await Promise.resolve([5, 8, 13]);');
  own.write(
    `${modules}/two/package.json`,
    '{"name":"two","exports":{".":{"import":"./i.mjs","require":"./r.cjs"},"./deep/*":"./d/*.js"}}',
  );
  own.write(`${modules}/two/i.mjs`, "export default 'import';");
  own.write(`${modules}/two/r.cjs`, "module.exports = 'require';");
  own.write(`${modules}/two/d/x.js`, 'exports.x = __filename.length > 0;');
  own.write(`${modules}/main/package.json`, '{"name":"main","main":"lib","module":"wrong.mjs"}');
  own.write(`${modules}/main/lib/index.js`, "exports.kind = 'main';");
  own.write('modules/package.json', '{"type":"module","imports":{"#inner":"./inner.js"}}');
  own.write(
    'modules/inner.js',
    "export * from './a.js';\nexport { default as again } from './a.js';",
  );
  // A circle: each needs the other.
  own.write(
    'modules/a.js',
    "import { b } from './b.js';\nexport default () => b();\nexport const a = 'a';",
  );
  own.write('modules/b.js', "import { a } from './a.js';\nexport const b = () => a + 'b';");
  own.write('modules/data.json', '{"rows":[1,2]}');
  own.write(
    'modules/plain.cjs',
    `const text = \`\nexport PATH=/bin\nimport things\n\`;
module.exports = { text: text.length, here: __dirname, json: require('./data.json').rows.length };`,
  );
  own.write('modules/linked/real/index.js', 'export const place = import.meta.url;');
  own.write(
    'modules/linked/real/package.json',
    '{"name":"real","type":"module","main":"index.js"}',
  );
  mkdirSync(join(own.path, modules), { recursive: true });
  symlinkSync(join(own.path, 'modules/linked/real'), join(own.path, modules, 'real'));
}

const everything = `import assert from 'node:assert';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { table } from 'late';
import two from 'two';
import { x } from 'two/deep/x';
import { kind } from 'main';
import { place } from 'real';
import { a, again } from '#inner';
import plain, { text } from './plain.cjs';
const words = 'import.meta.url and import.meta.dirname'.length; // import.meta.filename
const waited = await Promise.resolve(4);
const name = ['two', '/deep/x'].join('');
const dynamic = await import(name);
const require = createRequire(import.meta.url);
assert.equal(require('two'), 'require');
assert(fileURLToPath(import.meta.url).endsWith('work.WORK'));
assert.equal(fileURLToPath(new URL('./plain.cjs', import.meta.url)), require.resolve('./plain.cjs'));
assert(place.includes('linked/real'));
await assert.rejects(import('absent-package'));
export const setup = async () => {
  const late = await import('late');
  assert.equal(late.table, table);
  const text = 'const { parentPort } = require("node:worker_threads"); parentPort.postMessage(3)';
  return new Promise((resolve) => new Worker(text, { eval: true }).once('message', resolve));
};
export default (_, index, { state }) => [
  index, table, two, x, kind, a, again(), plain.json, text, words, waited, dynamic.x, state,
  /import.meta.url/.source, plain.here.length > 0,
];
`;

const native = `import rows from './data.json' with { type: 'json' };
import work, { setup } from './work.js';
if (import.meta.filename === undefined || import.meta.resolve('late') === '') throw new Error('no');
export { setup };
export default (...given) => [rows.rows, work(...given)];`;

const typed = `import work, { setup } from './work.ts';
import rows from './data.json' with { type: 'json' };
import { short } from '@/short';
import type { Nothing } from './nowhere';
function doubled(target: object, key: string, descriptor: PropertyDescriptor) {
  const { value } = descriptor;
  descriptor.value = (n: number): number => 2 * (value as (n: number) => number)(n);
}
const kinds: unknown[] = [];
const injectable = (target: object): void =>
  void kinds.push((Reflect as never as { getMetadata(key: string, target: object): Function[] }).getMetadata?.('design:paramtypes', target)?.[0]?.name);
const metadata = new Map<object, unknown>();
Object.assign(Reflect, {
  metadata: (key: string, value: unknown) => (target: object) => void metadata.set(target, { ...(metadata.get(target) as object), [key]: value }),
  getMetadata: (key: string, target: object) => (metadata.get(target) as Record<string, unknown> | undefined)?.[key],
});
enum Size { small = 2 }
class Engine {}
@injectable
class Car {
  constructor(readonly engine: Engine, public size = Size.small) {}
  @doubled
  twice(n: number): number { return n; }
}
const nothing: Nothing | undefined = undefined;
export { setup };
export default (...given: [unknown, number, { state: unknown }]) => [
  new Car(new Engine()).twice(given[1]), kinds, short, rows.rows, nothing, __filename.endsWith('typed.ts'),
  import.meta.dirname === __dirname, typeof import.meta.resolve('./work.ts'), work(...given),
];`;

describe('own modules', () => {
  it('load as Node.js loads them, and where TypeScript is among them, in one text', async () => {
    writePackages();
    own.write('modules/work.js', everything.replace('WORK', 'js'));
    own.write('modules/work.ts', everything.replace('WORK', 'ts'));
    own.write('modules/short.ts', "export const short: string = 'short';");
    own.write(
      'modules/tsconfig.json',
      '{"compilerOptions":{"experimentalDecorators":true,"emitDecoratorMetadata":true,"paths":{"@/*":["./*"]}}}',
    );
    const plain = own.workload('modules/native.js', native);
    expectWell(await run(plain));
    const path = own.write('modules/typed.ts', typed);
    expectWell(await run({ kind: 'module', path }));
    // An older Node.js can't load all of these: everything but CommonJS is one text for it.
    const { code, outside, modules } = await runBundler(
      join(own.path, 'modules/native.js'),
      own.path,
      false,
    );
    expect(outside.map((file) => file.slice(own.path.length + 1))).toEqual([
      'modules/node_modules/main/lib/index.js',
      'modules/node_modules/two/d/x.js',
      'modules/plain.cjs',
    ]);
    expect(modules).toContain(join(own.path, 'modules/linked/real/index.js'));
    const old = own.write('old.mjs', code);
    const loaded = (await import(pathToFileURL(old).href)) as {
      default: (...given: unknown[]) => unknown[];
      setup: (...given: unknown[]) => unknown;
    };
    const given = loaded.default({}, 1, { state: 3 });
    expect([given[0], (given[1] as unknown[]).slice(0, 2)]).toEqual([
      [1, 2],
      [1, [5, 8, 13]],
    ]);
    const elsewhere = await runElsewhere(path, own.path, true);
    expect(elsewhere).toEqual(await runBundler(path, own.path, true));
    expect(elsewhere.outside).toContain(join(own.path, 'modules/plain.cjs'));
  });

  it.each([
    ['twice.js', 'exports.twice = (params, index) => index * params.by;', 'twice'],
    [
      'built.cjs',
      'Object.defineProperty(exports, "__esModule", { value: true });\nexports.default = (_, i) => i;',
      'default',
    ],
    ['computed.cjs', "for (const name of ['one', 'two']) exports[name] = (_, i) => i;", 'two'],
    [
      'detected.js',
      'const n = await Promise.resolve(2);\nexport default (_, i) => i * n;',
      'default',
    ],
    [
      'require.cts',
      "import fs = require('node:fs');\nexport = (_: unknown, i: number) => [i, typeof fs.readFileSync, __dirname.length > 0];",
      'default',
    ],
    [
      'standard.ts',
      'export default async (_: unknown, i: number) => { using x = { [Symbol.dispose]() {} }; return i; };',
      'default',
    ],
  ])('%s', async (name, text, name_) => {
    const workload = own.workload(`single/${name}`, text, { export: name_, params: { by: 2 } });
    expectWell(await run(workload, { strategies: strategies.slice(0, 2) }));
  });

  it('may be called corelane, and have a package of that name beside them', async () => {
    own.write('named/node_modules/corelane/package.json', '{"name":"corelane","main":"own.cjs"}');
    own.write('named/node_modules/corelane/own.cjs', 'module.exports = { mine: 7 };');
    own.write('named/corelane.mjs', 'export const two = 2;');
    const imports = "import corelane from 'corelane';";
    for (const [name, text] of [
      [
        'work.mjs',
        `${imports}\nimport { two } from './corelane.mjs';\nexport default (_, i) => corelane.mine + two + i;`,
      ],
      [
        'corelane.cjs',
        "const { mine } = require('corelane');\nmodule.exports = (_, i) => mine + i;",
      ],
      ['corelane.mts', `${imports}\nexport default (_: unknown, i: number) => corelane.mine + i;`],
    ] as const) {
      expectWell(await run(own.workload(`named/${name}`, text)));
    }
  });

  it.each(['why?/#1/100%20 %/ä ö/it\'s "x"/[x](y)', 'a\nb'])(
    'from a folder named %j, and its errors name the place',
    async (folder) => {
      own.write(`${folder}/seven.mjs`, 'export const seven = 7;');
      const js =
        "import { seven } from './seven.mjs';\nexport default (_, i) => {\n  if (i === 1) throw new Error('no');\n  return seven + i;\n};";
      for (const [name, text] of [
        ['work.mjs', js],
        ['typed.mts', js.replace('(_, i)', '(_: unknown, i: number)')],
      ] as const) {
        const report = await run(own.workload(`${folder}/${name}`, text), {
          strategies: strategies.slice(0, 2),
        });
        for (const { trials } of report.cells) {
          expect(whyOf(trials[0]?.evidence)).toContain(`threw in task 1: no (${name}:3).`);
          // A path with a line break stays an address.
          if (!folder.includes('\n'))
            expect(trials[0]?.evidence?.stack).toContain(join(own.path, folder, name));
        }
      }
    },
  );

  it('names what is missing, and no file that Corelane made', async () => {
    own.write('element.tsx', 'export const one = (i: number) => <b>{i}</b>;');
    const text =
      "import { one } from './element';\nexport default (_: unknown, i: number) => one(i);";
    const { cells } = await run(own.workload('shows.ts', text), {
      strategies: strategies.slice(0, 2),
    });
    for (const { trials } of cells) {
      expect(whyOf(trials[0]?.evidence)).toMatch(
        /while its file was loaded: Cannot find package 'react'\. It ran shows\.ts\.$/,
      );
    }
  });
});
