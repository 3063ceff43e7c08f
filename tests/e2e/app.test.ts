import { problemText } from '@present/words/engine/problems';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { parseReport } from '@shared/report/report-file';
import { isAlive } from '../contract/probe-host';
import {
  answerDialogs,
  exportReport,
  openApp,
  openExperiment,
  questionsOf,
  utilityPids,
  type OpenedApp,
} from './open-app';
import { verdictText } from '@present/words/verdict';

const long: ExperimentInput = {
  version: 1,
  name: 'Long',
  workload: { kind: 'powers', params: { number: 7, iterations: 50_000_000 } },
  tasks: 2000,
  strategies: [{ kind: 'processes', workers: 2 }],
  repeats: 2,
  warmup: 0,
  timeoutSeconds: 600,
};

let opened: OpenedApp;

beforeEach(async () => {
  opened = await openApp();
});
afterEach(() => opened.close());

function expectGone(pids: readonly number[]): Promise<void> {
  return expect
    .poll(() => pids.filter(isAlive), { timeout: 20_000, message: 'children are gone' })
    .toEqual([]);
}

async function workersRunning(count: number): Promise<number[]> {
  await opened.page.getByRole('button', { name: /^Stop/ }).waitFor();
  await expect
    .poll(async () => (await utilityPids(opened.app)).length, { timeout: 30_000 })
    .toBeGreaterThan(count);
  return utilityPids(opened.app);
}

