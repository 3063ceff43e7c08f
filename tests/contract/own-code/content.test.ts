// What was agreed to is what runs: another content ends a run before it begins, or before its next trial.
import { problemText } from '@present/words/engine/problems';
import { whyOf } from '../../helpers/failures';
import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readWorkContent } from '@engine/own-code/content/content';
import type { OwnContent } from '@shared/experiment/own-content';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { parseExperiment } from '@shared/experiment/parse-experiment';
import { hasPython, interpreters } from '../../helpers/interpreters';
import { OwnFolder } from '../../helpers/own-code';
import { beginRun, experiment } from '../../helpers/run-experiment';

const own = new OwnFolder();
afterAll(() => own.remove());

const quick = { tasks: 1, repeats: 4, sampling: { hz: 0, memoryHz: 0 } } as const;

async function contentOf(input: ExperimentInput): Promise<OwnContent> {
  const parsed = parseExperiment(input);
  if (!parsed.ok) throw new Error(problemText(parsed.problem));
  const content = await readWorkContent(parsed.value);
  if (!content.ok) throw new Error(problemText(content.problem));
  if (content.value === undefined) throw new Error('it has no own code');
  return content.value;
}

/** Runs what was agreed to; `after` acts when the first trial is over. */
async function run(input: ExperimentInput, content?: OwnContent, after = () => undefined as void) {
  let acted = false;
  const onEvent = (event: { readonly type: string }): void => {
    if (acted || event.type !== 'trial-end') return;
    acted = true;
    after();
  };
  const python = input.strategies.some(({ kind }) => kind.startsWith('python-'));
  const report = await beginRun(input, onEvent, python ? interpreters.slice(0, 1) : [], content)
    .report;
  const trials = report.cells.flatMap((cell) => cell.trials);
  return { ...report.run, ok: trials.filter(({ status }) => status === 'ok').length };
}

describe('own code in Node.js', () => {
  own.write('n/lib/deep.cjs', 'module.exports = 1;');
  own.write('n/required.cjs', "module.exports = require('./lib/deep.cjs');");
  own.write('n/bundled.mjs', 'export const two = 2;');
  const workload = own.workload(
    'n/work.mts',
    "import one from './required.cjs';\nimport { two } from './bundled.mjs';\nexport default () => one + two;",
  );
  const input = experiment({ ...quick, workload });

  it.each([
    ['n/lib/deep.cjs', 'module.exports = 9;', 'module.exports = 1;'],
    ['n/bundled.mjs', 'export const two = 9;', 'export const two = 2;'],
  ])('is not run where %s is another one than was agreed to', async (name, text, before) => {
    const content = await contentOf(input);
    own.write(name, text);
    const { status, ok, ...ended } = await run(input, content);
    expect({ status, ok }).toEqual({ status: 'failed', ok: 0 });
    expect(whyOf(ended)).toBe(
      `The run ended early: ${join(own.path, name)} has changed since it was agreed to.`,
    );
    own.write(name, before);
    // The same content again, whoever wrote it.
    expect(await run(input, content)).toMatchObject({ status: 'done', ok: 4 });
  });

  it.each([
    ["createRequire(join(somewhere, 'x.js'))('./helper')"],
    ["createRequire(new URL('elsewhere/x.js', import.meta.url))('./helper')"],
    ["createRequire(new URL('elsewhere/x.js', import.meta.url))('carried')"],
  ])('is not run where what %s loads is another one', async (call) => {
    const files = ['n/elsewhere/helper.js', 'n/elsewhere/node_modules/carried/index.js'];
    own.write('n/elsewhere/node_modules/carried/package.json', '{"name":"carried"}');
    const texts = [
      "import { createRequire } from 'node:module';\nimport { dirname, join } from 'node:path';",
      "import { fileURLToPath } from 'node:url';",
      "const somewhere = join(dirname(fileURLToPath(import.meta.url)), 'elsewhere');",
      `const one = ${call};\nexport default () => somewhere.length > 0 && one;`,
    ];
    const made = own.workload('n/made.mjs', texts.join('\n'));
    const given = experiment({ ...quick, workload: made });
    for (const file of files) own.write(file, 'module.exports = 1;');
    const content = await contentOf(given);
    expect(await run(given, content)).toMatchObject({ status: 'done', ok: 4 });
    const loaded = files[call.includes('carried') ? 1 : 0] ?? '';
    own.write(loaded, 'module.exports = 9;');
    const { status, ok, ...ended } = await run(given, content);
    expect({ status, ok }).toEqual({ status: 'failed', ok: 0 });
    expect(whyOf(ended)).toBe(
      `The run ended early: ${join(own.path, loaded)} has changed since it was agreed to.`,
    );
  });

  it('keeps its trials and ends where a required file changes meanwhile', async () => {
    const deep = join(own.path, 'n/lib/deep.cjs');
    const { status, ok, ...ended } = await run(input, await contentOf(input), () => {
      // As long as before, and as old.
      writeFileSync(deep, 'module.exports = 7;');
      utimesSync(deep, 1, 1);
    });
    expect({ status, ok }).toEqual({ status: 'failed', ok: 1 });
    expect(whyOf(ended)).toContain(`${deep} has changed since`);
    const gone = await run(input, await contentOf(input), () => rmSync(deep));
    expect(gone).toMatchObject({ status: 'failed', ok: 1 });
    expect(whyOf(gone)).toContain(`${deep} is no longer there`);
    own.write('n/lib/deep.cjs', 'module.exports = 1;');
  });

  it.skipIf(process.platform === 'win32')(
    'is not run by a link that leads elsewhere now',
    async () => {
      own.write('n/one/inner.cjs', 'module.exports = 1;');
      own.write('n/two/inner.cjs', 'module.exports = 2;');
      own.write(
        'n/one/main.mjs',
        "import inner from './../by/inner.cjs';\nexport default () => inner;",
      );
      own.write('n/two/main.mjs', 'export default () => 9;');
      const link = (name: string, to: string): string => {
        const path = join(own.path, 'n', name);
        rmSync(path, { force: true });
        symlinkSync(to, path);
        return path;
      };
      link('by', 'one');
      const path = link('link.mjs', 'one/main.mjs');
      const linked = experiment({ ...quick, workload: { kind: 'module', path } });
      const content = await contentOf(linked);
      expect(await run(linked, content)).toMatchObject({ status: 'done', ok: 4 });
      for (const [name, to, before] of [
        ['link.mjs', 'two/main.mjs', 'one/main.mjs'],
        ['by', 'two', 'one'],
      ] as const) {
        link(name, to);
        expect(await run(linked, content), name).toMatchObject({ status: 'failed', ok: 0 });
        link(name, before);
      }
    },
  );

  it('goes on where only what is in the bundle changes, which runs as it was made', async () => {
    const { status, ok } = await run(input, await contentOf(input), () => {
      own.write('n/bundled.mjs', 'export const two = 5;');
    });
    expect({ status, ok }).toEqual({ status: 'done', ok: 4 });
    own.write('n/bundled.mjs', 'export const two = 2;');
  });
});

