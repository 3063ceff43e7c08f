// Runs of own code that ends its trial, over every strategy: for the tests of endings.
import { afterAll, expect } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { whyOf } from '../../helpers/failures';
import { notesOf } from '../../helpers/notes';
import { OwnFolder } from '../../helpers/own-code';
import { beginRun, experiment } from '../../helpers/run-experiment';

const own = new OwnFolder();
afterAll(() => own.remove());

export const strategies: ExperimentInput['strategies'] = [
  { kind: 'serial' },
  { kind: 'async', workers: 2 },
  { kind: 'threads', workers: 2 },
  { kind: 'processes', workers: 2 },
];

let count = 0;

/**
 * Runs one file of own code: how each trial ended, with its stack, how long it took from its decision on,
 * and the notes of the run.
 */
export async function outcomes(text: string, extra: Partial<ExperimentInput> = {}) {
  count += 1;
  const name = `work${count}.mjs`;
  const sampling = { hz: 0, memoryHz: 0 };
  const workload = own.workload(name, text);
  const input = experiment({ workload, strategies, tasks: 4, sampling, ...extra });
  const { run, cells } = await beginRun(input).report;
  const ends = cells.map(({ trials: [trial] }) => {
    const message = whyOf(trial?.evidence)
      ?.replace(/^Worker \d/, 'Worker')
      .replaceAll(name, 'FILE');
    return message === undefined ? `${trial?.status}` : `${trial?.status}: ${message}`;
  });
  const tookMs = cells.map(({ trials: [trial] }) =>
    trial?.startNs === undefined ? NaN : (trial.endNs - trial.startNs) / 1e6,
  );
  const stacks = cells.map(({ trials: [trial] }) =>
    trial?.evidence?.stack?.replaceAll(name, 'FILE'),
  );
  return { ends, stacks, tookMs, notes: notesOf(run).map((note) => note.replaceAll(name, 'FILE')) };
}

/** Own code whose task 2 does something else. */
export const inTask = (body: string): string =>
  `export default (_, index) => {\n  if (index === 2) {\n    ${body}\n  }\n  return index;\n};`;

/** Expects one end of every strategy. */
export async function expectEnds(
  text: string,
  expected: string,
  extra: Partial<ExperimentInput> = {},
): Promise<void> {
  const { ends } = await outcomes(text, extra);
  const plain = ends.map((end) => end.replace(/Host \d \(pid \d+\)/, 'Host'));
  expect(plain).toEqual(strategies.map(() => expected));
}

/** Expects the end by a worker of own code's that throws; `text` is what its file does besides. */
export async function expectWorkerThrows(text: string): Promise<void> {
  const start = `import { Worker } from 'node:worker_threads';
new Worker("throw new Error('mine')", { eval: true });`;
  const wait = 'new Promise((resolve) => { setTimeout(resolve, 2e3); })';
  await expectEnds(
    `${start}\n${text}\nexport default () => ${wait};`,
    'failed: An error was thrown outside of any task and not handled: mine. It ran FILE.',
  );
}

/** Expects the end by an error and by a rejection that nothing waits for, where `text` says HERE. */
export async function expectUnhandled(text: string): Promise<void> {
  const work = `export default () => new Promise((resolve) => { setTimeout(resolve, 300); });`;
  const thrown = await outcomes(
    `${text.replace('HERE', "setTimeout(() => { throw new Error('mine'); })")}\n${work}`,
  );
  const rejected = await outcomes(
    `${text.replace('HERE', "void Promise.reject(new Error('mine'))")}\n${work}`,
  );
  const told = (what: string) =>
    strategies.map(() => `failed: ${what} outside of any task and not handled: mine (FILE:1).`);
  expect(thrown.ends).toEqual(told('An error was thrown'));
  expect(rejected.ends).toEqual(told('A promise was rejected'));
}

/** Expects that results count, whatever comes after them, and that a note tells of it. */
export async function expectCounted(text: string, told: readonly RegExp[]): Promise<void> {
  const outcome = await outcomes(`${text}\nexport default (_, i) => i;`);
  expect(outcome.ends).toEqual(['ok', 'ok', 'ok', 'ok']);
  // The program \`kill\` itself may be seen while it ends.
  const notes = outcome.notes.filter(
    (note) => !/\bkill\b.*kept running after its tasks/.test(note),
  );
  expect(notes).toHaveLength(told.length);
  for (const note of told)
    expect(
      notes.some((one) => note.test(one)),
      String(note),
    ).toBe(true);
}
