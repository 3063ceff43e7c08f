// The break-even map and its cut as pictures that stand alone.
import { message } from '@present/messages/message';
import type { MapData } from '@present/figures/break-even-text';
import { clear, hatch, type Box, type PictureSurface } from '../canvas/pen';
import type { CanvasTheme } from '../canvas/theme';
import type { LegendEntry } from '../pictures/legend';
import type { ChartPicture } from '../pictures/picture';
import { drawCut } from './draw/cut';
import { drawBreakEven, mapTextWidth } from './draw/map';
import { buildCut } from './scene/cut';
import { buildBreakEven } from './scene/map';

interface Size {
  readonly width: number;
  readonly height: number;
}

function dot(ctx: PictureSurface, x: number, { y, height }: Box, colour: string): void {
  ctx.beginPath();
  ctx.arc(x, y + height / 2, 3, 0, 2 * Math.PI);
  ctx.fillStyle = colour;
  ctx.fill();
}

function ground(ctx: PictureSurface, { x, y, width, height }: Box, colour: string): void {
  ctx.fillStyle = colour;
  ctx.fillRect(x, y, width, height);
}

/** As the window's legend. */
const mapLegend = (): readonly LegendEntry[] => [
  {
    text: message('map-undecided-serial'),
    draw: (ctx, box, theme) => hatch(ctx, [box], theme.ink2, 6),
  },
  {
    text: message('map-undecided-kind'),
    draw: (ctx, box, theme) => {
      ground(ctx, box, theme.faint('processes', 0));
      hatch(ctx, [box], theme.faint('threads', 0), 6, 3);
    },
  },
  {
    text: message('map-measured'),
    draw: (ctx, box, { strategies }: CanvasTheme) => {
      dot(ctx, box.x + 4, box, strategies.serial);
      dot(ctx, box.x + 14, box, strategies.threads);
      dot(ctx, box.x + 24, box, strategies.processes);
    },
  },
  {
    text: message('map-no-difference'),
    draw: (ctx, box, theme) => {
      ctx.beginPath();
      ctx.arc(box.x + box.width - 4, box.y + box.height / 2, 3, 0, 2 * Math.PI);
      ctx.strokeStyle = theme.ink;
      ctx.lineWidth = 1.25;
      ctx.stroke();
    },
  },
];

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
    ...{ ...size, ground: 'ground', legend: mapLegend() },
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
