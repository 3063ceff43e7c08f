// Own code in the built app, in utility processes: its endings, its modules and what it leaves are told in the
// same words as by the command line, which runs the same experiment in forked processes.
import { problemText } from '@present/words/engine/problems';
import { whyOf } from '../helpers/failures';
import { notesOf } from '../helpers/notes';
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import type { Report } from '@shared/report/report';
import { parseReport } from '@shared/report/report-file';
import { builtCli } from '../helpers/entries';
import {
  answerQuestions,
  exportReport,
  openApp,
  openExperiment,
  questionsOf,
  type OpenedApp,
} from './open-app';

const strategies: ExperimentInput['strategies'] = [
  { kind: 'serial' },
  { kind: 'threads', workers: 2 },
  { kind: 'processes', workers: 2 },
];

let opened: OpenedApp;

beforeAll(async () => {
  opened = await openApp();
  await answerQuestions(opened.app, 0);
});
afterAll(() => opened.close());

/** What a report tells of how its trials ended, without what differs from run to run. */
function told({ run, cells }: Report) {
  const plain = (text: string): string =>
    text.replace(/\(pid \d+\)/, '(pid)').replace(/^Worker \d/, 'Worker');
  return {
    status: run.status,
    notes: notesOf(run).sort(),
    trials: cells.map(({ id, trials: [trial] }) => {
      const { exitCode, signal, task } = trial?.evidence ?? {};
      const message = whyOf(trial?.evidence);
      return {
        ...{ id, status: trial?.status, exitCode, signal, task },
        message: message === undefined ? undefined : plain(message),
      };
    }),
  };
}

/** Runs the experiment on the built command line, whatever it ends with. */
async function runOnCommandLine(file: string, out: string): Promise<Report> {
  const args = [builtCli, 'run', file, '-q', '--allow-code', '--out', out];
  // 1 where a trial failed: its report is what counts.
  await promisify(execFile)(process.execPath, args).catch(() => undefined);
  const report = parseReport(await readFile(join(out, 'report.json'), 'utf8'));
  if (!report.ok) throw new Error(problemText(report.problem));
  return report.value;
}

/** Runs files of own code in the app and on the command line; what each tells. */
async function runBoth(name: string, files: Readonly<Record<string, string>>) {
  const { page, app, folder } = opened;
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, name, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  const places = page.getByRole('navigation', { name: 'Places' });
  await places.getByText('Lab').first().click();
  const experiment = await openExperiment(
    opened,
    {
      ...{ version: 1, name, workload: { kind: 'module', path: `${name}/work.mjs` }, tasks: 4 },
      ...{ strategies, repeats: 1, warmup: 0, emptyRepeats: 0, timeoutSeconds: 20 },
    },
    `${name}.corelane.json`,
  );
  const asked = (await questionsOf(app)).length;
  await page.getByRole('button', { name: /^Run/ }).click();
  await page.getByRole('button', { name: 'Export' }).waitFor({ timeout: 90_000 });
  const inApp = await exportReport(opened, `${name}-report.json`);
  expect((await questionsOf(app)).length, 'asked before it ran').toBe(asked + 1);
  expect(inApp.program.shell).toBe('app');
  const onCommandLine = await runOnCommandLine(experiment, join(folder, `${name}-out`));
  return {
    inApp: told(inApp),
    onCommandLine: told(onCommandLine),
    shown: await page.locator('body').innerText(),
  };
}

const inTask = (body: string): string =>
  `export default (_, index) => {\n  if (index === 2) {\n    ${body}\n  }\n  return index;\n};\n`;

describe('own code that fails, in the app', () => {
  it.each([
    [
      'exits-in-task',
      inTask('process.exit(7);'),
      'exited',
      'Task 2 called process.exit(7). It ran work.mjs.',
    ],
    [
      'throws-in-setup',
      "export const setup = () => {\n  throw new Error('no table');\n};\nexport default () => 1;\n",
      'failed',
      'Worker threw in setup: no table (work.mjs:2).',
    ],
    [
      'rejects-late',
      inTask("setTimeout(() => void Promise.reject(new Error('late')), 5);"),
      'failed',
      'A promise was rejected outside of any task and not handled: late (work.mjs:3).',
    ],
  ])('%s', async (name, text, status, message) => {
    const { inApp, onCommandLine, shown } = await runBoth(name, { 'work.mjs': text });
    expect(inApp).toEqual(onCommandLine);
    expect(inApp.trials).toMatchObject(strategies.map(() => ({ status, message })));
    const sentence = message.replace(/^Worker /, '');
    expect(shown.split(sentence).length - 1).toBeGreaterThanOrEqual(strategies.length);
  });
});

describe('own code that ends well, in the app', () => {
  it('has top-level await, a CommonJS dependency and a JSON import', async () => {
    const { inApp, onCommandLine } = await runBoth('modules', {
      'data.json': '{"rows":[1,2,3]}',
      'plain.cjs': "module.exports = { rows: require('./data.json').rows, here: __dirname };",
      'work.mjs': `import plain from './plain.cjs';
import data from './data.json' with { type: 'json' };
const waited = await new Promise((resolve) => { setTimeout(resolve, 1, 4); });
export default (_, index) => [index, waited, plain.rows, data.rows, plain.here.endsWith('modules')];
`,
    });
    expect(inApp).toEqual(onCommandLine);
    expect(inApp).toMatchObject({ status: 'done', notes: [] });
    expect(inApp.trials).toMatchObject(strategies.map(() => ({ status: 'ok' })));
  });

  it('leaves a timer, which is noted', async () => {
    const { inApp, onCommandLine, shown } = await runBoth('leaves-timer', {
      'work.mjs': 'setInterval(() => 0, 1000);\nexport default (_, index) => index;\n',
    });
    expect(inApp).toEqual(onCommandLine);
    expect(inApp.trials).toMatchObject(strategies.map(() => ({ status: 'ok' })));
    expect(inApp.notes).toEqual([
      'something in work.mjs kept the process alive after its last result',
      'something in work.mjs kept the thread alive after its last result',
    ]);
    for (const note of inApp.notes) expect(shown).toContain(note);
  });
});
