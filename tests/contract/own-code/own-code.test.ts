// A person's own code on real processes: an npm package with every strategy, Python with every strategy, and code that
// misbehaves in every way we could think of.
import { whyOf } from '../../helpers/failures';
import { notesOf } from '../../helpers/notes';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import type { Interpreter } from '@shared/experiment/python';
import { reportSchema, type Report } from '@shared/report/report';
import { foldersHeldBy } from '../../helpers/held-folders';
import { hasPython, interpreters, oldestAndNewest } from '../../helpers/interpreters';
import { OwnFolder } from '../../helpers/own-code';
import { beginRun, everyStrategy, experiment } from '../../helpers/run-experiment';

const own = new OwnFolder();
afterAll(() => own.remove());

async function run(
  extra: Partial<ExperimentInput>,
  found: readonly Interpreter[] = [],
): Promise<Report> {
  const report = await beginRun(experiment(extra), undefined, found).report;
  expect(reportSchema.safeParse(JSON.parse(JSON.stringify(report))).success).toBe(true);
  return report;
}

const outcomes = (report: Report) =>
  report.cells.flatMap(({ id, trials }) =>
    trials.map(({ status, evidence }) => ({ id, status, message: whyOf(evidence) })),
  );

function expectAllWell(report: Report, cells: number): void {
  expect(whyOf(report.run)).toBeUndefined();
  expect(notesOf(report.run)).toEqual([]);
  expect(report.cells).toHaveLength(cells);
  for (const outcome of outcomes(report)) {
    expect(outcome).toEqual({ id: outcome.id, status: 'ok', message: undefined });
  }
}

const onePass = `import { parse } from 'postcss';
import { appendFileSync } from 'node:fs';
interface Context { readonly seed: number; state: { readonly rules: number } }
export const setup = (params: { rules: number; log: string }) => {
  appendFileSync(params.log, 'setup\\n');
  return { rules: params.rules };
};
export const teardown = async (params: { log: string }) => {
  await new Promise((resolve) => setTimeout(resolve, 300));
  appendFileSync(params.log, 'teardown\\n');
};
export default function work(params: unknown, index: number, { seed, state }: Context): unknown {
  const css = Array.from({ length: state.rules }, (_, i) => \`.c\${i + index}{top:\${seed}px}\`).join('');
  const root = parse(css);
  return { index, css: root.toString(), nodes: root.nodes.length };
}
`;

describe('a function in a file', () => {
  it('runs with an npm package in every strategy, and its hooks once a worker', async () => {
    const log = join(own.path, 'hooks.log');
    const workload = own.workload('css.mts', onePass, { params: { rules: 40, log } });
    const report = await run({ workload, strategies: everyStrategy });
    expectAllWell(report, 6);
    const lines = readFileSync(log, 'utf8').trim().split('\n');
    // The reference and serial, async: one worker each; threads twice two; two processes; two by two.
    const workers = 1 + 1 + 1 + 2 + 2 + 2 + 4;
    expect(lines.filter((line) => line === 'setup')).toHaveLength(workers);
    expect(lines.filter((line) => line === 'teardown')).toHaveLength(workers);
    for (const { trials } of report.cells) {
      expect(trials[0]!.phases!.joinNs).toBeLessThan(300e6);
    }
  });

  it.each([
    ['named.js', 'exports.twice = (params, index) => index * params.by;', 'twice'],
    ['whole.cjs', 'module.exports = async (params, index) => `${index} ${params.by}`;', 'default'],
    ['esm.mjs', 'export default (p, i) => new Float64Array([i, p.by]);', 'default'],
  ])('runs from %s', async (name, text, name_) => {
    const workload = own.workload(name, text, { export: name_, params: { by: 2 } });
    expectAllWell(await run({ workload, strategies: everyStrategy.slice(0, 3) }), 3);
  });

  it('leaves out what cannot run it, and says so', async () => {
    const workload = own.workload('plain.mjs', 'export default () => 1;');
    const strategies = [{ kind: 'serial' } as const, { kind: 'python-serial' } as const];
    const report = await run({ workload, strategies });
    expect(report.cells.map(({ id }) => id)).toEqual(['serial-1']);
    expect(notesOf(report.run)).toEqual(['python-serial was left out: plain.mjs is not Python.']);
  });
});

