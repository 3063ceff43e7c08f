// Runs of own Python beside files with names of the standard library: for the tests of that.
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { byVersion } from '@engine/python/by-version';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { casesOf } from '../../helpers/every-case';
import { whyOf } from '../../helpers/failures';
import { interpreters } from '../../helpers/interpreters';
import { OwnFolder } from '../../helpers/own-code';
import { beginRun, experiment } from '../../helpers/run-experiment';

export const own = new OwnFolder();
afterAll(() => own.remove());

const sorted = [...interpreters].sort(byVersion);
export const [oldest, newest] = [sorted[0], sorted.at(-1)];

/** Modules that the strategies themselves use, and some that those use. */
const names =
  'asyncio concurrent logging multiprocessing pickle queue random selectors signal socket struct subprocess tempfile threading traceback types typing'.split(
    ' ',
  );

function strategiesOn(id: string): ExperimentInput['strategies'] {
  const one = { interpreters: [id] };
  const processes = { startMethod: casesOf(['forkserver'], ['fork', 'spawn']) };
  const pool = { startMethod: casesOf(['spawn'], ['fork', 'forkserver']) };
  return [
    { kind: 'python-serial', ...one },
    { kind: 'python-asyncio', workers: 2, ...one },
    { kind: 'python-threads', workers: 2, ...one },
    { kind: 'python-processes', workers: 2, ...one, ...processes },
    { kind: 'python-pool', workers: 2, executor: 'thread', ...one },
    { kind: 'python-pool', workers: 2, ...one, ...pool },
    ...(interpreters.find((found) => found.id === id)?.subInterpreters === true
      ? [{ kind: 'python-interpreters' as const, workers: 2, ...one }]
      : []),
  ];
}

/** Expects that own code runs in every strategy of one interpreter. */
export async function expectOk(workload: ExperimentInput['workload'], id: string): Promise<void> {
  const strategies = strategiesOn(id);
  const sampling = { hz: 0, memoryHz: 0 };
  const input = experiment({ workload, strategies, tasks: 4, sampling });
  const { cells } = await beginRun(input, undefined, interpreters).report;
  const ends = cells.map(({ id, trials: [trial] }) => [id, trial?.status, whyOf(trial?.evidence)]);
  expect(ends).toEqual(cells.map(({ id }) => [id, 'ok', undefined]));
}

/** The same with a folder on the search path that has such files, one of which a site hook loads before anything else. */
export async function expectOkOnPath(
  statement: (name: string) => string,
  id: string,
): Promise<void> {
  const before = process.env['PYTHONPATH'];
  const workload = shadows('on-path', statement, 'app-of-path');
  own.write('on-path/json.py', 'MINE = "json"\n');
  own.write('on-path/corelane/__init__.py', 'MINE = "corelane"\n');
  own.write('on-path/sitecustomize.py', 'import json, selectors\n');
  process.env['PYTHONPATH'] = join(own.path, 'on-path');
  try {
    await expectOk(workload, id);
  } finally {
    if (before === undefined) delete process.env['PYTHONPATH'];
    else process.env['PYTHONPATH'] = before;
  }
}

/** Files of all these names, and work that asks for each by `statement`. */
export function shadows(
  folder: string,
  statement: (name: string) => string,
  app = folder,
): ExperimentInput['workload'] {
  for (const name of names) {
    const file = name === 'concurrent' ? `${name}/__init__.py` : `${name}.py`;
    own.write(`${folder}/${file}`, `MINE = "${name}"\n`);
  }
  const text = `${names.map(statement).join('\n')}
async def work(params, index, context):
    assert [one.MINE for one in mine] == [one.__name__ for one in mine]
    return index
`;
  return own.workload(`${app}/work.py`, `mine = []\n${text}`, { export: 'work' });
}

/** Asks for a module, and keeps what came. */
export const imports = (name: string): string => `import ${name}\nmine.append(${name})`;
