// The map and its cut leave the window with the names, marks and meaning that the window gives them.
import { expect, it } from 'vitest';
import { cutPicture, mapPicture } from '@renderer/break-even/map-picture';
import { pointColumns, pointRows } from '@renderer/break-even/table-columns';
import { SvgRecorder } from '@renderer/canvas/svg-recorder';
import { canvasTheme } from '@renderer/canvas/theme';
import { copiedTable } from '@renderer/pictures/copied-rows';
import type { ChartPicture } from '@renderer/pictures/picture';
import { makeBreakEven } from '../../helpers/make/break-even';

const measure = {
  font: '',
  textBaseline: 'middle' as CanvasTextBaseline,
  measureText: (text: string) => ({ width: 6 * text.length }) as TextMetrics,
};
const size = { width: 900, height: 600 };
const data = makeBreakEven();

function textsOf({ draw, width, height, title }: ChartPicture): readonly string[] {
  const svg = new SvgRecorder(width, height, measure);
  draw(svg, canvasTheme('light'));
  return [...svg.write(title).matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text);
}

it('draws the map with its axes and names both of them', () => {
  const picture = mapPicture(data, 2, 'powers', size);
  expect(textsOf(picture)).toContain('number of tasks, logarithmic');
  expect(picture.note).toBe('size of one task, serial, logarithmic · powers');
  expect(picture.legend?.map(({ text }) => text)).toEqual([
    'undecided: serial or workers',
    'undecided: threads or processes',
    'measured: serial, threads, processes fastest',
    'no difference found',
  ]);
});

it('draws the cut of one column, with the name of each strategy', () => {
  const texts = textsOf(cutPicture(data, 2, size));
  expect(texts).toEqual(expect.arrayContaining(['serial', 'threads']));
});

it('copies a row for each point', () => {
  const { head, rows } = copiedTable(pointColumns('iterations'), pointRows(data));
  expect(head.slice(0, 3)).toEqual(['tasks', 'iterations', 'size of one task']);
  expect(rows).toHaveLength(data.points.length);
  expect(rows.every(([tasks]) => typeof tasks === 'number')).toBe(true);
});