describe('code that misbehaves', () => {
  const ended = async (workload: ExperimentInput['workload']): Promise<string> => {
    const { run: done, cells } = await run({ workload, strategies: everyStrategy.slice(0, 3) });
    expect(done.status).toBe('failed');
    expect(cells.flatMap(({ trials }) => trials)).toEqual([]);
    return whyOf(done) ?? '';
  };

  it('a file that is not there', async () => {
    const path = join(own.path, 'gone.mts');
    expect(await ended({ kind: 'module', path })).toBe(
      `The run ended early: ${path} can't be run: there is no such file.`,
    );
  });

  it('a file that does not parse: with its line', async () => {
    const workload = own.workload('broken.mts', 'const a = 1;\nexport default function( {\n');
    expect(await ended(workload)).toMatch(/broken\.mts:\d+:\d+: Expected/);
  });

  it('an import that leads nowhere', async () => {
    const workload = own.workload('lost.mts', "\nimport './nowhere.ts';\nexport default () => 1;");
    expect(await ended(workload)).toMatch(/lost\.mts:2:8: Could not resolve '\.\/nowhere\.ts'/);
  });

  it('no such export: with those it has', async () => {
    const workload = own.workload('other.mts', 'export const one = 1, two = () => 2;');
    expect(await ended(workload)).toContain(
      'other.mts exports no function default; it exports one, two. Set "export" to one of these, or export it.',
    );
  });

  const each = async (text: string, name: string, extra: Partial<ExperimentInput> = {}) => {
    const strategies = everyStrategy.filter(
      (strategy) => strategy.kind !== 'async' && !('placement' in strategy),
    );
    const report = await run({ workload: own.workload(name, text), strategies, ...extra });
    expect(report.run.status).toBe('done');
    expect(outcomes(report)).toHaveLength(4);
    return report;
  };

  it('throws: with the place in its own file', async () => {
    const report = await each(
      'type N = number;\nexport default (_p: N, index: N): N => {\n  if (index === 3) throw new Error("no " + index);\n  return 1;\n};\n',
      'throws.mts',
    );
    for (const { trials } of report.cells) {
      expect(trials[0]).toMatchObject({ status: 'failed' });
      expect(whyOf(trials[0]!.evidence)).toMatch(/threw in task 3: no 3 \(throws\.mts:3\)\.$/);
      expect(trials[0]!.evidence!.stack).toContain('throws.mts:3:');
    }
  });

  it('rejects with a text, or throws as it is loaded or made ready', async () => {
    const text = `export default () => Promise.reject('only text');`;
    for (const { message } of outcomes(await each(text, 'rejects.mjs'))) {
      expect(message).toMatch(/threw in task \d: only text/);
    }
    const load = `export default () => 1;\nthrow new Error('no table');\n`;
    for (const { message } of outcomes(await each(load, 'load.mts'))) {
      expect(message).toMatch(/threw while its file was loaded: no table \(load\.mts:2\)/);
    }
    const setup = `export default () => 1;\nexport const setup = () => {\n  throw new Error('no state');\n};`;
    for (const { message } of outcomes(await each(setup, 'setup.mts'))) {
      expect(message).toMatch(/threw in setup: no state \(setup\.mts:3\)/);
    }
  });

  it('ends its process', async () => {
    const report = await each('export default (_, i) => i === 2 && process.exit(7);', 'exits.mjs');
    for (const { status, message } of outcomes(report)) {
      expect(status).toBe('exited');
      expect(message).toContain('exits.mjs');
    }
  });

  it('hangs', async () => {
    const report = await each('export default () => { for (;;); };', 'hangs.mjs', {
      timeoutSeconds: 0.7,
    });
    for (const { status, message } of outcomes(report)) {
      expect(status).toBe('timeout');
      expect(message).toMatch(/took longer than 0\.7 s and was ended\. It ran hangs\.mjs\.$/);
    }
  });

  it('waits for what never comes', async () => {
    const report = await each('export default () => new Promise(() => {});', 'waits.mjs', {
      timeoutSeconds: 0.7,
    });
    for (const { status } of outcomes(report)) expect(status).toBe('timeout');
  });

  it('throws what is no error', async () => {
    const report = await each('export default () => { throw null; };', 'null.mjs');
    for (const { message } of outcomes(report)) {
      expect(message).toMatch(/threw in task \d: it threw null( \(.*\))?\..*null\.mjs/);
    }
  });

  it('gives another value each time', async () => {
    const report = await each('export default () => process.hrtime();', 'random.mjs');
    for (const { status, message } of outcomes(report)) {
      expect(status).toBe('mismatch');
      expect(message).toMatch(/not equal work\. It ran random\.mjs\.$/);
    }
  });

  it('returns what has no checksum', async () => {
    const report = await each('export default () => new Map();', 'map.mjs');
    for (const { message } of outcomes(report)) expect(message).toContain('an instance of Map');
  });

  it('prints 10 MB', async () => {
    const text = `const line = 'x'.repeat(999) + '\\n';
export default () => { for (let i = 0; i < 2000; i += 1) { process.stdout.write(line); console.error(line); } };`;
    const report = await each(text, 'prints.mjs', { timeoutSeconds: 60 });
    for (const { id, status, message } of outcomes(report)) {
      expect({ id, status, message }).toEqual({ id, status: 'ok', message: undefined });
    }
  });
});

