// Opens the real app in the real Electron, with a profile of its own, and answers its file dialogs.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { ExperimentInput } from '@shared/experiment';

const root = resolve(import.meta.dirname, '../..');

export interface OpenedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** A folder for the test's files, gone when the app is closed. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Starts the app and waits for its window's first place. */
export async function openApp(): Promise<OpenedApp> {
  const folder = await mkdtemp(join(tmpdir(), 'corelane-e2e-'));
  const app = await _electron.launch({
    cwd: root,
    args: [`--user-data-dir=${join(folder, 'profile')}`, '.'],
    timeout: 60_000,
  });
  const page = await app.firstWindow();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  return {
    app,
    page,
    folder,
    close: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The next file dialogs answer with this path. */
export async function answerDialogs(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
}

/** Writes an experiment file and opens it in the form through the app's own button. */
export async function openExperiment(opened: OpenedApp, input: ExperimentInput): Promise<void> {
  const path = join(opened.folder, 'test.corelane.json');
  await writeFile(path, JSON.stringify(input));
  await answerDialogs(opened.app, path);
  await opened.page.getByRole('button', { name: 'Open…' }).click();
  await opened.page.getByText('test.corelane.json').first().waitFor();
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
