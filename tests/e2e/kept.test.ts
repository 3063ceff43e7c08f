// What was measured and typed is there again: after a reload, a crash of the page, a closed window,
// a killed app. One app after the other, with one data folder.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import type { Report } from '@shared/report/report';
import { startBareApp, type BareApp } from './bare-app';
import {
  answerDialogs,
  answerQuestions,
  openApp,
  openExperiment,
  questionsOf,
  type OpenedApp,
} from './open-app';

const many: ExperimentInput = {
  version: 1,
  name: 'Many trials',
  workload: { kind: 'wait', params: { ms: 50 } },
  tasks: 10,
  strategies: [{ kind: 'serial' }],
  repeats: 50,
  warmup: 0,
  emptyRepeats: 0,
};

let opened: OpenedApp;

beforeAll(async () => {
  opened = await openApp();
});
afterAll(() => opened.close());

const runsIn = (folder: string): Promise<string[]> => readdir(join(folder, 'data', 'runs'));

async function filesOfRuns(folder: string): Promise<readonly string[]> {
  const runs = (await runsIn(folder)).sort();
  const files = await Promise.all(
    runs.map(async (run) => (await readdir(join(folder, 'data', 'runs', run))).sort().join()),
  );
  return files;
}

async function startMany(): Promise<void> {
  await openExperiment(opened, many);
  await opened.page.getByRole('button', { name: /^Run/ }).click();
  await opened.page.getByText(/Trial ([3-9]|\d\d) of 50/).waitFor();
}

const isPlain = async (bare: BareApp): Promise<boolean> =>
  String(await bare.page('location.search')).includes('plain');

// What is done in a page that no test tool is attached to.
const nameField = `document.querySelector('input[aria-label=name]')`;
const buttonOf = (text: string) =>
  `[...document.querySelectorAll('button')].find((one) => one.textContent.trim().startsWith('${text}'))`;
const typeName = `${nameField}.value = 'Typed'; ${nameField}.dispatchEvent(new Event('input'))`;
const readName = `${nameField}.value`;
const pressRun = `${buttonOf('Run')}.click()`;
const goToLab = `document.querySelector('button[aria-label=Lab]').click()`;

/** Ends the app so and waits until it is gone; its exit code or signal. */
async function ended(end: () => void): Promise<number | string | null> {
  const child = opened.app.process();
  const gone = new Promise<number | string | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  );
  end();
  return gone;
}

describe('a run under way', () => {
  it('goes on when the page is loaded again, or loses what draws it', async () => {
    const { app, page } = opened;
    await startMany();
    await page.reload();
    await page.getByRole('button', { name: /^Stop/ }).waitFor();
    await page.getByText(/Trial \d+ of 50/).waitFor();
    await page.getByText(/[1-9]\d* s done/).waitFor();

    await app.evaluate(({ app: electron }) => {
      const gpu = electron.getAppMetrics().find(({ type }) => type === 'GPU');
      if (gpu !== undefined) process.kill(gpu.pid, 'SIGKILL');
    });
    await page.getByText(/Trial \d+ of 50/).waitFor();
  });

  it('is asked about before the app closes, once, and goes on after a no', async () => {
    const { app, page } = opened;
    await answerQuestions(app, 1);
    await app.evaluate(({ app: electron }) => electron.quit());
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(() => questionsOf(app)).toHaveLength(2);
    expect((await questionsOf(app))[0]).toMatch(/“Many trials” is under way: \d+ of 50 trials/);
    await page.getByText(/Trial \d+ of 50/).waitFor();
  });

  it('is kept without a question when the system ends the app', async () => {
    const { app, folder } = opened;
    const asked = (await questionsOf(app)).length;
    const pid = app.process().pid ?? 0;
    expect(await ended(() => process.kill(pid, 'SIGTERM'))).toBe(143);
    expect(asked).toBe(2);
    expect(await filesOfRuns(folder)).toEqual(['about.json,report.corelane']);
  });
});

