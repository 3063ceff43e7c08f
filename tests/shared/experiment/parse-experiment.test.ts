import { inWords, problemInWords } from '../../helpers/in-words';
import { problemText } from '@present/words/engine/problems';
import type { ExperimentInput } from '@shared/experiment/experiment';
import {
  experimentProblems,
  parseExperiment,
  parseExperimentText,
} from '@shared/experiment/parse-experiment';
import { ownCodeKinds } from '@shared/experiment/own-code';
import { defaultParams, workloadKinds } from '@shared/experiment/workloads';
import { describe, expect, it } from 'vitest';

const base: ExperimentInput = {
  version: 1,
  name: 'Heavy powers',
  workload: { kind: 'powers' },
  strategies: [{ kind: 'serial' }],
};

const strategy = (value: unknown): unknown => ({ ...base, strategies: [value] });

describe('a good experiment', () => {
  it('gets every default', () => {
    expect(parseExperiment(base)).toEqual({
      ok: true,
      value: {
        ...base,
        workload: { kind: 'powers', params: { number: 7, iterations: 20_000_000 } },
        tasks: 16,
        schedule: { kind: 'dynamic', chunk: 1 },
        repeats: 5,
        warmup: 1,
        emptyRepeats: 3,
        seed: 1,
        timeoutSeconds: 60,
        memoryLimitMb: 4096,
        sampling: { hz: 25, memoryHz: 2 },
        placement: 'host',
      },
    });
  });

  it.each(workloadKinds)('may be of %s, with its default parameters', (kind) => {
    const parsed = parseExperiment({ ...base, workload: { kind } });
    expect(parsed.ok && parsed.value.workload).toEqual({ kind, params: defaultParams(kind) });
  });

  it.each([
    ['static', { kind: 'static' }],
    ['dynamic', { kind: 'dynamic', chunk: 1 }],
    [{ kind: 'static' }, { kind: 'static' }],
    [{ kind: 'dynamic' }, { kind: 'dynamic', chunk: 1 }],
    [
      { kind: 'dynamic', chunk: 8 },
      { kind: 'dynamic', chunk: 8 },
    ],
  ])('may write its schedule %j', (schedule, expected) => {
    const parsed = parseExperiment({ ...base, schedule });
    expect(parsed.ok && parsed.value.schedule).toEqual(expected);
  });

  it.each([['cores'], [2], [[1, 2, 4]]])('may write worker counts %j', (workers) => {
    expect(parseExperiment(strategy({ kind: 'threads', workers })).ok).toBe(true);
  });

  it('gives a hybrid two threads a process unless told', () => {
    const parsed = parseExperiment(strategy({ kind: 'hybrid', processes: 'cores' }));
    expect(parsed.ok && parsed.value.strategies).toEqual([
      { kind: 'hybrid', processes: 'cores', threads: 2 },
    ]);
  });

  it('fills in what to repeat until and where to search', () => {
    const parsed = parseExperiment({ ...base, until: {}, breakEven: { workers: 2 } });
    expect(parsed.ok && [parsed.value.until, parsed.value.breakEven]).toEqual([
      { precision: 0.02, most: 15, budgetSeconds: 300 },
      { tasks: [2, 8, 32, 128, 512, 2048], workers: 2, budgetSeconds: 240 },
    ]);
  });

  it('parses to itself again', () => {
    const once = parseExperiment(base);
    expect(once.ok && parseExperiment(once.value)).toEqual(once);
  });

  it('loses the spaces around its name', () => {
    const parsed = parseExperiment({ ...base, name: '  a name ' });
    expect(parsed.ok && parsed.value.name).toBe('a name');
  });
});

const known =
  '"serial", "async", "threads", "processes", "hybrid", "python-serial", "python-asyncio", "python-threads", "python-processes", "python-pool" or "python-interpreters"';