const python = `import json
import textwrap
import zlib

def setup(params, context):
    return b"corelane " * params["times"]

def work(params, index, context):
    packed = zlib.compress(context.state + bytes([index]), 6)
    lines = textwrap.wrap(context.state.decode(), 60 + index)
    return json.loads(json.dumps([len(zlib.decompress(packed)), len(lines), {"index": index}]))

def loud(params, index, context):
    print("x" * 2_000_000)
    return index

def bad(params, index, context):
    raise ValueError("no %d" % index)

def hang(params, index, context):
    while True:
        pass

def another(params, index, context):
    import os
    return os.urandom(8)

def held(params, index, context):
    return {"parts": [1, {"deep": object()}]}
`;

/** What only the thread that made it may use, an async function that does not show it, bytes inside. */
const ownThread = `import functools
import sqlite3

def setup(params, context):
    with open(params["log"], "a") as log:
        log.write("setup\\n")
    return sqlite3.connect(":memory:")

def teardown(params, context):
    context.state.close()
    with open(params["log"], "a") as log:
        log.write("teardown\\n")

def logged(function):
    @functools.wraps(function)
    def inner(*given):
        return function(*given)
    return inner

@logged
async def work(params, index, context):
    row = context.state.execute("select ? * 2", (index,)).fetchone()
    return {"row": row, "bytes": bytes([index])}
`;

const startMethod = ['fork', 'spawn', 'forkserver'] as const;
const pythonStrategies = (interpreters: string[]): ExperimentInput['strategies'] => [
  { kind: 'python-serial', interpreters },
  { kind: 'python-asyncio', workers: 3, interpreters },
  { kind: 'python-threads', workers: 2, interpreters },
  { kind: 'python-processes', workers: 2, interpreters, startMethod: [...startMethod] },
  { kind: 'python-pool', workers: 2, interpreters, executor: 'thread' },
  { kind: 'python-pool', workers: 2, interpreters, startMethod: [...startMethod] },
];

