// The pictures: one app, one short run, and a look at each place in both themes.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright-core';
import { onEnd } from './lifecycle.mjs';
import { say } from './say.mjs';

const RUN_LIMIT_MS = 240_000;
const CLAIM_LIMIT_MS = 300_000;
/** Until the window has drawn what a key asked for. */
const SETTLE_MS = 300;
const THEMES = /** @type {const} */ (['light', 'dark']);

/** The run that is pictured: four strategies on the article's work, long enough to be seen. */
const EXPERIMENT = {
  version: 1,
  name: 'Heavy powers',
  workload: { kind: 'powers', params: { number: 7, iterations: 100_000_000 } },
  tasks: 24,
  strategies: [
    { kind: 'serial' },
    { kind: 'threads', workers: 2 },
    { kind: 'processes', workers: 2 },
    { kind: 'hybrid', processes: 2, threads: 2 },
  ],
  repeats: 5,
  warmup: 0,
  timeoutSeconds: 60,
};

const OF_README = new Set(['live', 'race', 'results', 'claims']);

/** How many claims are tried for the picture, from the first on. */
const CLAIMS = 1;

/**
 * Takes all pictures into a folder of the checkout.
 * @param {string} root
 * @param {string} folder
 * @param {{ width: number, height: number }} size of the page
 * @param {string | undefined} display of an own screen
 * @param {boolean} all takes every place, not only those of the README
 * @returns {Promise<void>}
 */
export async function takePictures(root, folder, size, display, all) {
  const own = mkdtempSync(join(tmpdir(), 'corelane-pictures-'));
  const target = resolve(root, folder);
  mkdirSync(target, { recursive: true });
  // The waits below are for English words.
  const env = { ...process.env, CORELANE_DATA: join(own, 'data'), CORELANE_LANGUAGE: 'en' };
  if (display !== undefined) Object.assign(env, { DISPLAY: display });
  const app = await _electron.launch({
    cwd: root,
    args: [`--user-data-dir=${join(own, 'profile')}`, '.'],
    env: /** @type {Record<string, string>} */ (env),
  });
  const end = async () => {
    forget();
    await app.close();
    rmSync(own, { recursive: true, force: true, maxRetries: 5 });
  };
  const forget = onEnd(end);
  // A script that is ended in the middle of a run agrees to ending it.
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
  });
  const page = await app.firstWindow();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  await page.waitForFunction((width) => window.innerWidth === width, size.width);

  /** @param {string} name */
  const take = async (name) => {
    if (!all && !OF_README.has(name)) return;
    for (const theme of THEMES) {
      await setTheme(page, theme);
      await page.screenshot({ path: join(target, `${name}-${theme}.png`) });
    }
    say('pictures', name);
  };

  await openExperiment(app, page, own);
  await take('lab');
  await page.keyboard.press('Control+Enter');
  // By the third round the standing has figures.
  await page.getByText(/Trial (9|1\d) of/).waitFor({ timeout: RUN_LIMIT_MS });
  // Frozen, so that both themes show the same moment; again, where the next trial came before.
  do {
    await page.keyboard.press('f');
    await page.waitForFunction(isInTheMiddle, undefined, { timeout: RUN_LIMIT_MS });
    await page.keyboard.press('Space');
    await page.waitForTimeout(SETTLE_MS);
  } while (!(await page.evaluate(hasLanes)));
  for (const theme of THEMES) {
    await setTheme(page, theme);
    await page.screenshot({ path: join(target, `live-${theme}.png`) });
  }
  await page.keyboard.press('f');
  say('pictures', 'live');
  await page.getByRole('button', { name: 'Export' }).waitFor({ timeout: RUN_LIMIT_MS });
  await take('results');
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.getByRole('application').waitFor();
  await take('timeline');
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'To the end' }).click();
  await take('race');
  await page.keyboard.press('Control+4');
  await page.getByRole('listbox').focus();
  for (let claim = 0; claim < CLAIMS; claim += 1) {
    if (claim > 0) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Run again/ }).waitFor({ timeout: CLAIM_LIMIT_MS });
  }
  await take('claims');
  await page.keyboard.press('Control+5');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await take('machine');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await take('keys');
  await end();
}

/**
 * Runs in the page: whether most of the tasks of the trial that is shown have been done.
 * @returns {boolean}
 */
function hasLanes() {
  return /tasks done\s*([89]|1\d|2\d)\s*of\s*24/.test(document.body.innerText);
}

/**
 * Runs in the page: whether the trial that is shown has done some of its tasks, and not all.
 * @returns {boolean}
 */
function isInTheMiddle() {
  return /tasks done\s*([89]|1\d)\s*of\s*24/.test(document.body.innerText);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {'light' | 'dark'} theme
 * @returns {Promise<void>}
 */
async function setTheme(page, theme) {
  const isOn = () =>
    page.evaluate((wanted) => document.documentElement.dataset['theme'] === wanted, theme);
  // The button goes round: the system's theme, the other, and back.
  for (let turn = 0; turn < 3 && !(await isOn()); turn += 1) {
    await page.evaluate(() => {
      const [button] = document.querySelectorAll('button[aria-label^="Theme"]');
      if (button instanceof HTMLElement) button.click();
    });
  }
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

/**
 * @param {import('playwright-core').ElectronApplication} app
 * @param {import('playwright-core').Page} page
 * @param {string} folder
 * @returns {Promise<void>}
 */
async function openExperiment(app, page, folder) {
  const path = join(folder, 'powers.corelane.json');
  writeFileSync(path, JSON.stringify(EXPERIMENT));
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
  await page.getByRole('button', { name: 'Open…' }).click();
  await page.getByText('powers.corelane.json').first().waitFor();
}
