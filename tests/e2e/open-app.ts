// Opens the real app in the real Electron, with a profile of its own, and answers its file dialogs.
import { problemText } from '@present/words/engine/problems';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import type { Report } from '@shared/report/report';
import { parseReport } from '@shared/report/report-file';

const root = resolve(import.meta.dirname, '../..');

export interface OpenedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** A folder for the test's files, gone when the app is closed. */
  readonly folder: string;
  close(): Promise<void>;
}

/**
 * Starts the app and waits for its window's first place.
 * @param used the folder of an app that has ended, whose profile and data this one takes over
 */
export async function openApp(used?: string): Promise<OpenedApp> {
  const folder = used ?? (await mkdtemp(join(tmpdir(), 'corelane-e2e-')));
  const app = await _electron.launch({
    cwd: root,
    args: [`--user-data-dir=${join(folder, 'profile')}`, '.'],
    env: { ...environment(), CORELANE_DATA: join(folder, 'data') },
    timeout: 60_000,
  });
  const page = await app.firstWindow();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  return {
    app,
    page,
    folder,
    close: async () => {
      // A test may leave a run under way: that it ends is agreed to.
      await answerQuestions(app, 0).catch(() => undefined);
      await app.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const environment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );

/** The next questions are answered with this button; what was asked is in `questionsOf`. */
export async function answerQuestions(app: ElectronApplication, button: number): Promise<void> {
  await app.evaluate(({ dialog }, response) => {
    const asked = ((globalThis as { asked?: string[] }).asked ??= []);
    dialog.showMessageBox = (...question: readonly unknown[]) => {
      asked.push(JSON.stringify(question.at(-1)));
      return Promise.resolve({ response, checkboxChecked: false });
    };
  }, button);
}

/** What was asked since questions are answered. */
export function questionsOf(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(() => (globalThis as { asked?: string[] }).asked ?? []);
}

/** The next file dialogs answer with this path. */
export async function answerDialogs(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
}

/**
 * Writes an experiment file and opens it in the form through the app's own button; its path.
 * @param name one of its own for each, where an app opens several: the form's wait is for the name
 */
export async function openExperiment(
  opened: OpenedApp,
  input: ExperimentInput,
  name = 'test.corelane.json',
): Promise<string> {
  const path = join(opened.folder, name);
  await writeFile(path, JSON.stringify(input));
  await answerDialogs(opened.app, path);
  await opened.page.getByRole('button', { name: 'Open…' }).click();
  await opened.page.getByText(name).first().waitFor();
  return path;
}

/** Exports the whole report that is shown, through the app's own menu. */
export async function exportReport(
  { app, page, folder }: OpenedApp,
  name: string,
): Promise<Report> {
  const path = join(folder, name);
  await answerDialogs(app, path);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByText('the whole report').click();
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).not.toBe('');
  const report = parseReport(await readFile(path, 'utf8'));
  if (!report.ok) throw new Error(problemText(report.problem));
  return report.value;
}

/** Kernel ids of the app's utility processes: hosts, sampler, local server. */
export function utilityPids(app: ElectronApplication): Promise<number[]> {
  return app.evaluate(({ app: electronApp }) =>
    electronApp
      .getAppMetrics()
      .filter(({ type, name }) => type === 'Utility' && (name ?? '').includes('orelane'))
      .map(({ pid }) => pid),
  );
}
