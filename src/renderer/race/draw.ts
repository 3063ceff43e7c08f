// Draws the race at one moment: what each worker had done by then, the flags that stand, and the memory so far.
import { formatBytes, formatDuration, notKnown } from '@present/locale/format';
import { message } from '@present/messages/message';
import type { RaceMemory, Race, Racer } from '@present/figures/race';
import { laneBars, type RaceLane } from '@present/figures/race-lanes';
import { timeTicks } from '@present/scales/axis';
import { isPaired, isPython } from '@shared/experiment/strategies';
import {
  bar,
  hatch,
  outline,
  rule,
  stripePitch,
  textWidth,
  upright,
  write,
  type Box,
  type Surface,
} from '../canvas/pen';
import { fonts, type CanvasTheme } from '../canvas/theme';
import type { RaceBand, RaceLayout, RaceRow } from './layout';

/** One moment of a race on an axis. */
export interface RaceScene {
  readonly race: Race;
  readonly layout: RaceLayout;
  readonly width: number;
  /** Where the clock stands, and where the axis ends; ns from the race's zero. */
  readonly atNs: number;
  readonly axisNs: number;
}

const xAt = ({ layout, axisNs }: RaceScene, ns: number): number =>
  layout.plotLeft + (ns / axisNs) * (layout.plotRight - layout.plotLeft);

/** Draws the scene on a surface whose unit is the CSS pixel. */
export function drawRace(ctx: Surface, scene: RaceScene, theme: CanvasTheme): void {
  const { race, layout, width } = scene;
  ctx.fillStyle = theme.ground;
  ctx.fillRect(0, 0, width, layout.height);
  drawGrid(ctx, scene, theme);
  const most = Math.max(...race.racers.map(peakOf), 1);
  const inRows = (draw: (racer: Racer, row: RaceRow) => void): void =>
    race.racers.forEach((racer, index) => {
      const row = layout.rows[index];
      if (row !== undefined) draw(racer, row);
    });
  inRows((racer, row) => {
    drawLanes(ctx, racer, row, scene, theme);
    drawMemory(ctx, racer, row, most, scene, theme);
    rule(ctx, 0, width, row.top + row.height - 1, theme.hair);
  });
  upright(ctx, xAt(scene, scene.atNs), 0, layout.axisTop, theme.ink);
  // Over the clock's line, which stops beside the last of them.
  inRows((racer, row) => drawFinish(ctx, racer, row, scene, theme));
}

const peakOf = ({ memory }: Racer): number =>
  memory.reduce((most, { bytes }) => Math.max(most, bytes), 0);

/** Room for a label of the axis. */
const tickEvery = 90;

function drawGrid(ctx: Surface, scene: RaceScene, theme: CanvasTheme): void {
  const { layout, axisNs } = scene;
  const room = layout.plotRight - layout.plotLeft;
  const { ticks, unit } = timeTicks(0, axisNs, 0, Math.max(2, Math.floor(room / tickEvery)));
  ticks.forEach(({ at, label }, index) => {
    const x = xAt(scene, at);
    upright(ctx, x, 0, layout.axisTop, theme.grid);
    const text = index === ticks.length - 1 ? `${label} ${unit}` : label;
    const style = { font: fonts.id, colour: theme.ink3, align: 'center' } as const;
    write(ctx, text, x, layout.axisTop + 16, style);
  });
}

/** The tint of a worker: that of its process where threads share one. */
const tintOf = ({ strategy }: Racer, { worker, host }: RaceLane): number =>
  isPaired(strategy) ? host : worker;

function drawLanes(
  ctx: Surface,
  racer: Racer,
  row: RaceRow,
  scene: RaceScene,
  theme: CanvasTheme,
): void {
  const boxes: Box[] = [];
  racer.lanes.forEach((lane, index) => {
    const band = row.lanes[index];
    if (band === undefined) return;
    const fill = theme.tint(racer.strategy, tintOf(racer, lane));
    drawStart(ctx, racer, band, fill, scene);
    ctx.fillStyle = fill;
    boxes.push(...drawTasks(ctx, lane, band, scene));
  });
  if (isPython(racer.strategy)) hatch(ctx, boxes, theme.ground, stripePitch);
}

/** Until go a worker is started: hollow, for it runs no task. */
function drawStart(
  ctx: Surface,
  { goNs }: Racer,
  { top, height }: RaceBand,
  fill: string,
  scene: RaceScene,
): void {
  const x = xAt(scene, 0);
  const width = xAt(scene, Math.min(goNs, scene.atNs)) - x;
  if (width < 3) return;
  const thin = Math.min(height, 6);
  outline(ctx, { x, y: top + (height - thin) / 2, width, height: thin }, fill);
}

