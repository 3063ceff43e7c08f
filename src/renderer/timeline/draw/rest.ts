// The picture at rest: grey is measured now, dashed is where a run will be drawn.
import { formatDecimals } from '@present/locale/format';
import { message } from '@present/messages/message';
import type { Band } from '../scene/layout';
import { groupGap, loopScaleWidth, type RestScene } from '../scene/rest-scene';
import type { PlannedCell } from '../scene/rest-plan';
import { drawLoop } from './loop';
import {
  dashedLine,
  outline,
  rule,
  textWidth,
  upright,
  write,
  type Surface,
} from '../../canvas/pen';
import { fonts, type CanvasTheme } from '../../canvas/theme';

const dash = [3, 3];
const gridColumns = 10;
/** Room at the right for the cells' names. */
const namesWidth = 92;

/** Draws the scene on a surface whose unit is the CSS pixel. */
export function drawRest(ctx: Surface, scene: RestScene, theme: CanvasTheme): void {
  drawGround(ctx, scene, theme);
  drawCores(ctx, scene, theme);
  drawPlanned(ctx, scene, theme);
  drawLoopLane(ctx, scene, theme);
  drawPlannedMemory(ctx, scene, theme);
  drawHeads(ctx, scene, theme);
  drawNow(ctx, scene, theme);
}

/** Draws again what a sample changes in one of the measured parts, and what lies under it. */
export function drawRestPart(
  ctx: Surface,
  scene: RestScene,
  part: keyof RestScene['measured'],
  theme: CanvasTheme,
): void {
  drawGround(ctx, scene, theme);
  if (part === 'loop') {
    drawLoopLane(ctx, scene, theme);
    return;
  }
  drawCores(ctx, scene, theme);
  drawHeads(ctx, scene, theme);
}

function drawGround(ctx: Surface, scene: RestScene, theme: CanvasTheme): void {
  const { plotLeft, plotRight } = scene;
  ctx.fillStyle = theme.ground;
  ctx.fillRect(0, 0, scene.width, scene.height);
  const bottom = scene.memory.top + scene.memory.height;
  for (let column = 0; column <= gridColumns; column += 1) {
    const x = plotLeft + ((plotRight - plotLeft - 1) * column) / gridColumns;
    upright(ctx, x, 24, bottom, theme.grid);
  }
}

/** Measured up to now; right of it only the floor goes on. */
function drawLoopLane(ctx: Surface, scene: RestScene, theme: CanvasTheme): void {
  const { loopBand, plotLeft, plotRight, nowX } = scene;
  rule(ctx, nowX, plotRight, loopBand.top + loopBand.height, theme.line);
  drawLoop(ctx, scene.loop, { plot: loopBand, x0: plotLeft, x1: nowX, nowX }, theme);
}

function drawCores(ctx: Surface, scene: RestScene, theme: CanvasTheme): void {
  for (const { id, band, stretches } of scene.cores) {
    const floor = band.top + band.height - 1;
    rule(ctx, scene.plotLeft, scene.plotRight, floor, theme.hair);
    if (band.height >= 10) {
      const style = { font: fonts.id, colour: theme.ink3, align: 'right' } as const;
      write(ctx, String(id), scene.plotLeft - 8, floor - 5, style);
    }
    ctx.fillStyle = theme.neutral;
    for (const step of stretches.flatMap(({ steps }) => steps)) {
      const height = Math.max(1, step.high * (band.height - 3));
      const width = step.x1 - step.x0;
      ctx.fillRect(step.x0, floor - height, width >= 3 ? width - 1 : width, height);
    }
  }
}

function drawPlanned(ctx: Surface, scene: RestScene, theme: CanvasTheme): void {
  let y = scene.workers.top;
  for (const cell of scene.planned) {
    const colour = theme.tint(cell.strategy, 0);
    write(ctx, cell.name, scene.plotRight - 4, y + scene.laneHeight / 2, {
      font: fonts.note,
      colour: theme.ink3,
      align: 'right',
      rim: theme.ground,
    });
    for (const lanes of cell.processes) {
      drawBracket(ctx, scene.plotLeft - 14, y, lanes * scene.laneHeight, theme);
      for (let lane = 0; lane < lanes; lane += 1) {
        drawPlannedLane(ctx, scene, cell, lane, y, colour);
        rule(ctx, scene.plotLeft, scene.plotRight, y + scene.laneHeight - 1, theme.hair);
        y += scene.laneHeight;
      }
    }
    y += groupGap;
  }
}

function drawBracket(ctx: Surface, x: number, y: number, height: number, theme: CanvasTheme): void {
  upright(ctx, x, y + 3, y + height - 4, theme.line);
  rule(ctx, x, x + 4, y + 3, theme.line);
  rule(ctx, x, x + 4, y + height - 5, theme.line);
}