describe.runIf(process.platform === 'linux')('a program', () => {
  it('may write what it is told to work on, and not be another one', async () => {
    const script = own.write('c/do.sh', 'echo "$1" >> "$2"; echo done');
    const log = own.write('c/log.txt', '');
    const workload = { kind: 'command', command: 'sh', args: [script, 'line', log] } as const;
    const input = experiment({ ...quick, workload });
    const content = await contentOf(input);
    expect(await run(input, content)).toMatchObject({ status: 'done', ok: 4 });
    // As after a pilot.
    expect(await run(input, content)).toMatchObject({ status: 'done', ok: 4 });
    const changed = await run(input, await contentOf(input), () => {
      own.write('c/do.sh', 'echo other');
    });
    expect(changed).toMatchObject({ status: 'failed', ok: 1 });
    expect(whyOf(changed)).toContain(`${script} has changed`);
  });
});

describe.runIf(hasPython)('own code in Python', () => {
  const workload = own.workload(
    'p/pack/work.py',
    'def work(params, index, context):\n    return 1\n',
    {
      export: 'work',
    },
  );
  own.write('p/pack/__init__.py', '');
  own.write('p/pack/data/note.txt', '');
  const input = experiment({ ...quick, workload, strategies: [{ kind: 'python-serial' }] });

  it.each([
    ['changed', () => own.write('p/pack/__init__.py', 'x = 1')],
    ['added beside it', () => own.write('p/pack/json.py', '')],
    ['added above it', () => own.write('p/zlib.py', '')],
    ['added in a new folder', () => own.write('p/pack/new/__init__.py', '')],
  ])('ends where a file is %s meanwhile', async (_, act) => {
    const { status, ok, ...ended } = await run(input, await contentOf(input), () => void act());
    expect({ status, ok }).toEqual({ status: 'failed', ok: 1 });
    expect(whyOf(ended)).toMatch(/(has changed|was added) since it was agreed to\.$/);
  });

  it('goes on where others write what no Python imports, or compile what is there', async () => {
    const { status, ok } = await run(input, await contentOf(input), () => {
      own.write('p/pack/data/note.txt', 'more');
      own.write('p/pack/__pycache__/work.cpython-39.pyc', 'compiled');
      mkdirSync(join(own.path, 'p/results'));
    });
    expect({ status, ok }).toEqual({ status: 'done', ok: 4 });
  });
});