const bad: readonly (readonly [what: string, input: unknown, message: string, path?: string])[] = [
  ['no object', null, 'The experiment must be an object, not null.'],
  ['a list', [], 'The experiment must be an object, not a list.'],
  ['nothing', undefined, 'The experiment is missing. Give an object.'],
  [
    'an unknown key',
    { ...base, taks: 3 },
    'taks is not a known key. Remove it or check its spelling.',
    'taks',
  ],
  ['another version', { ...base, version: 2 }, 'version must be 1, not 2.', 'version'],
  ['an empty name', { ...base, name: '  ' }, 'name is empty. Give a text.', 'name'],
  [
    'a long name',
    { ...base, name: 'n'.repeat(121) },
    'name has 121 characters. Give at most 120.',
    'name',
  ],
  ['a missing name', { ...base, name: undefined }, 'name is missing. Give a text.', 'name'],
  ['tasks as a text', { ...base, tasks: '16' }, 'tasks must be a number, not "16".', 'tasks'],
  ['half a task', { ...base, tasks: 1.5 }, 'tasks must be a whole number, not 1.5.', 'tasks'],
  ['no tasks', { ...base, tasks: 0 }, 'tasks is 0. Give at least 1.', 'tasks'],
  [
    'too many tasks',
    { ...base, tasks: 100_001 },
    'tasks is 100001. Give at most 100,000.',
    'tasks',
  ],
  [
    'absurdly many tasks',
    { ...base, tasks: 1e300 },
    'tasks is 1e+300. Give at most 100,000.',
    'tasks',
  ],
  ['a negative seed', { ...base, seed: -1 }, 'seed is -1. Give at least 0.', 'seed'],
  [
    'a time limit of 0',
    { ...base, timeoutSeconds: 0 },
    'timeoutSeconds is 0. Give at least 0.1.',
    'timeoutSeconds',
  ],
  ['null', { ...base, repeats: null }, 'repeats must be a number, not null.', 'repeats'],
  [
    'a rate past its limit',
    { ...base, sampling: { hz: 1000 } },
    'sampling.hz is 1000. Give at most 200.',
    'sampling.hz',
  ],
  [
    'an unknown key deep inside',
    { ...base, sampling: { rate: 5 } },
    'sampling.rate is not a known key. Remove it or check its spelling.',
    'sampling.rate',
  ],
  [
    'an unknown placement',
    { ...base, placement: 'app' },
    'placement must be "host" or "main", not "app".',
    'placement',
  ],
  [
    'an unknown workload',
    { ...base, workload: { kind: 'fib' } },
    `workload.kind must be ${[...workloadKinds, ...ownCodeKinds]
      .map((kind) => `"${kind}"`)
      .join(', ')
      .replace(/, ([^,]*)$/, ' or $1')}, not "fib".`,
    'workload.kind',
  ],
  [
    'a module that is no code',
    { ...base, workload: { kind: 'module', path: 'work.txt' } },
    'workload.path is not a file that can be run. Give a .ts, .mts, .cts, .js, .mjs, .cjs or .py.',
    'workload.path',
  ],
  [
    'a parameter of a module that no file can hold',
    { ...base, workload: { kind: 'module', path: 'a.js', params: { go: new Map() } } },
    'workload.params holds go, which cannot be written in JSON.',
    'workload.params',
  ],
  [
    'a workload by name alone',
    { ...base, workload: 'powers' },
    'workload must be an object, not "powers".',
    'workload',
  ],
  [
    'a parameter of another workload',
    { ...base, workload: { kind: 'powers', params: { size: 3 } } },
    'workload.params.size is not a known key. Remove it or check its spelling.',
    'workload.params.size',
  ],
  [
    'a parameter past its limit',
    { ...base, workload: { kind: 'matmul', params: { size: 4096 } } },
    'workload.params.size is 4096. Give at most 2,048.',
    'workload.params.size',
  ],
  [
    'no strategies',
    { ...base, strategies: [] },
    'strategies has 0 entries. Give at least 1.',
    'strategies',
  ],
  [
    'strategies that are no list',
    { ...base, strategies: { kind: 'serial' } },
    'strategies must be a list, not an object.',
    'strategies',
  ],
  [
    'an unknown strategy',
    strategy({ kind: 'fork' }),
    `strategies[0].kind must be ${known}, not "fork".`,
    'strategies[0].kind',
  ],
  [
    'a strategy without a kind',
    strategy({}),
    `strategies[0].kind is missing. Give ${known}.`,
    'strategies[0].kind',
  ],
  [
    'serial with workers',
    strategy({ kind: 'serial', workers: 2 }),
    'strategies[0].workers must be 1, not 2.',
    'strategies[0].workers',
  ],
  [
    'no worker count',
    strategy({ kind: 'threads' }),
    'strategies[0].workers is missing. Give "cores", a number or a list.',
    'strategies[0].workers',
  ],
  [
    'a wrong word for a count',
    strategy({ kind: 'threads', workers: 'core' }),
    'strategies[0].workers must be "cores", a number or a list, not "core".',
    'strategies[0].workers',
  ],
  [
    'no workers',
    strategy({ kind: 'processes', workers: 0 }),
    'strategies[0].workers is 0. Give at least 1.',
    'strategies[0].workers',
  ],
  [
    'too many workers',
    strategy({ kind: 'processes', workers: 257 }),
    'strategies[0].workers is 257. Give at most 256.',
    'strategies[0].workers',
  ],
  [
    'a precision in percent',
    { ...base, until: { precision: 2 } },
    'until.precision is 2. Give at most 0.5.',
    'until.precision',
  ],
  [
    'a search without numbers of tasks',
    { ...base, breakEven: { tasks: [] } },
    'breakEven.tasks has 0 entries. Give at least 1.',
    'breakEven.tasks',
  ],
  [
    'a bad count in a list',
    strategy({ kind: 'threads', workers: [1, 0] }),
    'strategies[0].workers[1] is 0. Give at least 1.',
    'strategies[0].workers[1]',
  ],
  [
    'too long a list of counts',
    strategy({ kind: 'threads', workers: Array.from({ length: 65 }, (_, index) => index + 1) }),
    'strategies[0].workers has 65 entries. Give at most 64.',
    'strategies[0].workers',
  ],
  [
    'an empty list of counts',
    strategy({ kind: 'threads', workers: [] }),
    'strategies[0].workers has 0 entries. Give at least 1.',
    'strategies[0].workers',
  ],
  [
    'workers for a hybrid',
    strategy({ kind: 'hybrid', processes: 2, workers: 4 }),
    'strategies[0].workers is not a known key. Remove it or check its spelling.',
    'strategies[0].workers',
  ],
  [
    'a hybrid of too many workers',
    strategy({ kind: 'hybrid', processes: [2, 128], threads: 16 }),
    'strategies[0].threads makes 2048 workers with 128 processes. Give at most 256 workers in all.',
    'strategies[0].threads',
  ],
  [
    'a hybrid without processes',
    strategy({ kind: 'hybrid', threads: 2 }),
    'strategies[0].processes is missing. Give "cores", a number or a list.',
    'strategies[0].processes',
  ],
  [
    'a placement where there is none',
    strategy({ kind: 'processes', workers: 2, placement: 'main' }),
    'strategies[0].placement is not a known key. Remove it or check its spelling.',
    'strategies[0].placement',
  ],
  [
    'an unknown schedule',
    { ...base, schedule: 'guided' },
    'schedule must be "static", "dynamic" or an object, not "guided".',
    'schedule',
  ],
  [
    'an unknown kind of schedule',
    { ...base, schedule: { kind: 'guided' } },
    'schedule.kind must be "static" or "dynamic", not "guided".',
    'schedule.kind',
  ],
  [
    'a chunk of 0',
    { ...base, schedule: { kind: 'dynamic', chunk: 0 } },
    'schedule.chunk is 0. Give at least 1.',
    'schedule.chunk',
  ],
  [
    'a chunk for static',
    { ...base, schedule: { kind: 'static', chunk: 2 } },
    'schedule.chunk is not a known key. Remove it or check its spelling.',
    'schedule.chunk',
  ],
];

