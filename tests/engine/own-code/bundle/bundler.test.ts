// The bundler gives the same in another process as in this one.
import { pathToFileURL } from 'node:url';
import { saidOf } from '../../../helpers/in-words';
import { afterAll, describe, expect, it } from 'vitest';
import { readOwnCode } from '@engine/own-code/bundle/bundle';
import { runBundler, runElsewhere } from '@engine/own-code/bundle/bundler';
import { OwnFolder } from '../../../helpers/own-code';

const own = new OwnFolder();
afterAll(() => own.remove());

it('bundles elsewhere as here', async () => {
  own.write('part.ts', 'export const part = (n: number): number => n + 1;');
  const path = own.write('a.mts', "import { part } from './part.ts';\nexport default part;");
  const here = await runBundler(path, own.path);
  expect(here.exports).toEqual(['default']);
  expect(await runElsewhere(path, own.path, true)).toEqual(here);
});

it('says the same of what does not parse', async () => {
  const path = own.write('b.mts', 'export default function(');
  const said = (bundled: Promise<unknown>): Promise<string> =>
    bundled.then(
      () => '',
      (error: Error) => error.message,
    );
  const [here, elsewhere] = await Promise.all([
    said(runBundler(path, own.path)),
    said(runElsewhere(path, own.path, true)),
  ]);
  expect(here).toContain('PARSE_ERROR');
  expect(elsewhere.split('\n').length).toBe(here.split('\n').length);
});

