import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findingsSchema } from '@shared/claims/findings-file';
import { isAlive } from '../contract/probe-host';
import { answerDialogs, openApp, utilityPids, type OpenedApp } from './open-app';

let opened: OpenedApp;

beforeEach(async () => {
  opened = await openApp();
});
afterEach(() => opened.close());

describe('the claims in the app', () => {
  it('go from a guess to a finding that is exported', async () => {
    const { app, page, folder } = opened;
    await page.getByRole('button', { name: 'Claims', exact: true }).click();
    await page.getByText('Twelve claims, none tried yet').waitFor();
    await page.getByText('does not hold', { exact: true }).click();
    await page.getByText('kept until it is tried').waitFor();
    await page.keyboard.press('r');
    await page.getByRole('button', { name: /^Run again/ }).waitFor({ timeout: 60_000 });
    const outcome = page.getByRole('list', { name: 'Outcome' });
    expect(await outcome.innerText()).toContain('in JavaScript:');
    expect(await page.getByText(/1 of 12 run in/).innerText()).toMatch(/You predicted [01] of 1/);

    await page.reload();
    await page.getByText(/1 of 12 run in/).waitFor();

    const path = join(folder, 'findings.json');
    await answerDialogs(app, path);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByText('every finding with its figures').click();
    await expect.poll(() => readFile(path, 'utf8').catch(() => '')).not.toBe('');
    const file = findingsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    expect(file.findings.map(({ id }) => id)).toEqual(['heap']);
    expect(file.findings[0]?.figures.length).toBeGreaterThan(1);
    expect(file.predictions).toMatchObject([{ claim: 'heap', guess: 'fails' }]);
    const pids = await utilityPids(app);
    await expect.poll(() => pids.filter(isAlive), { timeout: 20_000 }).toEqual([]);
  });

  it('are stopped at once, with nothing left and no finding', async () => {
    const { app, page } = opened;
    await page.getByRole('button', { name: 'Claims', exact: true }).click();
    await page.getByRole('option', { name: /Processes use several cores/ }).click();
    await page.keyboard.press('r');
    await page.getByRole('region', { name: 'Live' }).waitFor();
    await expect
      .poll(async () => (await utilityPids(app)).length, { timeout: 30_000 })
      .toBeGreaterThan(1);
    const pids = await utilityPids(app);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Run all' }).waitFor({ timeout: 20_000 });
    await page.getByText('Twelve claims, none tried yet').waitFor();
    await expect.poll(() => pids.filter(isAlive), { timeout: 20_000 }).toEqual([]);
  });
});
