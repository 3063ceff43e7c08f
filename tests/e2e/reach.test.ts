// Who can use the window: every place in both languages and both themes, looked at by axe-core, at rest, during a run and
// after it; and led by its keys alone. One app, one run.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { violationsIn } from './axe';
import { openApp, openExperiment, questionsOf, type OpenedApp } from './open-app';

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
  opened.page.setDefaultTimeout(15_000);
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
  for (const [key, sheet] of Object.entries({ k: 'palette', ',': 'settings' })) {
    await page.keyboard.press(`Control+${key}`);
    await page.getByRole('dialog').waitFor();
    found.push(...(await look(`${state}, ${sheet}`)));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await page.locator('button.language').click();
  found.push(...(await look(`${state}, menu`)));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+1');
  return found;
}

/** Finds a command by some of its letters and does it. */
async function command(letters: string): Promise<void> {
  const { page } = opened;
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type(letters);
  await page.keyboard.press('Enter');
  await page.getByRole('combobox').waitFor({ state: 'detached' });
}

const isCurrent = (name: string): Promise<void> =>
  opened.page.locator(`.rail [aria-current=page][aria-label="${name}"]`).waitFor();

describe('by the keyboard alone', () => {
  it('the palette finds places, presets, claims and settings', async () => {
    const { page } = opened;
    await command('clm 12');
    await isCurrent('Claims');
    await page.getByRole('heading', { level: 1, name: /running tasks in parallel/ }).waitFor();
    await command('preset sort');
    await isCurrent('Lab');
    expect(await page.getByLabel('name', { exact: true }).inputValue()).toMatch(/sort/i);
    await command('theme dark');
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await command('theme system');
    await command('language 简体');
    await page.getByRole('navigation', { name: '页面' }).waitFor();
    await command('English');
    await command('keyboard');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    // What can't be found does nothing.
    await page.keyboard.press('Control+k');
    await page.keyboard.type('zzzz');
    await page.getByText('No command has this name').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('settings change what presets start with, and say where runs are', async () => {
    const { app, page, folder } = opened;
    await app.evaluate(({ shell }) => {
      shell.openPath = (path) => {
        (globalThis as { asked?: string[] }).asked = [path];
        return Promise.resolve('');
      };
    });
    await page.keyboard.press('Control+,');
    await page.getByRole('dialog', { name: 'Settings' }).waitFor();
    await page.getByLabel('Maximum time of a run, s').focus();
    await page.keyboard.type('12');
    await page.getByRole('button', { name: 'Open the folder' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => questionsOf(app)).toEqual([join(folder, 'data')]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await command('preset heavy powers');
    expect(await page.getByLabel('within, s').inputValue()).toBe('12');
    await page.keyboard.press('Control+,');
    await page.getByLabel('Maximum time of a run, s').fill('');
    await page.keyboard.press('Escape');
    await command('preset heavy powers');
    expect(await page.getByLabel('within, s').inputValue()).toBe('90');
  });
});

describe('the system', () => {
  it('opens a file with the app that is there, and finds the window where it was left', async () => {
    const { app, page, folder } = opened;
    const path = join(folder, 'named.corelane.json');
    await writeFile(path, JSON.stringify({ ...short, name: 'Named' }));
    await page.keyboard.press('Control+5');
    await app.evaluate(({ app: main }, file) => {
      main.emit('second-instance', {}, ['corelane', file], '/');
    }, path);
    await isCurrent('Lab');
    expect(await page.getByLabel('name', { exact: true }).inputValue()).toBe('Named');

    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 50, width: 1200, height: 760 });
    });
    const kept = (): Promise<unknown> =>
      readFile(join(folder, 'profile', 'window.json'), 'utf8').then(JSON.parse, () => undefined);
    await expect
      .poll(kept, { timeout: 10_000 })
      .toMatchObject({ width: 1200, height: 760, maximised: false });
  });
});

/** Runs in the page: what is cut off, or lies beyond the window's right edge, outside of what scrolls sideways. */
function cutOff(): string[] {
  const width = document.documentElement.clientWidth;
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  return [...document.querySelectorAll('.window *')]
    .filter((element) => {
      // The timeline has lanes, and a legend, of its own width.
      if (element.closest('.timeline') !== null) return false;
      const { width: own, height, right } = element.getBoundingClientRect();
      const { clipPath, overflowX } = getComputedStyle(element);
      if (own === 0 || height === 0 || clipPath !== 'none' || scrolls(element)) return false;
      const hides = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
      return right > width + 1 || hides;
    })
    .map(({ tagName, className }) => `${tagName}.${String(className)}`);
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

  it('and at 200 % every place is one column with nothing cut', async () => {
    const { app, page } = opened;
    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(1024, 700);
      window?.webContents.setZoomFactor(2);
    });
    await page.waitForFunction(() => window.innerWidth === 512);
    const cut: string[] = [];
    for (const language of ['zh', 'en'] as const) {
      await speak(language);
      for (const key of [1, 2, 3, 4, 5]) {
        await page.keyboard.press(`Control+${key}`);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        const tabs = await page.getByRole('tab').all();
        for (const tab of tabs.length === 0 ? [undefined] : tabs) {
          await tab?.click();
          const found = await page.evaluate(cutOff);
          cut.push(...found.map((one) => `${language}, place ${key}: ${one}`));
        }
      }
    }
    expect(cut).toEqual([]);
  });
});