/** Equal boxes, a little later in each lane: an order of drawing, not a guess of times. */
function drawPlannedLane(
  ctx: Surface,
  scene: RestScene,
  cell: PlannedCell,
  lane: number,
  y: number,
  colour: string,
): void {
  const left = scene.plotLeft + 16 + (lane % 8) * 4;
  const room = scene.plotRight - namesWidth - left;
  const pitch = room / cell.tasksPerLane;
  for (let box = 0; box < cell.tasksPerLane; box += 1) {
    const x = left + box * pitch;
    outline(ctx, { x, y: y + 3, width: pitch - 8, height: scene.laneHeight - 8 }, colour, dash);
  }
}

/** A step a process: more processes, more memory. Heights say no more than that. */
function drawPlannedMemory(ctx: Surface, scene: RestScene, theme: CanvasTheme): void {
  const { top, height } = scene.memory;
  const floor = top + height - 1;
  rule(ctx, scene.plotLeft, scene.plotRight, floor, theme.line);
  const most = Math.max(1, ...scene.planned.map(({ processes }) => processes.length));
  const counts = scene.planned.map(({ processes }) => processes.length);
  for (const [index, { strategy, processes }] of scene.planned.entries()) {
    if (counts.indexOf(processes.length) !== index) continue;
    const colour = theme.tint(strategy, 0);
    const stepWidth = Math.min(48, (scene.plotRight - scene.plotLeft) / (4 * most));
    const stepHeight = (height * 0.78) / most;
    let [x, y] = [scene.plotLeft + 16, floor];
    const points: (readonly [number, number])[] = [[x, y]];
    for (let process = 0; process < processes.length; process += 1) {
      points.push([x, y - stepHeight], [x + stepWidth, y - stepHeight]);
      x += stepWidth;
      y -= stepHeight;
    }
    const end = scene.plotRight - namesWidth;
    points.push([end, y], [end, floor]);
    points.slice(1).forEach((point, index) => {
      const from = points[index] ?? point;
      dashedLine(ctx, from, point, colour, dash);
    });
  }
}

interface Head {
  readonly top: number;
  readonly name: string;
  readonly notes: readonly string[];
  /** What stands right of the notes. */
  readonly taken: number;
}

function drawHeads(ctx: Surface, scene: RestScene, theme: CanvasTheme): void {
  const { busy } = scene;
  const measured =
    busy === undefined
      ? [message('rest-idle'), message('rest-idle-unmeasured')]
      : [
          message('rest-idle-measured'),
          message('rest-busy', { busy: formatDecimals(busy.now, 1), cores: busy.of }),
        ];
  const heads: readonly Head[] = [
    {
      top: scene.cores[0]?.band.top ?? 0,
      name: message('timeline-cores'),
      notes: [message('rest-cores-note'), ...measured],
      taken: 20,
    },
    {
      top: scene.workers.top,
      name: message('timeline-workers'),
      notes: [message('rest-workers-note')],
      taken: 20,
    },
    {
      top: scene.loopBand.top - 14,
      name: message('rest-loop'),
      notes: [message('rest-loop-note')],
      taken: loopScaleWidth,
    },
    {
      top: scene.memory.top,
      name: message('timeline-memory'),
      notes: [message('rest-memory-note'), message('rest-memory-note-shared')],
      taken: 20,
    },
  ];
  heads.forEach((head, index) => {
    const until = heads[index + 1]?.top ?? scene.height;
    if (until - head.top >= 16) drawHead(ctx, head, until, scene, theme);
  });
}

/** The name, and as many of its notes as fit into the gutter and above the next head. */
function drawHead(
  ctx: Surface,
  { top, name, notes, taken }: Head,
  until: number,
  { plotLeft }: RestScene,
  theme: CanvasTheme,
): void {
  write(ctx, name, 0, top + 8, { font: fonts.head, colour: theme.ink });
  const fit =
    top + 17 + notes.length * 16 <= until &&
    notes.every((note) => textWidth(ctx, note, fonts.note) <= plotLeft - taken);
  if (!fit) return;
  notes.forEach((note, line) => {
    write(ctx, note, 0, top + 25 + line * 16, { font: fonts.note, colour: theme.ink3 });
  });
}

function drawNow(ctx: Surface, scene: RestScene, theme: CanvasTheme): void {
  const { nowX } = scene;
  const { top, height }: Band = scene.memory;
  upright(ctx, nowX, 17, top + height, theme.ink);
  ctx.fillStyle = theme.ink;
  ctx.fillRect(nowX - 20, 1, 40, 16);
  const middle = { font: fonts.figure, colour: theme.ground, align: 'center' } as const;
  write(ctx, message('rest-now'), nowX, 9, middle);
  if (scene.planned.length === 0) return;
  const notes = [message('rest-dashed-unmeasured'), message('rest-dashed')];
  const fitting = notes.find((note) => nowX + 28 + textWidth(ctx, note, fonts.note) <= scene.width);
  if (fitting !== undefined) {
    write(ctx, fitting, nowX + 28, 9, { font: fonts.note, colour: theme.ink3 });
  }
}
