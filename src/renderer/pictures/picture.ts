// A chart as a picture that stands alone: its title above it, below it whose figures these are, on the theme's own
// ground; as PNG or as SVG, both drawn by the same calls.
import { message } from '@present/messages/message';
import { splitWords } from '@present/locale/format';
import { describeMoment } from '@present/locale/moment';
import { describeCores } from '@present/words/machine-facts';
import { shownName } from '@present/words/run-facts';
import { cleanText } from '@shared/base/clean-text';
import type { MachineInfo } from '@shared/report/machine';
import { textWidth, write, type PictureSurface, type TextStyle } from '../canvas/pen';
import { SvgRecorder } from '../canvas/svg-recorder';
import { fonts, type CanvasTheme } from '../canvas/theme';
import {
  drawLegend,
  legendRowHeight,
  placeLegend,
  type LegendEntry,
  type PlacedEntry,
} from './legend';

/** Whose figures a picture shows. */
export interface PictureSource {
  /** The experiment's name. */
  readonly name: string;
  readonly machine: Pick<MachineInfo, 'usableCores' | 'logicalCores' | 'quotaCores'> & {
    readonly cpuModel?: string | undefined;
  };
  /** When it was measured: ISO, in UTC. */
  readonly at: string;
}

/** A chart that can be drawn again, outside its place in the window. */
export interface ChartPicture {
  readonly title: string;
  /** Whether the chart writes its title itself. */
  readonly isTitled?: boolean;
  /** What is read under the title; may be empty. */
  readonly note: string;
  /** What its swatches mean. */
  readonly legend?: readonly LegendEntry[];
  /** Of the chart alone, in px. */
  readonly width: number;
  readonly height: number;
  /** What the chart itself is drawn on. */
  readonly ground: 'ground' | 'surface';
  /** Draws the chart with its corner at the surface's origin. */
  readonly draw: (ctx: PictureSurface, theme: CanvasTheme) => void;
}

const margin = 24;
const titleHeight = 24;
const lineHeight = 15;
/** Above the footer's first line. */
const footGap = 17;
/** Narrower than this no title has room. */
const minWidth = 480;
/** Pixels for one px. */
const pngScale = 2;
/** More pixels than this no canvas holds. */
const maxPixels = 120e6;
const maxLines = 4;

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly noteLines: readonly string[];
  readonly footLines: readonly string[];
  readonly legend: readonly PlacedEntry[];
  /** Where the legend begins, then the chart. */
  readonly legendTop: number;
  readonly top: number;
}

/** `Heavy powers · 8 cores, no quota · 22 Nov 2026, 15:07 GMT+1 · Corelane`. */
export function footerOf({ name, machine, at }: PictureSource): string {
  const cores = describeCores(machine);
  return message('picture-footer', {
    name: shownName(name),
    machine:
      machine.cpuModel === undefined
        ? cores
        : message('picture-machine', { processor: cleanText(machine.cpuModel, 80), cores }),
    moment: describeMoment(at),
  });
}

/** The text, cut where it is wider than its room. */
function fit(ctx: PictureSurface, text: string, font: string, room: number): string {
  if (textWidth(ctx, text, font) <= room) return text;
  const characters = [...text];
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    ctx.font = font;
    if (ctx.measureText(`${characters.slice(0, middle).join('')}…`).width <= room) low = middle;
    else high = middle - 1;
  }
  return `${characters.slice(0, low).join('')}…`;
}

/** The text in lines that fit; the last of `maxLines` is cut. */
function wrap(ctx: PictureSurface, text: string, font: string, room: number): readonly string[] {
  const lines: string[] = [];
  for (const segment of splitWords(text)) {
    const line = (lines.at(-1) ?? '') + segment;
    const isFull = textWidth(ctx, line.trimEnd(), font) > room && lines.length < maxLines;
    if (lines.length === 0 || isFull) lines.push(segment.trimStart());
    else lines[lines.length - 1] = line;
  }
  return lines.map((line) => fit(ctx, line.trimEnd(), font, room)).filter((line) => line !== '');
}

const footHeight = (lines: readonly string[]): number => footGap + lines.length * lineHeight;

function layOut(ctx: PictureSurface, picture: ChartPicture, source: PictureSource): Layout {
  const width = Math.max(minWidth, Math.ceil(picture.width) + 2 * margin);
  const room = width - 2 * margin;
  const noteLines = wrap(ctx, picture.note, fonts.note, room);
  const footLines = wrap(ctx, footerOf(source), fonts.note, room);
  const headHeight = titleHeight + noteLines.length * lineHeight + 8;
  const legend = placeLegend(ctx, picture.legend ?? [], room);
  const legendTop = margin + (picture.isTitled === true ? 0 : headHeight);
  const rows = (legend.at(-1)?.row ?? -1) + 1;
  const top = legendTop + rows * legendRowHeight + (rows > 0 ? 8 : 0);
  return {
    width,
    height: top + Math.ceil(picture.height) + margin / 2 + footHeight(footLines),
    title: fit(ctx, picture.title, fonts.title, room),
    noteLines,
    footLines,
    legend,
    legendTop,
    top,
  };
}

function drawAll(
  ctx: PictureSurface,
  picture: ChartPicture,
  { width, height, title, noteLines, footLines, legend, legendTop, top }: Layout,
  theme: CanvasTheme,
): void {
  ctx.fillStyle = theme[picture.ground];
  ctx.fillRect(0, 0, width, height);
  const note: TextStyle = { font: fonts.note, colour: theme.ink3 };
  if (picture.isTitled !== true) {
    write(ctx, title, margin, margin + 8, { font: fonts.title, colour: theme.ink });
    noteLines.forEach((line, index) => {
      write(ctx, line, margin, margin + titleHeight + 8 + index * lineHeight, note);
    });
  }
  drawLegend(ctx, legend, margin, legendTop, theme);
  ctx.save();
  ctx.translate(margin, top);
  picture.draw(ctx, theme);
  ctx.restore();
  ctx.fillStyle = theme.hair;
  const foot = height - footHeight(footLines);
  ctx.fillRect(margin, foot, width - 2 * margin, 1);
  footLines.forEach((line, index) => {
    write(ctx, line, margin, foot + footGap + index * lineHeight - 1, note);
  });
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const ctx = canvas.getContext('2d', { alpha: false });
  if (ctx === null) throw new Error('no 2D context');
  return ctx;
}

/** The picture in pixels, two for each px; fewer where no canvas would hold it. */
export function paintPicture(
  picture: ChartPicture,
  source: PictureSource,
  theme: CanvasTheme,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const ctx = contextOf(canvas);
  const layout = layOut(ctx, picture, source);
  const { width, height } = layout;
  const scale = Math.min(pngScale, Math.sqrt(maxPixels / (width * height)));
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  ctx.scale(scale, scale);
  drawAll(ctx, picture, layout, theme);
  return canvas;
}

/** The picture as the text of an SVG file. */
export function writePicture(
  picture: ChartPicture,
  source: PictureSource,
  theme: CanvasTheme,
): string {
  const measure = contextOf(document.createElement('canvas'));
  const layout = layOut(measure, picture, source);
  const svg = new SvgRecorder(layout.width, layout.height, measure);
  drawAll(svg, picture, layout, theme);
  return svg.write(`${picture.title}. ${footerOf(source)}`);
}