describe('what a file imports', () => {
  const files = (paths: readonly string[]): readonly string[] =>
    paths.map((path) => path.slice(own.path.length + 1));

  it('may be named as an address, with signs in percent and what follows the name', async () => {
    own.write('names/part one.mjs', 'export const part = 1;');
    own.write('names/part%20two.cjs', 'exports.part = 2;');
    const path = own.write(
      'names/work.mjs',
      `import { createRequire } from 'node:module';
import { part } from './part%20one.mjs';
const { part: two } = await import('./part%20one.mjs?again#end');
const one = createRequire(import.meta.url)('./part%20two.cjs');
export default () => [part, two, one.part];`,
    );
    const { code, outside } = await runBundler(path, own.path);
    expect(code).toBe('');
    expect(files(outside)).toEqual(['names/part one.mjs', 'names/work.mjs']);
    const typed = own.write('names/work.mts', "export * from './part%20one.mjs?x';");
    const bundled = await runBundler(typed, own.path);
    expect(files(bundled.modules)).toEqual(['names/part one.mjs', 'names/work.mts']);
    const absent = own.write('names/absent.mjs', "import './none%20such.mjs';");
    await expect(runBundler(absent, own.path)).rejects.toThrow("'./none%20such.mjs'");
  });

  it.each(['toString', 'constructor', 'hasOwnProperty', '__proto__'])(
    'may use and declare the name %s',
    async (name) => {
      const text = `import { part } from './part one.mjs';
const given: object = { __proto__: null, part, of: import.meta.url };
export function ${name === '__proto__' ? 'named' : name}() {
  return [given.${name}, import.meta.${name}];
}`;
      const { code } = await runBundler(own.write(`names/${name}.ts`, text), own.path);
      const loaded = (await import(pathToFileURL(own.write(`${name}.mjs`, code)).href)) as Record<
        string,
        () => unknown[]
      >;
      const [run] = Object.values(loaded);
      expect(run?.()).toEqual([undefined, undefined]);
    },
  );

  it.each([
    ['declare const __dirname: string;', 'names'],
    ["const { __dirname } = { __dirname: 'its own' };", 'its own'],
    ["function of() { const __dirname = 'inner'; return __dirname; }\nof();", 'names'],
    ["import { name as __dirname } from './name.ts';", 'its own'],
    ["export class Of { __dirname = 'a field'; }", 'names'],
  ])('may declare names of CommonJS: %s', async (declaration, expected) => {
    own.write('names/name.ts', "export const name: string = 'its own';");
    const text = `${declaration}\nexport const found: string = __dirname;`;
    const { code } = await runBundler(own.write('names/declares.ts', text), own.path);
    const url = `data:text/javascript,${encodeURIComponent(code)}`;
    const { found } = (await import(url)) as { found: string };
    expect(found.endsWith(expected), found).toBe(true);
  });

  it('may have a byte order mark before its #!, as Node.js takes it', async () => {
    for (const name of ['marked.mjs', 'marked.mts', 'marked.cjs']) {
      const common = name.endsWith('.cjs');
      const text = common ? 'module.exports = () => 1;' : 'export default () => 1;';
      const path = own.write(name, `\ufeff#!/usr/bin/env node\n${text}`);
      expect((await runBundler(path, own.path)).exports, name).toEqual(common ? [] : ['default']);
    }
  });

  it('may be JSON with a byte order mark, and is named where it is none', async () => {
    own.write('marked.json', '\ufeff{"a":4}');
    own.write('broken.json', '{"a":');
    const read = "import a from './marked.json' with { type: 'json' };\nexport default a;";
    expect((await runBundler(own.write('c.mts', read), own.path)).code).toContain('4');
    const required = own.write('d.cjs', "module.exports = require('./marked.json');");
    expect((await runBundler(required, own.path)).exports).toEqual([]);
    const broken = own.write('e.mts', read.replace('marked', 'broken'));
    const said = await readOwnCode(broken);
    expect(saidOf(said)).toMatch(`${broken} can't be run: ${own.path}/broken.json: `);
  });

  it('is named with its encoding where that is not UTF-8', async () => {
    const text = 'export default (): string => "grün";\n';
    const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
    const path = own.write('h.ts', "export * from './part.mjs';");
    for (const [bytes, said] of [
      [wide, `${own.path}/part.mjs is UTF-16. Save it as UTF-8 and try again`],
      [wide.subarray(2), `${own.path}/part.mjs is UTF-16. Save it as UTF-8 and try again`],
      [
        Buffer.from(text, 'latin1'),
        `${own.path}/part.mjs is not UTF-8 text: it seems to be Latin-1, Windows-1252 or another encoding with one byte per character (byte FC in line 1). Save it as UTF-8 and try again`,
      ],
    ] as const) {
      own.write('part.mjs', bytes);
      const read = await readOwnCode(path);
      expect(saidOf(read)).toBe(`${path} can't be run: ${said}`);
    }
    own.write('part.mjs', 'export default 1;\nexport const a = ;\n');
    const read = await readOwnCode(path);
    expect(saidOf(read)).toContain(`${own.path}/part.mjs:2:18: `);
  });

  it('is not led elsewhere by its text: a place in it is no place of a mistake', async () => {
    own.write('wide.txt', Buffer.from('\ufeffx', 'utf16le'));
    const text = `/*\nCould not load ${own.path}/wide.txt\n ╭─[ ${own.path}/wide.txt:1:1 ]\n*/ export default = ;\n`;
    const path = own.write('led.mjs', text);
    const read = await readOwnCode(path);
    expect(saidOf(read)).toContain(`${path}:4:`);
  });

  it('is told with the place and the reason of a mistake, whatever else it imports', async () => {
    const imports = "import fs from 'node:fs';\n";
    own.write('wrong.mjs', `${imports}export const a = = 1;\n`);
    const notAsync =
      '`await` is only allowed within async functions and at the top levels of modules';
    for (const [name, text, said] of [
      ['p.mjs', 'export default () => { let x = = 1 };', 'p.mjs:2:32: Unexpected token'],
      ['p.ts', 'export default () => { let x: number = = 1 };', 'p.ts:2:40: Unexpected token'],
      ['q.mjs', 'export default () => { await fs; };', `q.mjs:2:24: ${notAsync}`],
      ['q.mts', 'export default () => { await fs; };', `q.mts:2:24: ${notAsync}`],
      ['r.mjs', "export { a as default } from './wrong.mjs';", 'wrong.mjs:2:18: Unexpected token'],
    ] as const) {
      const path = own.write(name, imports + text);
      const read = await readOwnCode(path);
      expect(saidOf(read)).toBe(`${path} can't be run: ${own.path}/${said}`);
    }
  });

  it('is refused by its line where no Node.js knows its syntax', async () => {
    const path = own.write('f.ts', 'export default 1;\nexport class A {\n  accessor x = 3;\n}\n');
    const said = await readOwnCode(path);
    expect(saidOf(said)).toBe(
      `${path} can't be run: ${path}:3: "accessor" is not known to Node.js. Write a getter and a setter`,
    );
    const named = own.write('g.ts', 'const accessor = 3;\nexport default accessor;\n');
    expect((await readOwnCode(named)).ok).toBe(true);
  });
});
