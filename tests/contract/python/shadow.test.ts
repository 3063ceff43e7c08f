// Own Python beside files with names of the standard library: own code gets its own files, Corelane and the library keep
// theirs, in every strategy.
import { afterAll, describe, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { byVersion } from '@engine/python/by-version';
import { whyOf } from '../../helpers/failures';
import { hasPython, interpreters } from '../../helpers/interpreters';
import { OwnFolder } from '../../helpers/own-code';
import { beginRun, experiment } from '../../helpers/run-experiment';

const own = new OwnFolder();
afterAll(() => own.remove());

const sorted = [...interpreters].sort(byVersion);
const [oldest, newest] = [sorted[0], sorted.at(-1)];

/** Modules that the strategies themselves use, and some that those use. */
const names =
  'asyncio concurrent logging multiprocessing pickle queue random selectors signal socket struct subprocess tempfile threading traceback types typing'.split(
    ' ',
  );

function strategiesOn(id: string): ExperimentInput['strategies'] {
  const one = { interpreters: [id] };
  const each = { startMethod: ['fork' as const, 'spawn' as const, 'forkserver' as const] };
  return [
    { kind: 'python-serial', ...one },
    { kind: 'python-asyncio', workers: 2, ...one },
    { kind: 'python-threads', workers: 2, ...one },
    { kind: 'python-processes', workers: 2, ...one, ...each },
    { kind: 'python-pool', workers: 2, executor: 'thread', ...one },
    { kind: 'python-pool', workers: 2, ...one, ...each },
  ];
}

async function expectOk(workload: ExperimentInput['workload'], id: string): Promise<void> {
  const strategies = strategiesOn(id);
  const sampling = { hz: 0, memoryHz: 0 };
  const input = experiment({ workload, strategies, tasks: 4, sampling });
  const { cells } = await beginRun(input, undefined, interpreters).report;
  const ends = cells.map(({ id, trials: [trial] }) => [id, trial?.status, whyOf(trial?.evidence)]);
  expect(ends).toEqual(cells.map(({ id }) => [id, 'ok', undefined]));
}

/** Files of all these names, and work that asks for each by `statement`. */
function shadows(folder: string, statement: (name: string) => string): ExperimentInput['workload'] {
  for (const name of names) {
    const file = name === 'concurrent' ? `${name}/__init__.py` : `${name}.py`;
    own.write(`${folder}/${file}`, `MINE = "${name}"\n`);
  }
  const text = `${names.map(statement).join('\n')}
async def work(params, index, context):
    assert [one.MINE for one in mine] == [one.__name__ for one in mine]
    return index
`;
  return own.workload(`${folder}/work.py`, `mine = []\n${text}`, { export: 'work' });
}

const imports = (name: string): string => `import ${name}\nmine.append(${name})`;

describe.runIf(hasPython)('files with names of the standard library', { timeout: 120_000 }, () => {
  it.each([oldest?.id, newest?.id])('are own code’s, where it imports them: %s', (id) =>
    expectOk(shadows('imported', imports), id ?? ''),
  );

  it('hide nothing where it does not', () =>
    expectOk(
      shadows('beside', () => ''),
      newest?.id ?? '',
    ));

  it('do not replace what Python has loaded before it runs any file', async () => {
    own.write('early/os.py', 'raise RuntimeError("not for you")\n');
    own.write('early/sitecustomize.py', 'MINE = 1\n');
    const text =
      'import os, sitecustomize\ndef work(p, index, c):\n    return [os.sep, sitecustomize.MINE, index]\n';
    await expectOk(own.workload('early/work.py', text, { export: 'work' }), oldest?.id ?? '');
  });
});
