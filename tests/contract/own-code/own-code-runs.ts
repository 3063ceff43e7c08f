// Runs of a user's own code in Node.js and in Python, over every strategy: for the tests of own code.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import type { Interpreter } from '@shared/experiment/python';
import { reportSchema, type Report } from '@shared/report/report';
import { casesOf } from '../../helpers/every-case';
import { whyOf } from '../../helpers/failures';
import { interpreters, oldestAndNewest } from '../../helpers/interpreters';
import { notesOf } from '../../helpers/notes';
import { OwnFolder } from '../../helpers/own-code';
import { everyStrategy } from '../../helpers/every-strategy';
import { beginRun, experiment } from '../../helpers/run-experiment';

export const own = new OwnFolder();
afterAll(() => own.remove());

/** Runs to the end; the report must keep to its schema. */
export async function run(
  extra: Partial<ExperimentInput>,
  found: readonly Interpreter[] = [],
): Promise<Report> {
  const report = await beginRun(experiment(extra), undefined, found).report;
  expect(reportSchema.safeParse(JSON.parse(JSON.stringify(report))).success).toBe(true);
  return report;
}

/** How each trial ended. */
export const outcomes = (report: Report) =>
  report.cells.flatMap(({ id, trials }) =>
    trials.map(({ status, evidence }) => ({ id, status, message: whyOf(evidence) })),
  );

/** Expects that so many cells ended well, with nothing noted. */
export function expectAllWell(report: Report, cells: number): void {
  expect(whyOf(report.run)).toBeUndefined();
  expect(notesOf(report.run)).toEqual([]);
  expect(report.cells).toHaveLength(cells);
  for (const outcome of outcomes(report)) {
    expect(outcome).toEqual({ id: outcome.id, status: 'ok', message: undefined });
  }
}

/** Runs one file in Node.js where each worker is of its own kind. */
export const runEach = async (text: string, name: string, extra: Partial<ExperimentInput> = {}) => {
  const strategies = everyStrategy.filter(
    (strategy) => strategy.kind !== 'async' && !('placement' in strategy),
  );
  const report = await run({ workload: own.workload(name, text), strategies, ...extra });
  expect(report.run.status).toBe('done');
  expect(outcomes(report)).toHaveLength(4);
  return report;
};

/** Functions of all kinds in one Python file. */
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

const ofProcesses = casesOf(['spawn'], ['fork', 'forkserver']);
const ofPool = casesOf(['fork'], ['spawn', 'forkserver']);
/** Every strategy in Python; in a run of all tests, by each start method. */
export const pythonStrategies = (interpreters: string[]): ExperimentInput['strategies'] => [
  { kind: 'python-serial', interpreters },
  { kind: 'python-asyncio', workers: 3, interpreters },
  { kind: 'python-threads', workers: 2, interpreters },
  { kind: 'python-processes', workers: 2, interpreters, startMethod: ofProcesses },
  { kind: 'python-pool', workers: 2, interpreters, executor: 'thread' },
  { kind: 'python-pool', workers: 2, interpreters, startMethod: ofPool },
];

/** The workload of one of these functions. */
export const work = (name: string) =>
  own.workload('work.py', python, { export: name, params: { times: 500 } });
// serial, asyncio, threads, a pool of threads; processes and a pool of them by their start methods.
export const cellsOfOne = 4 + ofProcesses.length + ofPool.length;

/** `python-interpreters`, where the interpreter has it. */
export const isolatedStrategies = (one: Interpreter | undefined): ExperimentInput['strategies'] =>
  one?.subInterpreters === true
    ? [{ kind: 'python-interpreters', workers: 2, interpreters: [one.id] }]
    : [];

/** Runs one of these functions in every strategy: its trials. */
export const trialsOf = async (name: string, extra: Partial<ExperimentInput> = {}) => {
  const isolated = isolatedStrategies(oldestAndNewest().at(-1));
  const strategies = [...pythonStrategies(['default']), ...isolated];
  const report = await run({ workload: work(name), strategies, ...extra }, interpreters);
  expect(report.run.status).toBe('done');
  expect(outcomes(report)).toHaveLength(cellsOfOne + isolated.length);
  return report.cells.flatMap(({ id, trials }) => trials.map((trial) => ({ id, ...trial })));
};

/** Expects one end of one of these functions in every strategy. */
export async function expectTold(name: string, status: string, message: RegExp): Promise<void> {
  const timeoutSeconds = name === 'hang' ? 0.8 : 20;
  for (const trial of await trialsOf(name, { timeoutSeconds })) {
    expect(`${trial.id} ${trial.status}`).toMatch(status);
    expect(`${trial.id} ${whyOf(trial.evidence)}`).toMatch(message);
  }
}

/** Expects that a function runs in every strategy of one interpreter. */
export async function expectRuns(id: string, interpreter: Interpreter): Promise<void> {
  const isolated = isolatedStrategies(interpreter);
  const strategies = [...pythonStrategies([id]), ...isolated];
  const report = await run({ workload: work('work'), strategies }, interpreters);
  expectAllWell(report, cellsOfOne + isolated.length);
}

/** Expects that each thread has a state of its own, made and ended on it. */
export async function expectOwnState(id: string): Promise<void> {
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
}