describe.runIf(hasPython)('a function in a Python file', () => {
  const work = (name: string) =>
    own.workload('work.py', python, { export: name, params: { times: 500 } });
  // serial, asyncio, threads, processes and pools, both by each start method.
  const cellsOfOne = 4 + 2 * startMethod.length;

  const isolatedStrategies = (one: Interpreter | undefined): ExperimentInput['strategies'] =>
    one?.subInterpreters === true
      ? [{ kind: 'python-interpreters', workers: 2, interpreters: [one.id] }]
      : [];

  it.each(oldestAndNewest().map((one) => [one.id, one] as const))(
    'runs in every Python strategy: %s',
    async (id, interpreter) => {
      const isolated = isolatedStrategies(interpreter);
      const strategies = [...pythonStrategies([id]), ...isolated];
      const report = await run({ workload: work('work'), strategies }, interpreters);
      expectAllWell(report, cellsOfOne + isolated.length);
    },
    60_000,
  );

  it.each(oldestAndNewest().map((one) => [one.id, one] as const))(
    'has a state of its own on each thread: %s',
    async (id) => {
      const log = join(own.path, `own-thread-${id}.log`);
      const strategies = pythonStrategies([id]);
      const workload = own.workload('own_thread.py', ownThread, {
        export: 'work',
        params: { log },
      });
      const report = await run({ workload, strategies }, interpreters);
      expectAllWell(report, cellsOfOne);
      const lines = readFileSync(log, 'utf8').trim().split('\n');
      // The reference, serial and asyncio have one worker each, the others two.
      const workers = 3 + 2 * (cellsOfOne - 2);
      expect(lines.filter((line) => line === 'setup')).toHaveLength(workers);
      expect(lines.filter((line) => line === 'teardown')).toHaveLength(workers);
    },
    60_000,
  );

  it('gives one result in the oldest and the newest', async () => {
    const both = oldestAndNewest();
    const strategies = [{ kind: 'python-serial' as const, interpreters: both.map(({ id }) => id) }];
    expectAllWell(await run({ workload: work('work'), strategies }, interpreters), both.length);
  });

  it('is refused before it runs where its name is nowhere in the file', async () => {
    const strategies = pythonStrategies(['default']);
    const report = await run({ workload: work('absent'), strategies }, interpreters);
    expect(report.cells.flatMap(({ trials }) => trials)).toEqual([]);
    expect(whyOf(report.run)).toContain(
      'exports no function absent; it exports setup, work, loud, bad',
    );
  });

  it('may print', async () => {
    const report = await run(
      { workload: work('loud'), strategies: pythonStrategies(['default']) },
      interpreters,
    );
    expectAllWell(report, cellsOfOne);
  });

  const trialsOf = async (name: string, extra: Partial<ExperimentInput> = {}) => {
    const isolated = isolatedStrategies(oldestAndNewest().at(-1));
    const strategies = [...pythonStrategies(['default']), ...isolated];
    const report = await run({ workload: work(name), strategies, ...extra }, interpreters);
    expect(report.run.status).toBe('done');
    expect(outcomes(report)).toHaveLength(cellsOfOne + isolated.length);
    return report.cells.flatMap(({ id, trials }) => trials.map((trial) => ({ id, ...trial })));
  };

  it.each([
    ['bad', 'failed', /no \d \(work\.py:18\)/],
    ['index', 'failed', /has no function index; it has: setup, work, loud, bad/],
    ['another', 'mismatch', /not equal work/],
    ['held', 'failed', /returned an object at \['parts'\]\[1\]\['deep'\], which has no checksum/],
    ['hang', 'timeout', /./],
  ])(
    'tells what is wrong: %s',
    async (name, status, message) => {
      const timeoutSeconds = name === 'hang' ? 0.8 : 20;
      for (const trial of await trialsOf(name, { timeoutSeconds })) {
        expect(`${trial.id} ${trial.status}`).toMatch(status);
        expect(`${trial.id} ${whyOf(trial.evidence)}`).toMatch(message);
      }
    },
    60_000,
  );

  it('names the line in the file', async () => {
    for (const { id, evidence } of await trialsOf('bad')) {
      expect(`${id} ${evidence?.stack}`).toMatch(/work\.py", line 18, in bad/);
    }
  });
});

it('leaves nothing of it behind', () => {
  expect(foldersHeldBy(process.pid)).toEqual([]);
});