describe('a page that crashes or hangs', () => {
  it('comes back with the run and what was typed, a few times, then says a sentence', async () => {
    const bare = await startBareApp();
    try {
      await bare.page(typeName);
      await bare.page(pressRun);
      await bare.shows(/Trial \d+ of/);
      await bare.reload('crash');
      await bare.shows(/Trial \d+ of/);
      await bare.reload('hang');
      await bare.shows(/Trial \d+ of/);
      await bare.do('stop');
      await bare.shows(/Verdict/);
      await bare.page(goToLab);
      expect(await bare.page(readName)).toBe('Typed');
      await bare.reload('crash');
      // How many it takes depends on how long the first ones are ago.
      for (let tries = 0; !(await isPlain(bare)) && tries < 3; tries += 1)
        await bare.reload('crash');
      await bare.shows(/opened without its contents/);
      await bare.do('crash');
      await expect
        .poll(() => bare.do('asked'), { timeout: 30_000 })
        .toContain('The window failed 4 times within a minute.');
      expect(await bare.end('SIGTERM')).toBe(143);
    } finally {
      await bare.remove();
    }
  });
});

/** A report with what can't be is refused in a sentence, as is a place to save that can't be written. */
async function refusesCrafted(path: string): Promise<void> {
  const { app, page, folder } = opened;
  const crafted = join(folder, 'crafted.json');
  const report = JSON.parse(await readFile(path, 'utf8')) as Report;
  report.cells[0]?.trials[0]?.spans.worker.splice(0, 1, -1);
  await writeFile(crafted, JSON.stringify(report));
  await answerDialogs(app, crafted);
  await page.getByRole('button', { name: 'Open report…' }).click();
  await page.getByText(/The report is damaged: .*worker/).waitFor();
  await answerDialogs(app, '/proc/nowhere/report.csv');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByText('one row per trial').click();
  await page.getByText(/nowhere.* could not be written: /).waitFor();
  expect(await page.getByText(/Unfinished: \d+ of 50 trials/).count()).toBe(1);
  const [run] = (await runsIn(folder)).sort();
  await answerDialogs(app, join(folder, 'data', 'runs', run ?? '', 'report.corelane'));
  await page.getByRole('button', { name: 'Open report…' }).click();
  await expect.poll(() => page.getByText(/Unfinished: /).count()).toBe(0);
}

describe('the next start', () => {
  it('has the draft, the earlier run, and its report', async () => {
    opened = await openApp(opened.folder);
    const { page } = opened;
    expect(await page.getByLabel('name', { exact: true }).inputValue()).toBe('Many trials');
    await page.getByRole('button', { name: 'Results' }).click();
    await page.getByText('Earlier runs').waitFor();
    expect(await page.locator('tbody tr').innerText()).toMatch(/Many trials[\s\S]*stopped/);
    await page.getByRole('button', { name: 'Many trials', exact: true }).click();
    await page.getByRole('tab', { name: 'Verdict' }).waitFor();
    await page.reload();
    await page.getByRole('tab', { name: 'Verdict' }).waitFor();
    await page.getByRole('button', { name: 'Lab' }).click();
    await startMany();
    await expect
      .poll(() => filesOfRuns(opened.folder))
      .toEqual(['about.json,report.corelane', 'journal.ndjson']);
    await ended(() => opened.app.process().kill('SIGKILL'));
  });

  it('offers what a killed app left, and opens it as unfinished', async () => {
    opened = await openApp(opened.folder);
    const { app, page } = opened;
    await page.getByText(/Left unfinished: Many trials, .*, \d+ of 50 trials/).waitFor();
    await page.getByRole('status', { name: 'Left unfinished' }).getByText('Open').click();
    await page.getByText(/Unfinished: \d+ of 50 trials/).waitFor();
    const path = join(opened.folder, 'unfinished.json');
    await answerDialogs(app, path);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByText('the whole report').click();
    await page.getByText(`Saved ${path}`).waitFor();

    await refusesCrafted(path);

    await page.getByRole('button', { name: 'Earlier runs' }).click();
    expect(await page.locator('tbody tr').count()).toBe(2);
    await page.getByLabel(/^Keep at most/).fill('0');
    await page.getByLabel(/^Keep at most/).press('Enter');
    await page.getByText(/kept runs? .* (?:was|were) deleted/).waitFor();
    await expect.poll(() => page.locator('tbody tr').count()).toBeLessThan(2);
  });
});
