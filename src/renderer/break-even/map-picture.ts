// The break-even map and its cut as pictures that stand alone.
import { message } from '@present/messages/message';
import type { MapData } from '@present/figures/break-even-text';
import { clear } from '../canvas/pen';
import type { ChartPicture } from '../pictures/picture';
import { drawCut } from './draw/cut';
import { drawBreakEven, mapTextWidth } from './draw/map';
import { buildCut } from './scene/cut';
import { buildBreakEven } from './scene/map';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The map; the vertical axis is named in the note, for the window writes it beside the canvas.
 * @param size in px
 */
export function mapPicture(
  data: MapData,
  tasks: number | undefined,
  note: string,
  size: Size,
): ChartPicture {
  return {
    title: message('map-title'),
    note: message('map-picture-note', { axis: message('map-y-axis'), note }),
    ...{ ...size, ground: 'ground' },
    draw: (ctx, theme) => {
      const scene = buildBreakEven({ data, ...size, widthOf: mapTextWidth(ctx) });
      if (scene !== undefined) drawBreakEven(ctx, scene, { tasks, point: undefined }, theme);
    },
  };
}

/** The cut through one column. */
export function cutPicture(data: MapData, tasks: number, size: Size): ChartPicture {
  return {
    title: message('map-cut', { count: tasks }),
    note: message('map-cut-note'),
    ...{ ...size, ground: 'ground' },
    draw: (ctx, theme) => {
      const scene = buildCut(data, tasks, size.width, size.height);
      if (scene !== undefined) drawCut(ctx, scene, theme);
      else clear(ctx, size.width, size.height, theme.ground);
    },
  };
}
