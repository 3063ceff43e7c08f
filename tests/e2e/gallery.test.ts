// How the parts of ui/ look, in both themes: sizes to 2 px, and pictures as coarse grids of mean
// colours, so that another edge of a glyph changes nothing and another colour or place does.
import vue from '@vitejs/plugin-vue';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Locator, type Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customMedia } from '@renderer/styles/breakpoints';

const root = resolve(import.meta.dirname, '../..');
const source = (layer: string): string => join(root, 'src', layer);
const golden = join(root, 'tests/golden/gallery.json');

/** Cells of the grid, across and down. */
const grid = [12, 6] as const;
/** How far a size may be off in px, and a cell's mean colour of 255. */
const tolerance = { px: 2, colour: 20 };

interface Look {
  readonly size: readonly [width: number, height: number];
  /** Mean red, green and blue of each cell. */
  readonly cells: readonly number[];
}
type Looks = Record<string, Look>;

let folder: string;
let server: ViteDevServer;
let app: ElectronApplication;
let page: Page;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelane-gallery-'));
  server = await createServer({
    configFile: false,
    logLevel: 'error',
    root: source('renderer'),
    cacheDir: join(folder, 'vite'),
    plugins: [vue()],
    css: { postcss: { plugins: [customMedia] } },
    resolve: { alias: { '@shared': source('shared'), '@present': source('present') } },
    optimizeDeps: { entries: ['gallery.html'], include: ['vue', '@fluent/bundle'] },
    server: { host: '127.0.0.1', port: 0, hmr: false, fs: { allow: [root] } },
  });
  await server.listen();
  address = server.resolvedUrls?.local[0] ?? '';
  app = await _electron.launch({
    cwd: root,
    args: [
      `--user-data-dir=${join(folder, 'profile')}`,
      join(root, 'tests/fixtures/gallery-main.cjs'),
    ],
    timeout: 60_000,
  });
  page = await app.firstWindow();
});
afterAll(async () => {
  await app.close();
  await server.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** The mean colours of the part's picture, measured by the page's own canvas. */
async function lookOf(part: Locator): Promise<Look> {
  const box = await part.boundingBox();
  const png = (await part.screenshot({ animations: 'disabled' })).toString('base64');
  const cells = await page.evaluate(
    async ({ png, across, down }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const means: number[] = [];
      const full = new OffscreenCanvas(image.width, image.height);
      const of = full.getContext('2d', { willReadFrequently: true });
      if (of === null) throw new Error('no 2D context');
      of.drawImage(image, 0, 0);
      for (let row = 0; row < down; row += 1) {
        for (let column = 0; column < across; column += 1) {
          const x = Math.floor((column * image.width) / across);
          const y = Math.floor((row * image.height) / down);
          const width = Math.max(1, Math.floor(((column + 1) * image.width) / across) - x);
          const height = Math.max(1, Math.floor(((row + 1) * image.height) / down) - y);
          const { data } = of.getImageData(x, y, width, height);
          for (let channel = 0; channel < 3; channel += 1) {
            let sum = 0;
            for (let at = channel; at < data.length; at += 4) sum += data[at] ?? 0;
            means.push(Math.round(sum / (width * height)));
          }
        }
      }
      return means;
    },
    { png, across: grid[0], down: grid[1] },
  );
  return { size: [Math.round(box?.width ?? 0), Math.round(box?.height ?? 0)], cells };
}

async function looksIn(theme: string): Promise<Looks> {
  await page.goto(`${address}gallery.html?theme=${theme}`);
  await page.locator('[data-specimen]').first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.getByRole('tooltip').waitFor();
  const looks: Looks = {};
  for (const part of await page.locator('[data-specimen]').all()) {
    looks[(await part.getAttribute('data-specimen')) ?? ''] = await lookOf(part);
  }
  return looks;
}

/** In what a look is not as it was; empty where it is. */
function differences(name: string, now: Look | undefined, before: Look | undefined): string[] {
  if (now === undefined || before === undefined) return [`${name}: ${now ? 'new' : 'gone'}`];
  const off = now.size.findIndex((px, at) => Math.abs(px - (before.size[at] ?? 0)) > tolerance.px);
  if (off >= 0) return [`${name}: ${now.size.join(' × ')} px, not ${before.size.join(' × ')}`];
  const worst = now.cells.map((value, at) => Math.abs(value - (before.cells[at] ?? 0)));
  const most = Math.max(...worst);
  if (most <= tolerance.colour) return [];
  const cell = Math.floor(worst.indexOf(most) / 3);
  return [
    `${name}: by ${most} of 255 in row ${Math.floor(cell / grid[0])}, column ${cell % grid[0]}`,
  ];
}

describe('the component gallery', () => {
  it.each(['light', 'dark'])('looks as it did, in %s', async (theme) => {
    const now = await looksIn(theme);
    const all = JSON.parse(await readFile(golden, 'utf8').catch(() => '{}')) as Record<
      string,
      Looks
    >;
    if (process.env['UPDATE_GOLDEN'] === '1') {
      all[theme] = now;
      await writeFile(golden, `${JSON.stringify(all)}\n`);
    }
    const before = all[theme] ?? {};
    const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
    expect(names.flatMap((name) => differences(name, now[name], before[name]))).toEqual([]);
  });
});
