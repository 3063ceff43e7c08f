// What a file exports is told without running a line of it.
import { problemText } from '@present/words/engine/problems';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listExports } from '@engine/own-code/exports/list-exports';
import { listPythonNames, scanPythonNames } from '@engine/own-code/exports/python-names';
import { oldestAndNewest } from '../../../helpers/interpreters';
import { OwnFolder } from '../../../helpers/own-code';

const own = new OwnFolder();
afterAll(() => own.remove());

const mark = join(own.path, 'it-ran');

describe('a Node.js file', () => {
  it('tells its exports, those of other files too, and is not run', async () => {
    own.write('part.mts', 'export const resize = (): number => 1;');
    const path = own.write(
      'a.mts',
      `import { writeFileSync } from 'node:fs';
       writeFileSync(${JSON.stringify(mark)}, '');
       export * from './part.mts';
       export const setup = (): number => 2;
       export default (): number => 3;`,
    );
    const listed = await listExports(path);
    expect(listed).toMatchObject({ ok: true, value: { known: true } });
    expect(listed.ok && [...listed.value.names].sort()).toEqual(['default', 'resize', 'setup']);
    expect(existsSync(mark)).toBe(false);
  });

  it.each([
    [
      'names assigned',
      'exports.work = () => 1;\nmodule.exports.setup = () => 2;',
      ['work', 'setup'],
    ],
    ['an object', 'const a = () => 1;\nmodule.exports = { a, b() { return 2; } };', ['a', 'b']],
    ['a function', 'module.exports = (params, index) => index;', ['default']],
    ['what another file gives', 'module.exports = require("./a.cjs");', []],
    ['nothing', 'void 0;', []],
  ])('of CommonJS is told by its text, without being certain: %s', async (_what, text, names) => {
    own.write('a.cjs', 'exports.part = () => 1;');
    const path = own.write('b.cjs', `if (globalThis.never) throw new Error();\n${text}`);
    expect(await listExports(path)).toEqual({ ok: true, value: { names, known: false } });
  });

  it('that does not parse says where', async () => {
    const listed = await listExports(own.write('c.mts', '\nexport default function('));
    expect(listed).toMatchObject({ ok: false, problem: { code: 'not-bundled' } });
    expect(!listed.ok && problemText(listed.problem)).toContain('c.mts:2:');
  });
});

describe('a Python file', () => {
  const source = `import sys
open(${JSON.stringify(mark)}, "w")
"""
def quoted(): pass
"""
def work(params, index, context):
    def inner(): pass
async def fetch(params, index, context): pass
if sys.version_info >= (3, 8):
    def modern(): pass
half = lambda params, index, context: 1
size = 3
def _own(): pass
`;

  it('tells the functions at its top, and is not run', async () => {
    const listed = await listExports(own.write('a.py', source));
    expect(listed).toEqual({
      ok: true,
      value: { names: ['work', 'fetch', 'modern', 'half'], known: true },
    });
    expect(existsSync(mark)).toBe(false);
  });

  it('that does not parse says where', async () => {
    const listed = await listExports(own.write('b.py', 'a = 1\ndef work(:\n'));
    expect(listed).toMatchObject({ ok: false, problem: { code: 'bad-python' } });
    expect(!listed.ok && problemText(listed.problem)).toMatch(/^b\.py:2: /);
  });

  it('is looked at without a Python too', async () => {
    const listed = await listPythonNames(own.write('c.py', 'def work(): pass\n'), 'no-such-python');
    expect(listed).toEqual({ ok: true, value: { names: ['work'], known: true } });
    expect(
      scanPythonNames('async  def a(): 1\n  def b(): 1\nclass C: 1\nd = lambda: 1\ne = 1'),
    ).toEqual(['a', 'C', 'd']);
  });
});

it('takes no path that is relative, gone, or of another language', async () => {
  const codes = await Promise.all(
    ['a.mts', join(own.path, 'gone.mts'), join(own.path, 'gone.py'), join(own.path, 'a.rb')].map(
      async (path) => {
        const listed = await listExports(path);
        return listed.ok ? undefined : listed.problem.code;
      },
    ),
  );
  expect(codes).toEqual(['not-whole-path', 'not-readable', 'not-readable', 'not-runnable']);
});

const knowsTypeParameters = oldestAndNewest().some(({ version }) =>
  /^3\.(1[2-9]|[2-9]\d)/.test(version),
);

it.runIf(knowsTypeParameters)('reads what only the newest Python knows', async () => {
  const path = own.write(
    'newest.py',
    'def work[T](params: T, index, context):\n    return index\n',
  );
  expect(await listExports(path)).toEqual({ ok: true, value: { names: ['work'], known: true } });
});

it.runIf(process.platform === 'linux')('waits for no pipe', async () => {
  const path = join(own.path, 'pipe.py');
  execFileSync('mkfifo', [path]);
  expect(await listExports(path)).toMatchObject({ ok: false, problem: { code: 'no-file' } });
});
