// The bars of the cold time as a picture that stands alone, and their figures as rows.
import { message } from '@present/messages/message';
import { usedPhases, type PhaseBar } from '@present/figures/phases';
import { formatDuration, timeColumn } from '@present/locale/format';
import { isPython, type StrategyKind } from '@shared/experiment/strategies';
import { mix } from '@shared/look/palette';
import { drawGlyph } from '../canvas/glyph';
import {
  hatch,
  outline,
  rule,
  stripePitch,
  textWidth,
  upright,
  write,
  type Box,
  type PictureSurface,
} from '../canvas/pen';
import { fonts, type CanvasTheme } from '../canvas/theme';
import { fieldOf, type CopiedTable } from '../pictures/copied-rows';
import type { ChartPicture } from '../pictures/picture';

type Phase = PhaseBar['segments'][number]['name'];

const rowHeight = 34;
const barHeight = 13;
/** From the row's top. */
const barTop = 8;
/** Room for the figures, right of the longest bar. */
const figuresWidth = 300;
const minBars = 240;

/** Draws a part as the window shows it: an outline, a tint, a hatch or a line. */
function drawPart(ctx: PictureSurface, phase: Phase, box: Box, hue: string, ground: string): void {
  const { x, y, width, height } = box;
  const fill = (colour: string): void => {
    ctx.fillStyle = colour;
    ctx.fillRect(x, y, width, height);
  };
  if (phase === 'ready') fill(mix(hue, ground, 0.3));
  else if (phase === 'collect') fill(mix(hue, ground, 0.6));
  else if (phase === 'run' || phase === 'compute') fill(hue);
  else if (phase === 'idle') rule(ctx, x, x + width, y + height - 1, hue);
  else {
    if (phase === 'dispatch') hatch(ctx, [box], hue, 3, 1.5);
    if (phase === 'join') hatch(ctx, [box], hue, 5, 1);
    if (width >= 1) outline(ctx, box, hue);
  }
}

/** The warm part of a bar: a bracket under it. */
function drawBracket(ctx: PictureSurface, from: number, to: number, y: number, ink: string): void {
  rule(ctx, from, Math.max(from + 1, to), y + 3, ink);
  upright(ctx, from, y, y + 4, ink);
  upright(ctx, to - 1, y, y + 4, ink);
}

function drawRow(
  ctx: PictureSurface,
  bar: PhaseBar,
  top: number,
  place: { readonly left: number; readonly width: number },
  theme: CanvasTheme,
): void {
  const hue = theme.strategies[bar.strategy];
  drawGlyph(ctx, bar.strategy, { x: 0, y: top + barTop - 1, size: 14 }, hue);
  const middle = top + barTop + barHeight / 2;
  write(ctx, bar.label, 22, middle, { font: fonts.name, colour: theme.ink });
  let x = place.left;
  for (const { name, share } of bar.segments) {
    const width = share * place.width;
    const box = { x, y: top + barTop, width, height: barHeight };
    drawPart(ctx, name, box, hue, theme.ground);
    if (isPython(bar.strategy)) hatch(ctx, [box], theme.ground, stripePitch);
    x += width;
  }
  const from = place.left + bar.warm.from * place.width;
  const to = from + bar.warm.share * place.width;
  drawBracket(ctx, from, to, top + barTop + barHeight + 2, theme.ink3);
  const cold = formatDuration(bar.totalNs);
  write(ctx, cold, x + 8, middle, { font: fonts.name, colour: theme.ink });
  const warm = message('phases-warm', { time: formatDuration(bar.warmNs) });
  const at = x + 16 + textWidth(ctx, cold, fonts.name);
  write(ctx, warm, at, middle, { font: fonts.note, colour: theme.ink3 });
}

/** Room for a mark and for the longest label. */
const namesWidth = (bars: readonly PhaseBar[]): number =>
  Math.max(116, 36 + 7 * Math.max(0, ...bars.map(({ label }) => label.length)));

/** @param width of the whole, in px */
export function phasePicture(bars: readonly PhaseBar[], width: number): ChartPicture {
  const left = namesWidth(bars);
  const barsWidth = Math.max(minBars, width - left - figuresWidth);
  const place = { left, width: barsWidth };
  const plain: StrategyKind = 'serial';
  return {
    title: message('phases'),
    note: message('phases-note'),
    ...{ width: left + barsWidth + figuresWidth, height: bars.length * rowHeight },
    ground: 'ground',
    legend: [
      ...usedPhases(bars).map((phase) => ({
        text: message('phase-name', { phase }),
        draw: (ctx: PictureSurface, box: Box, theme: CanvasTheme) =>
          drawPart(ctx, phase, box, theme.strategies[plain], theme.ground),
      })),
      {
        text: message('warm'),
        draw: (ctx, { x, y, width: size }, theme) =>
          drawBracket(ctx, x, x + size, y + 3, theme.ink3),
      },
    ],
    draw: (ctx, theme) =>
      bars.forEach((bar, index) => drawRow(ctx, bar, index * rowHeight, place, theme)),
  };
}

/** A row for each bar: its phases, then cold and warm time, all in one unit. */
export function phaseTable(bars: readonly PhaseBar[]): CopiedTable {
  const names = usedPhases(bars);
  const { unit, write: figure } = timeColumn(bars.map(({ totalNs }) => totalNs));
  const inUnit = (value: string): string => message('chart-value', { value, unit });
  return {
    head: [
      message('median-cell'),
      ...names.map((phase) => inUnit(message('phase-name', { phase }))),
      ...(['cold', 'warm'] as const).map((basis) => inUnit(message('basis-name', { basis }))),
    ],
    rows: bars.map(({ label, segments, totalNs, warmNs }) => [
      label,
      ...names.map((phase) => {
        const found = segments.find(({ name }) => name === phase);
        return found === undefined ? '' : fieldOf(figure(found.ns));
      }),
      fieldOf(figure(totalNs)),
      fieldOf(figure(warmNs)),
    ]),
  };
}