describe('the app', () => {
  it('speaks the language that is chosen in its rail, at once and in its dialogs', async () => {
    const { app, page } = opened;
    await page.getByLabel('name', { exact: true }).fill('Kept');
    await page.getByRole('button', { name: /^Language/ }).click();
    await page.getByRole('menuitemradio', { name: '简体中文' }).click();
    await page.getByRole('navigation', { name: '页面' }).waitFor();
    expect(await page.getByLabel('名称', { exact: true }).inputValue()).toBe('Kept');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans');
    await app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = (...question: readonly unknown[]) => {
        (globalThis as { asked?: string[] }).asked = [JSON.stringify(question.at(-1))];
        return Promise.resolve({ canceled: true, filePaths: [] });
      };
    });
    await page.getByRole('button', { name: '打开…' }).click();
    await expect.poll(async () => (await questionsOf(app)).join('')).toContain('打开实验');
  });

  it('goes from the default experiment in the form to an exported report', async () => {
    const { app, page } = opened;
    await page.getByText('Heavy powers').first().click();
    await page.getByRole('checkbox', { name: 'until' }).uncheck();
    await page.getByLabel('repeats', { exact: true }).fill('2');
    await page.getByLabel('warm-up', { exact: true }).fill('0');
    await page.getByLabel('empty', { exact: true }).fill('0');
    await page.getByRole('button', { name: /^Run/ }).click();
    await page.getByText(/Trial \d+ of 10/).waitFor();
    await page.getByRole('button', { name: 'Export' }).waitFor({ timeout: 150_000 });

    const { program, cells, run, samples } = await exportReport(opened, 'report.json');
    expect(program.shell).toBe('app');
    expect(run.status).toBe('done');
    expect(cells.map(({ id }) => id).sort()).toEqual([
      'async-2',
      'hybrid-2x2',
      'processes-2',
      'serial-1',
      'threads-2',
    ]);
    for (const cell of cells) {
      expect(cell.trials.map(({ status }) => status)).toEqual(['ok', 'ok']);
      expect(cell.medianColdNs).toBeGreaterThan(0);
      expect(cell.medianPeakPssBytes).toBeGreaterThan(1e6);
    }
    expect(samples.cores.atNs.length).toBeGreaterThan(10);
    expect(samples.workers.atNs.length).toBeGreaterThan(10);
    expect(samples.loop.atNs.length).toBeGreaterThan(10);
    await expectGone(await utilityPids(app));

    await page.getByRole('button', { name: 'Race' }).first().click();
    await page.keyboard.press('End');
    await expect
      .poll(() => page.locator('.heads .done').allInnerTexts(), { timeout: 10_000 })
      .toEqual(['24', '24', '24', '24', '24']);
    const video = join(opened.folder, 'race.webm');
    await answerDialogs(app, video);
    await page.getByRole('button', { name: 'Save as video' }).click();
    await page.getByText(video).waitFor({ timeout: 60_000 });
    const written = await readFile(video);
    expect(written.subarray(0, 4).toString('hex')).toBe('1a45dfa3');
    expect(written.length).toBeGreaterThan(10_000);
    await page.keyboard.press('t');
    await page.getByRole('row', { name: /^1 / }).waitFor();
  });

  it('says what was lost when a worker is killed in the middle, and goes on', async () => {
    const { page } = opened;
    await openExperiment(opened, {
      ...long,
      name: 'Crash',
      tasks: 24,
      strategies: [{ kind: 'serial' }, { kind: 'processes', workers: 2 }],
    });
    await page.getByRole('button', { name: /^Run/ }).click();
    const pids = await workersRunning(2);
    // The sampler is the oldest; the youngest is a host of the trial under way.
    process.kill(Math.max(...pids), 'SIGKILL');
    await page.getByRole('button', { name: 'Export' }).waitFor({ timeout: 120_000 });
    await page
      .getByText(/was killed by SIGKILL/)
      .first()
      .waitFor();
    await expectGone(pids);
  });

  it('stops in the middle at once and keeps what was measured', async () => {
    const { page } = opened;
    await openExperiment(opened, long);
    await page.getByRole('button', { name: /^Run/ }).click();
    const pids = await workersRunning(2);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export' }).waitFor();
    await expectGone(pids);
    const status = await page.evaluate(async () => {
      const last = await window.corelane.call('report:last');
      return last.ok ? last.value?.run.status : problemText(last.problem);
    });
    expect(status).toBe('stopped');
  });

  it('leaves no process when its window is closed in the middle of a run', async () => {
    const { app, page } = opened;
    await openExperiment(opened, long);
    await page.getByRole('button', { name: /^Run/ }).click();
    const pids = await workersRunning(2);
    const closed = app.waitForEvent('close');
    await page.close();
    await closed;
    await expectGone(pids);
  });

  it('leaves no process when it is killed in the middle of a run', async () => {
    const { app, page } = opened;
    await openExperiment(opened, long);
    await page.getByRole('button', { name: /^Run/ }).click();
    const pids = await workersRunning(2);
    const { pid } = app.process();
    if (pid === undefined) throw new Error('the app has no pid');
    const closed = app.waitForEvent('close');
    process.kill(pid, 'SIGKILL');
    await closed;
    await expectGone(pids);
  });

  it('opens the report again after a restart', async () => {
    await openExperiment(opened, {
      ...long,
      name: 'Short',
      workload: { kind: 'wait', params: { ms: 1 } },
      tasks: 4,
      strategies: [{ kind: 'serial' }, { kind: 'threads', workers: 2 }],
    });
    await opened.page.getByRole('button', { name: /^Run/ }).click();
    await opened.page.getByRole('button', { name: 'Export' }).waitFor();
    const path = join(opened.folder, 'report.json');
    await answerDialogs(opened.app, path);
    await opened.page.getByRole('button', { name: 'Export' }).click();
    await opened.page.getByText('the whole report').click();
    await expect.poll(() => readFile(path, 'utf8').catch(() => '')).not.toBe('');
    const text = await readFile(path, 'utf8');
    const report = parseReport(text);
    if (!report.ok) throw new Error(problemText(report.problem));

    const first = opened;
    opened = await openApp();
    await first.close();
    const again = join(opened.folder, 'again.json');
    await writeFile(again, text);
    await answerDialogs(opened.app, again);
    await opened.page.getByRole('button', { name: 'Results' }).click();
    await opened.page.getByText('No runs yet').waitFor();
    await opened.page.getByRole('button', { name: 'Open report…' }).click();
    const words = verdictText(report.value).split(' ').slice(0, 2).join(' ');
    await opened.page.getByText(words).first().waitFor();
  });
});
