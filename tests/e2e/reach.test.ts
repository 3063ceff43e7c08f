// Who can use the window: every place in both languages and both themes, looked at by axe-core, at rest, during a run and
// after it. One app, one run.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { violationsIn } from './axe';
import { openApp, openExperiment, type OpenedApp } from './open-app';

/** A run of some seconds that fills every tab. */
const short: ExperimentInput = {
  version: 1,
  name: 'Reach',
  workload: { kind: 'powers', params: { number: 7, iterations: 100_000 } },
  tasks: 8,
  strategies: [{ kind: 'serial' }, { kind: 'threads', workers: 2 }],
  repeats: 3,
  warmup: 0,
  emptyRepeats: 1,
  breakEven: { workers: 2, tasks: [1, 8], budgetSeconds: 2 },
};

let opened: OpenedApp;

beforeAll(async () => {
  opened = await openApp();
});
afterAll(() => opened.close());

/** What axe finds in the page as it is shown, in both themes: all of it in the light one, colours in the dark. */
async function look(where: string): Promise<string[]> {
  const { page } = opened;
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violationsIn(page, `${where}, light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...light, ...(await violationsIn(page, `${where}, dark`, true))];
}

async function speak(language: 'en' | 'zh'): Promise<void> {
  const { page } = opened;
  await page.locator('button.language').click();
  await page
    .getByRole('menuitemradio')
    .nth(language === 'en' ? 1 : 2)
    .click();
  await page.waitForFunction((lang) => document.documentElement.lang.startsWith(lang), language);
}

/** Looks at each tab of the place that is shown; at the place itself where it has none. */
async function lookAtTabs(where: string): Promise<string[]> {
  const tabs = await opened.page.getByRole('tab').all();
  if (tabs.length === 0) return look(where);
  const found: string[] = [];
  for (const tab of tabs) {
    await tab.click();
    found.push(...(await look(`${where}, ${await tab.innerText()}`)));
  }
  await tabs[0]?.click();
  return found;
}

/** Walks through every place by its key. */
async function walk(state: string): Promise<string[]> {
  const { page } = opened;
  const found: string[] = [];
  for (const key of [1, 2, 3, 4, 5]) {
    await page.keyboard.press(`Control+${key}`);
    await page.locator('.rail [aria-current=page]').nth(0).waitFor();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    found.push(...(await lookAtTabs(`${state}, place ${key}`)));
  }
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  found.push(...(await look(`${state}, keys`)));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+1');
  return found;
}

describe('axe-core finds nothing', () => {
  it.each(['en', 'zh'] as const)('at rest, in %s', async (language) => {
    await speak(language);
    const found = await walk(`${language}, at rest`);
    await opened.page.getByText('JSON', { exact: true }).first().click();
    found.push(...(await look(`${language}, experiment as JSON`)));
    await opened.page.locator('.editor label').first().click();
    expect(found).toEqual([]);
  });

  it('during a run', async () => {
    const { page } = opened;
    await speak('en');
    await openExperiment(opened, { ...short, repeats: 60 });
    await page.keyboard.press('Control+Enter');
    await page.getByText(/Trial ([3-9]|\d\d) of/).waitFor();
    expect(await look('live')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export' }).waitFor();
  });

  it.each(['en', 'zh'] as const)('after a run, in %s', async (language) => {
    const { page } = opened;
    if (language === 'en') {
      await page.keyboard.press('Control+1');
      await openExperiment(opened, short, 'reach.corelane.json');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('tab').nth(4).waitFor({ timeout: 120_000 });
    }
    await speak(language);
    expect(await walk(`${language}, after a run`)).toEqual([]);
  });
});