/** The tasks that had begun. */
function drawTasks(ctx: Surface, lane: RaceLane, band: RaceBand, scene: RaceScene): readonly Box[] {
  const { atNs, axisNs, layout } = scene;
  const rowHeight = band.height / lane.rows;
  const height = Math.max(1, rowHeight - (lane.rows > 1 && rowHeight >= 3 ? 1 : 0));
  const pixelNs = axisNs / (layout.plotRight - layout.plotLeft);
  return laneBars(lane, Math.min(atNs, axisNs), pixelNs).map(({ startNs, endNs, row }) => {
    const [x0, x1] = [xAt(scene, startNs), xAt(scene, endNs)];
    const y = band.top + row * rowHeight;
    const gap = x1 - x0 > 3 ? 1 : 0;
    bar(ctx, x0, x1, y, height, gap);
    const x = Math.round(x0);
    return { x, y, width: Math.max(1, Math.round(x1) - x - gap), height };
  });
}

const flag = { width: 13, height: 9 } as const;

/** The flag where the last result is in; where that lies beyond the axis, when it will be. */
function drawFinish(
  ctx: Surface,
  racer: Racer,
  row: RaceRow,
  scene: RaceScene,
  theme: CanvasTheme,
): void {
  const { finishNs } = racer;
  const time = formatDuration(finishNs);
  if (finishNs > scene.axisNs) {
    const style = {
      font: fonts.note,
      colour: theme.ink3,
      align: 'right',
      rim: theme.ground,
    } as const;
    const text = message('race-finishes', { time });
    write(ctx, text, scene.layout.plotRight - 8, row.top + row.height / 2, style);
    return;
  }
  if (finishNs > scene.atNs) return;
  const x = Math.round(xAt(scene, finishNs));
  const top = row.top + 4;
  upright(ctx, x, top, row.top + row.height - 4, theme.ink);
  drawFlag(ctx, x + 1, top, theme.tint(racer.strategy, 0));
  const place = message('race-place', { place: racer.place });
  const room = textWidth(ctx, time, fonts.figure) + flag.width + 10;
  const fits = x + room < scene.layout.memoryLeft - 16;
  const at = fits ? x + flag.width + 6 : x - 6;
  const align = fits ? 'left' : 'right';
  write(ctx, time, at, top + 6, {
    font: fonts.figure,
    colour: theme.ink,
    align,
    rim: theme.ground,
  });
  const note = { font: fonts.note, colour: theme.ink3, align, rim: theme.ground } as const;
  write(ctx, place, at, top + 21, note);
}

/** A swallow-tailed flag at the right of its pole. */
function drawFlag(ctx: Surface, x: number, y: number, fill: string): void {
  ctx.fillStyle = fill;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x + flag.width, y);
  ctx.lineTo(x + flag.width - 4, y + flag.height / 2);
  ctx.lineTo(x + flag.width, y + flag.height);
  ctx.lineTo(x, y + flag.height);
  ctx.fill();
}

/** Where figures stand above the memory's picture. */
const figuresHeight = 22;

/** The memory of all processes so far, on the race's axis, all racers on one scale. */
function drawMemory(
  ctx: Surface,
  racer: Racer,
  row: RaceRow,
  most: number,
  scene: RaceScene,
  theme: CanvasTheme,
): void {
  const { memoryLeft, memoryRight } = scene.layout;
  const floor = row.top + row.height - 7;
  const height = row.height - 7 - figuresHeight;
  rule(ctx, memoryLeft, memoryRight, floor, theme.line);
  drawNow(ctx, racer, row, scene, theme);
  if (height < 4) return;
  const endNs = Math.min(scene.atNs, racer.finishNs);
  const xOf = (ns: number): number =>
    memoryLeft +
    (Math.max(0, Math.min(ns, scene.axisNs)) / scene.axisNs) * (memoryRight - memoryLeft);
  ctx.fillStyle = theme.faint(racer.strategy, 0);
  racer.memory.forEach(({ atNs, bytes }: RaceMemory, index) => {
    if (atNs > endNs || (racer.memory[index + 1]?.atNs ?? endNs) <= 0) return;
    const until = Math.min(endNs, racer.memory[index + 1]?.atNs ?? endNs);
    const size = (bytes / most) * height;
    bar(ctx, xOf(atNs), Math.max(xOf(atNs) + 1, xOf(until)), floor - size, size);
  });
}

/** The largest reading of the trial, once it is over; until then the last one. */
function drawNow(
  ctx: Surface,
  racer: Racer,
  row: RaceRow,
  { atNs, layout }: RaceScene,
  theme: CanvasTheme,
): void {
  const { memoryLeft, memoryRight } = layout;
  const over = atNs >= racer.finishNs;
  const bytes = over ? racer.peakBytes : racer.memory.findLast((step) => step.atNs <= atNs)?.bytes;
  const size = bytes === undefined ? notKnown() : formatBytes(bytes);
  const figure = { font: fonts.figure, colour: theme.ink, align: 'right' } as const;
  if (!over) write(ctx, size, memoryRight, row.top + 13, figure);
  else {
    const peak = message('race-peak', { size });
    const style = { font: fonts.note, colour: theme.ink2, align: 'right' } as const;
    if (textWidth(ctx, peak, fonts.note) <= memoryRight - memoryLeft) {
      write(ctx, peak, memoryRight, row.top + 13, style);
    }
  }
}
