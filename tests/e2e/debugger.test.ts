// The app with a debugger's options in its environment, as an editor's terminal sets them: children run, none
// waits, and it is told.
import { sayWarnings } from '@present/words/warnings';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { answerQuestions, exportReport, openApp, openExperiment, type OpenedApp } from './open-app';

let opened: OpenedApp;

beforeAll(async () => {
  opened = await openApp();
  // Set in the app: the test's driver takes it out of what it starts the app with.
  await opened.app.evaluate(() => {
    process.env['NODE_OPTIONS'] = '--inspect-brk=127.0.0.1:9229';
  });
  await answerQuestions(opened.app, 0);
  // TypeScript: what reads it is started too.
  await writeFile(
    join(opened.folder, 'work.mts'),
    'export default (_: unknown, index: number): number => index;\n',
  );
});
afterAll(() => opened.close());

const workloads: readonly (readonly [string, ExperimentInput['workload']])[] = [
  ['built-in', { kind: 'wait', params: { ms: 1 } }],
  ['own', { kind: 'module', path: 'work.mts' }],
];

it.each(workloads)('%s work runs with NODE_OPTIONS=--inspect-brk', async (name, workload) => {
  const { page } = opened;
  const places = page.getByRole('navigation', { name: 'Places' });
  await places.getByText('Lab').first().click();
  const short = { version: 1, name, tasks: 4, repeats: 1, warmup: 0, emptyRepeats: 0 } as const;
  const strategies: ExperimentInput['strategies'] = [
    { kind: 'serial' },
    { kind: 'threads', workers: 2 },
    { kind: 'processes', workers: 2 },
  ];
  await openExperiment(opened, { ...short, workload, strategies }, `${name}.corelane.json`);
  await page.getByRole('button', { name: /^Run/ }).click();
  await page.getByRole('button', { name: 'Export' }).waitFor({ timeout: 90_000 });
  const report = await exportReport(opened, `${name}-report.json`);
  const { cells, run } = report;
  expect(run).toMatchObject({ status: 'done', notes: [] });
  expect(cells.flatMap(({ trials }) => trials.map(({ status }) => status))).toEqual(
    strategies.map(() => 'ok'),
  );
  const warning = 'Child processes ran with --inspect-brk (NODE_OPTIONS): slower than without.';
  expect(sayWarnings(report).map(({ text }) => text)).toContain(warning);
  await page.getByText(warning).first().waitFor();
});