describe('a bad experiment', () => {
  it.each(bad)('%s gives one sentence with its path', (_, input, message, path) => {
    const problem = { code: 'bad-experiment', message, ...(path !== undefined && { path }) };
    expect(inWords(parseExperiment(input))).toEqual({ ok: false, problem });
    expect(experimentProblems(input).map(problemInWords)).toEqual([problem]);
  });

  it('gives a sentence for each thing that is wrong', () => {
    const problems = experimentProblems({ ...base, tasks: 0, repeats: 0, foo: 1, bar: 2 });
    expect(problems.map(({ path }) => path)).toEqual(['tasks', 'repeats', 'foo', 'bar']);
  });

  it('shortens a long value in the sentence', () => {
    const [problem] = experimentProblems({ ...base, placement: 'x'.repeat(10_000) });
    expect(problem && problemText(problem).length).toBeLessThan(120);
  });
});

describe('parseExperimentText', () => {
  it('reads a file, with a byte order mark too', () => {
    const parsed = parseExperiment(base);
    expect(parseExperimentText(JSON.stringify(base))).toEqual(parsed);
    expect(parseExperimentText(`\ufeff${JSON.stringify(base)}`)).toEqual(parsed);
  });

  it('says that a file is not JSON', () => {
    const parsed = parseExperimentText('{ version: 1 }');
    expect(parsed).toMatchObject({ ok: false, problem: { code: 'bad-json' } });
    expect(!parsed.ok && problemText(parsed.problem)).toMatch(
      /^The file is not JSON: line 1, column 3: Put the name version in double quotes/,
    );
  });
});

describe('names and values of a file in a sentence', () => {
  const message = (input: unknown): string | undefined =>
    experimentProblems(input).map(problemText)[0];

  it('are quoted, cleaned and cut', () => {
    expect(message({ ...base, undefined: 1 })).toBe(
      '["undefined"] is not a known key. Remove it or check its spelling.',
    );
    expect(message({ ...base, ['k'.repeat(1000)]: 1 })?.length).toBeLessThan(120);
    expect(message({ ...base, ['a\u001b[31m']: 1 })).toContain('["a\\u001b[31m"]');
    expect(message({ ...base, '': 1 })).toContain('[""]');
    expect(message({ ...base, name: { a: 1 } })).toBe('name must be a text, not an object.');
    expect(message({ ...base, tasks: `1\u202e${'x'.repeat(500)}` })).toMatch(
      /^tasks must be a number, not "1\\u202ex{30,34}…"\.$/,
    );
  });

  it.each([[{ length: 1e9 }], [{ length: 'many' }], ['serial'], [null], [7]])(
    'say that a list is wanted and that %j was given',
    (given) => {
      expect(message({ ...base, strategies: given })).toMatch(/^strategies must be a list, not /);
    },
  );

  it('say what is wanted where a thing with a length was given', () => {
    const strategies = [{ kind: 'threads', workers: { length: 1e9 } }];
    expect(message({ ...base, strategies })).toMatch(
      /^strategies\[0\]\.workers must be .*a list, not an object\.$/,
    );
    expect(message({ ...base, name: { length: 1e9 } })).toBe('name must be a text, not an object.');
    expect(message({ ...base, workload: { kind: 'module', path: { length: 0 } } })).toBe(
      'workload.path must be a text, not an object.',
    );
  });
});
