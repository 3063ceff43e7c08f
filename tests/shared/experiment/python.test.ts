import { problemText } from '@present/words/engine/problems';
import { describe, expect, it } from 'vitest';
import { leftOutText } from '@present/words/engine/left-out';
import { expandCells, missingPythons } from '@shared/experiment/cells';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { parseExperiment } from '@shared/experiment/parse-experiment';
import { selectInterpreters, type Interpreter } from '@shared/experiment/python';

const python = (id: string, extra: Partial<Interpreter> = {}): Interpreter => ({
  id,
  path: `/python/${id}/bin/python3`,
  version: `${id}.4`,
  implementation: 'CPython',
  freeThreaded: false,
  gil: true,
  startMethods: ['fork', 'spawn', 'forkserver'],
  subInterpreters: false,
  ...extra,
});

const found = [python('3.11'), python('3.13', { subInterpreters: true }), python('3.8')];

function experiment(strategies: ExperimentInput['strategies']) {
  const parsed = parseExperiment({
    version: 1,
    name: 'x',
    workload: { kind: 'powers' },
    strategies,
  });
  if (!parsed.ok) throw new Error(problemText(parsed.problem));
  return parsed.value;
}

const ids = (strategies: ExperimentInput['strategies'], all = found): string[] =>
  expandCells(experiment(strategies), 2, all).map(({ id }) => id);

describe('selectInterpreters', () => {
  it.each([
    ['default', ['3.11']],
    ['all', ['3.11', '3.13', '3.8']],
    ['3.13', ['3.13']],
    ['3.13.4', ['3.13']],
    ['/python/3.8/bin/python3', ['3.8']],
    ['3.1', []],
    ['4', []],
  ])('takes %s for %j', (selector, expected) => {
    expect(selectInterpreters(selector, found).map(({ id }) => id)).toEqual(expected);
  });
});

describe('the cells of Python strategies', () => {
  it('are interpreters × ways to start × workers', () => {
    const startMethod = ['fork', 'spawn'] as const;
    expect(
      ids([
        {
          kind: 'python-processes',
          workers: [1, 2],
          startMethod: [...startMethod],
          interpreters: ['3.8', '3.13'],
        },
      ]),
    ).toEqual([
      'python-processes-1-fork-py3.8',
      'python-processes-2-fork-py3.8',
      'python-processes-1-spawn-py3.8',
      'python-processes-2-spawn-py3.8',
      'python-processes-1-fork-py3.13',
      'python-processes-2-fork-py3.13',
      'python-processes-1-spawn-py3.13',
      'python-processes-2-spawn-py3.13',
    ]);
  });

  it('are the first interpreter found where none is named, each once', () => {
    const twice = ['default', '3.11'];
    expect(
      ids([{ kind: 'python-serial' }, { kind: 'python-serial', interpreters: twice }]),
    ).toEqual(['python-serial-1-py3.11']);
  });

  it('tell a pool of threads from one of processes', () => {
    const [threads, processes] = expandCells(
      experiment([
        { kind: 'python-pool', workers: 3, executor: 'thread' },
        { kind: 'python-pool', workers: 3, chunk: 5 },
      ]),
      2,
      found,
    );
    expect(threads).toMatchObject({
      strategy: 'python-thread-pool',
      topology: { processes: 1, threads: 3 },
    });
    expect(processes).toMatchObject({
      strategy: 'python-process-pool',
      topology: { processes: 3, threads: 1 },
      python: { chunk: 5 },
    });
  });

  it('are left out, with a sentence, where no interpreter can', () => {
    const strategies: ExperimentInput['strategies'] = [
      { kind: 'python-interpreters', workers: 2, interpreters: ['3.8', '3.13'] },
      { kind: 'python-threads', workers: 2, interpreters: ['3.7'] },
    ];
    expect(ids(strategies)).toEqual(['python-interpreters-2-py3.13']);
    expect(missingPythons(experiment(strategies), found).map((left) => leftOutText(left))).toEqual([
      'python-interpreters was left out for Python 3.8: it has no sub-interpreters with a lock of their own.',
      'python-threads was left out: no Python 3.7 is found here.',
    ]);
    expect(
      missingPythons(experiment([{ kind: 'python-serial' }]), []).map((left) => leftOutText(left)),
    ).toEqual(['python-serial was left out: no Python is found here.']);
  });
});
