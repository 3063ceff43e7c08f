// A chart and a frame of the race leave the window: as PNG and SVG files, and into the clipboard with their figures.
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerDialogs, openApp, type OpenedApp } from './open-app';

/** A name that means something to XML, to a line's direction and to a terminal. */
const hostile = 'A <b>&"x"</b>]]>\u202e\u0007 name';
const written = 'A <b>&"x"</b>]]>\\u202e\\u0007 name';

let opened: OpenedApp;

beforeAll(async () => {
  opened = await openApp();
  const { app, page, folder } = opened;
  page.setDefaultTimeout(20_000);
  const report = JSON.parse(await readFile('tests/golden/report.json', 'utf8')) as {
    experiment: { name: string };
  };
  report.experiment.name = hostile;
  const path = join(folder, 'report.json');
  await writeFile(path, JSON.stringify(report));
  await answerDialogs(app, path);
  await page.getByRole('button', { name: 'Results', exact: true }).click();
  await page.getByRole('button', { name: 'Open report…' }).click();
  await page.getByRole('tab', { name: 'Verdict' }).waitFor();
});
afterAll(() => opened.close());

const menuOf = (title: string) =>
  opened.page.getByRole('button', { name: `Copy or save: ${title}`, exact: true });

async function choose(title: string, deed: string): Promise<void> {
  await menuOf(title).click();
  await opened.page.getByRole('menuitem', { name: deed }).click();
}

/** Saves the picture through its menu. */
async function save(title: string, format: 'PNG' | 'SVG'): Promise<Buffer> {
  const path = join(opened.folder, `${title}.${format.toLowerCase()}`);
  await answerDialogs(opened.app, path);
  await choose(title, `Save ${format}…`);
  await opened.page.getByText(`Saved ${path}`).waitFor();
  return readFile(path);
}

const readSvg = `
import json, sys, xml.etree.ElementTree as tree
root = tree.fromstring(sys.stdin.buffer.read())
short = lambda one: one.tag.split('}')[1]
print(json.dumps({
  'root': root.tag,
  'size': [float(root.get('width')), float(root.get('height'))],
  'names': sorted({short(one) for one in root.iter()}),
  'texts': [one.text for one in root.iter() if short(one) in ('text', 'title')],
  'lines': sum(short(one) == 'path' and one.get('fill') == 'none' for one in root.iter()),
}))
`;

interface Svg {
  readonly root: string;
  readonly size: readonly [number, number];
  readonly names: readonly string[];
  readonly texts: readonly string[];
  readonly lines: number;
}

/** What a strict parser makes of it: it throws where the file is not well-formed. */
const parse = (svg: Buffer): Svg =>
  JSON.parse(execFileSync('python3', ['-c', readSvg], { input: svg, encoding: 'utf8' })) as Svg;

/** Width and height of a PNG by its head. */
const sizeOf = (png: Buffer): readonly [number, number] => [
  png.readUInt32BE(16),
  png.readUInt32BE(20),
];

async function expectPictures(title: string, text: string): Promise<void> {
  const png = await save(title, 'PNG');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const svg = parse(await save(title, 'SVG'));
  expect(svg.root).toBe('{http://www.w3.org/2000/svg}svg');
  const [width, height] = svg.size;
  expect(width).toBeGreaterThanOrEqual(480);
  expect(height).toBeGreaterThan(200);
  expect(sizeOf(png)).toEqual([2 * width, 2 * height]);
  const known = ['svg', 'title', 'defs', 'clipPath', 'pattern', 'rect', 'path', 'g', 'text'];
  expect(svg.names.filter((name) => !known.includes(name))).toEqual([]);
  expect(svg.texts).toContain(text);
  const footer = svg.texts.slice(-3).join(' ');
  expect(footer).toMatch(/ · Example CPU at .* · 15 Jan 2026, .* · Corelane$/);
  expect(footer).toContain(written);
  expect(svg.lines).toBeGreaterThan(5);
}

it('saves a chart as PNG and SVG, with its lines', async () => {
  await expectPictures('Median cold time', 'dots: single trials');
  await expectPictures('Where the cold time goes', 'hybrid 2×2');
  await expectPictures('Speed-up by workers', '2 cores');
});

it('copies a chart and its figures', async () => {
  const { app, page } = opened;
  await choose('Median cold time', 'Copy picture');
  await page.getByText('The picture is in the clipboard.').waitFor();
  await choose('Median cold time', 'Copy data as CSV');
  await page.getByText('6 rows are in the clipboard, as CSV.').waitFor();
  const text = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(text.split('\r\n')[0]).toBe('cell,median ms,95 % interval,trials ms');
  expect(text.split('\r\n')[1]).toMatch(/^threads 2,157,/);
});

it('does the same for every chart from the palette', async () => {
  const { app, page, folder } = opened;
  const path = join(folder, 'palette.svg');
  await answerDialogs(app, path);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('memory over time: save svg');
  await page.keyboard.press('Enter');
  await page.getByText(`Saved ${path}`).waitFor();
  expect(parse(await readFile(path)).texts).toContain('Memory over time');
});

it("saves a trial's timeline with all its lanes", async () => {
  await opened.page.getByRole('tab', { name: 'Timeline' }).click();
  await expectPictures('Trial 20 of 42', 'runnable, waiting for a core');
});

it("saves a frame of the race, opened by the menu's keys", async () => {
  const { page } = opened;
  await page.getByRole('button', { name: 'Race', exact: true }).first().click();
  await menuOf('Race').waitFor();
  await page.keyboard.press('End');
  await expectPictures('Race', 'threads 2');
  await menuOf('Race').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByText('6 rows are in the clipboard, as CSV.').waitFor();
});
