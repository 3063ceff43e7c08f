// The lanes of a timeline by the keyboard alone: hidden, pinned, collapsed, sorted and shown again. A made-up report of
// 256 cores, in the real app.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReport } from '../helpers/make/report';
import { violationsIn } from './axe';
import { openApp, type OpenedApp } from './open-app';

let opened: OpenedApp;

beforeAll(async () => {
  opened = await openApp();
  opened.page.setDefaultTimeout(15_000);
  const path = join(opened.folder, 'wide.json');
  const experiment = {
    tasks: 300,
    strategies: [{ kind: 'hybrid', processes: 2, threads: 4 } as const],
    repeats: 2,
  };
  await writeFile(path, JSON.stringify(makeReport({ cores: 256, experiment })));
  await opened.app.evaluate(({ app: main }, file) => {
    main.emit('second-instance', {}, ['corelane', file], '/');
  }, path);
  await opened.page.getByRole('tab').first().waitFor();
});
afterAll(() => opened.close());

/** Presses a key until what has the focus matches, and has the text where one is given; no pointer is used. */
async function pressUntil(key: string, selector: string, text = ''): Promise<void> {
  const { page } = opened;
  for (let presses = 0; presses < 60; presses += 1) {
    const found = await page.locator(`:focus:is(${selector})`, { hasText: text }).count();
    if (found > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${selector}`);
}

const lane = (): Promise<string | null> =>
  opened.page.getByRole('toolbar').getAttribute('aria-label');

/** Goes down from lane to lane until the tools are those of the lane. */
async function goTo(name: string): Promise<void> {
  for (let presses = 0; presses < 300; presses += 1) {
    if ((await lane()) === `Lane: ${name}`) return;
    await opened.page.keyboard.press('ArrowDown');
  }
  throw new Error(`no lane is called ${name}`);
}

/** The items of the Lanes menu that is open, those chosen with a mark. */
async function menuItems(): Promise<string[]> {
  const items = await opened.page.locator('[role=menu] [role^=menuitem]').all();
  return Promise.all(
    items.map(async (item) => {
      const chosen = (await item.getAttribute('aria-checked')) === 'true' ? ' ✓' : '';
      return `${await item.innerText()}${chosen}`;
    }),
  );
}

describe('the lanes, by the keyboard alone', () => {
  it('are hidden, pinned, collapsed, sorted, and all shown again', async () => {
    const { page } = opened;
    await pressUntil('Tab', '[role=tab]');
    await pressUntil('ArrowRight', '[role=tab]', 'Timeline');
    await page.getByRole('toolbar').waitFor();

    await pressUntil('Tab', 'canvas');
    await pressUntil('Tab', '[role=toolbar] button');
    expect(await lane()).toBe('Lane: Cores');
    await page.keyboard.press('c');
    await page.getByRole('button', { name: 'Expand Cores' }).waitFor();
    await goTo('worker 1·2');
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'Unpin worker 1·2', exact: true }).waitFor();
    // A pinned lane comes first; its neighbours follow as before.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await lane()).toBe('Lane: worker 1·2');
    await goTo('worker 1·4');
    await pressUntil('ArrowRight', '[aria-label="Hide worker 1·4"]');
    await page.keyboard.press('Enter');
    await expect.poll(lane).toBe('Lane: host 2');
    await page.keyboard.press('h');
    await page.getByRole('button', { name: /^Lanes, 2 hidden/ }).waitFor();

    await page.keyboard.press('l');
    expect(await menuItems()).toEqual([
      ...['Number ✓', 'Core', 'Busy time', 'First task', 'Longest task'],
      ...['Show worker 1·4', 'Show host 2', 'Show all'],
    ]);
    await pressUntil('ArrowDown', '[role^=menuitem]', 'Longest task');
    await page.keyboard.press('Enter');
    await page.keyboard.press('l');
    expect(await menuItems()).toContain('Longest task ✓');
    await pressUntil('ArrowUp', '[role=menuitem]', 'Show all');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Lanes L/ }).waitFor();
  });

  it('stay as they are when the tab is left, and axe-core finds nothing', async () => {
    const { page } = opened;
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+3');
    await pressUntil('Tab', '[role=tab]');
    await pressUntil('ArrowRight', '[role=tab]', 'Timeline');
    await pressUntil('Tab', '[role=toolbar] button');
    await page.getByRole('toolbar', { name: 'Lane: worker 1·2' }).waitFor();
    await page.keyboard.press('l');
    expect(await violationsIn(page, 'lanes, menu open')).toEqual([]);
    await page.keyboard.press('Escape');
    await pressUntil('Tab', '[role=toolbar] button');
    expect(await violationsIn(page, 'lanes, tools')).toEqual([]);
    await page.keyboard.press('t');
    await page.getByRole('table', { name: 'Cores' }).waitFor();
    expect(await page.getByRole('table', { name: 'Cores' }).getByRole('row').count()).toBe(257);
  });
});
