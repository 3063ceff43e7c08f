// The workers' lanes: tasks as continuous bars (exact), under them the states as cells (sampled).
import { message } from '@present/messages/message';
import { isPython } from '@shared/experiment/strategies';
import { hostName } from '../scene/worker-look';
import { caretX } from '../scene/layout';
import type { GroupScene, Scene, WorkerLaneScene } from '../scene/scene';
import { barBox } from '../../canvas/bar-box';
import { xOf } from '../scene/time-scale';
import {
  bar,
  caret,
  hatch,
  label,
  outline,
  rule,
  stripePitch,
  textWidth,
  upright,
  write,
  type Box,
  type Surface,
} from '../../canvas/pen';
import { fonts, type CanvasTheme } from '../../canvas/theme';
import { drawFold } from './strips';

/** How far left of the plot a process's bracket stands. */
const bracketLeft = 43;
/** Radius of the dot of a move. */
const moveDot = 2.5;

/** Draws the lanes of all workers that are in view, by process. */
export function drawWorkers(ctx: Surface, scene: Scene, theme: CanvasTheme): void {
  for (const group of scene.groups) {
    if (scene.strip === undefined) drawHost(ctx, group, scene, theme);
    for (const lane of group.lanes) drawLane(ctx, lane, scene, theme);
    drawFold(ctx, group, scene, theme);
  }
}

function drawHost(ctx: Surface, group: GroupScene, scene: Scene, theme: CanvasTheme): void {
  const { host, top, bottom } = group;
  if (host === undefined || bottom - top < 12) return;
  const left = scene.layout.plotLeft - 116;
  const tall = group.fold?.band.height ?? Math.min(group.lanes[0]?.band.spanHeight ?? 12, 16);
  const middle = top + tall / 2;
  if (group.whole) caret(ctx, caretX, middle, group.fold === undefined, theme.ink3);
  write(ctx, hostName(scene.cell, host.index), left, middle, {
    font: fonts.name,
    colour: theme.ink2,
  });
  if (host.pid !== undefined && bottom - top >= 28) {
    write(ctx, message('timeline-pid', { pid: String(host.pid) }), left, middle + 15, {
      font: fonts.id,
      colour: theme.ink3,
    });
  }
  if (group.fold !== undefined) return;
  const x = scene.layout.plotLeft - bracketLeft;
  const y1 = bottom - 3;
  upright(ctx, x, top, y1, theme.line);
  rule(ctx, x, x + 4, top, theme.line);
  rule(ctx, x, x + 4, y1 - 1, theme.line);
}

function drawLane(ctx: Surface, lane: WorkerLaneScene, scene: Scene, theme: CanvasTheme): void {
  const { band, look } = lane;
  const { plotLeft, plotRight } = scene.layout;
  const fill = theme.tint(look.strategy, look.tint);
  const baseline =
    band.strip.height > 0 ? band.strip.top + band.strip.height : band.top + band.height - 1;
  rule(ctx, plotLeft, plotRight, baseline, theme.grid);
  if (band.height >= 11 && scene.strip === undefined) {
    const middle = band.top + Math.min(band.spanHeight, 16) / 2;
    const style = { font: fonts.id, colour: theme.ink3, align: 'right' } as const;
    write(ctx, look.name, plotLeft - 12, middle, style);
  }
  drawStartUp(ctx, lane, scene, fill);
  const boxes = lane.bars.map((bar) => barBox(bar, lane));
  ctx.fillStyle = fill;
  boxes.forEach((box) => bar(ctx, box.x, box.x + box.width, box.y, box.height));
  const text = theme.textOn(fill);
  const plain = lane.bars.flatMap(({ task, count }, index) => {
    const box = boxes[index];
    if (box === undefined) return [];
    const end = count === 1 ? label(ctx, String(task), box, fonts.id, text) : undefined;
    return [end === undefined ? box : { ...box, x: end, width: box.x + box.width - end }];
  });
  if (isPython(look.strategy)) hatch(ctx, plain, theme.ground, stripePitch);
  drawFlight(ctx, lane, scene, theme);
  drawUnderWay(ctx, lane, scene, theme);
  drawStates(ctx, lane, theme);
}

/** How many tasks are in flight, exact, as a profile; its tallest step says the figure. */
function drawFlight(ctx: Surface, lane: WorkerLaneScene, scene: Scene, theme: CanvasTheme): void {
  const { band, flight, look } = lane;
  const [first] = flight;
  if (first === undefined) return;
  const floor = band.top + band.spanHeight;
  const most = scene.cell.topology.concurrency;
  const topOf = (count: number): number => floor - (count / most) * band.spanHeight;
  ctx.fillStyle = theme.tint(look.strategy, look.tint);
  for (const { x0, x1, count } of flight) bar(ctx, x0, x1, topOf(count), floor - topOf(count));
  if (isPython(look.strategy)) {
    const steps = flight.map(({ x0, x1, count }): Box => {
      return { x: x0, y: topOf(count), width: x1 - x0, height: floor - topOf(count) };
    });
    hatch(ctx, steps, theme.ground, stripePitch);
  }
  const tallest = flight.reduce((most, step) => (step.count > most.count ? step : most), first);
  const text = message('timeline-in-flight', { count: tallest.count });
  const x = Math.min(tallest.x0 + 8, scene.scale.x1 - textWidth(ctx, text, fonts.note) - 8);
  const y = Math.min(floor - 9, topOf(tallest.count) + 12);
  write(ctx, text, Math.max(scene.scale.x0 + 8, x), y, {
    font: fonts.note,
    colour: theme.ink,
    rim: theme.ground,
  });
}

/** Between the decision and go a worker is started: hollow, for it runs no task. */
function drawStartUp(ctx: Surface, lane: WorkerLaneScene, scene: Scene, fill: string): void {
  const { startUp, scale } = scene;
  if (startUp === undefined) return;
  const x0 = Math.max(scale.x0, xOf(scale, startUp.fromNs));
  const x1 = Math.min(scale.x1, xOf(scale, startUp.goNs));
  if (x1 - x0 < 3) return;
  const box = { x: x0, y: lane.band.top, width: x1 - x0 - 1, height: lane.band.spanHeight };
  ctx.globalAlpha = 0.3;
  ctx.fillStyle = fill;
  ctx.fillRect(box.x, box.y, box.width, box.height);
  ctx.globalAlpha = 1;
  outline(ctx, box, fill);
}

/** A task that is running but not reported yet: dashed, for its start is not known here. */
function drawUnderWay(ctx: Surface, lane: WorkerLaneScene, scene: Scene, theme: CanvasTheme): void {
  const { scale, extent } = scene;
  if (lane.underWayFromX === undefined || lane.track.rows > 1) return;
  const x0 = Math.max(scale.x0, lane.underWayFromX + 1);
  const x1 = Math.min(scale.x1, xOf(scale, extent.nowNs));
  if (x1 - x0 < 4) return;
  const box = { x: x0, y: lane.band.top, width: x1 - x0, height: lane.band.spanHeight };
  outline(ctx, box, theme.tint(lane.look.strategy, lane.look.tint), [3, 3]);
}

function drawStates(ctx: Surface, lane: WorkerLaneScene, theme: CanvasTheme): void {
  const { strip } = lane.band;
  if (strip.height === 0) return;
  const floor = strip.top + strip.height;
  const waits: Box[] = [];
  ctx.fillStyle = theme.faint(lane.look.strategy, lane.look.tint);
  for (const { x0, x1, run, wait } of lane.states) {
    const gap = x1 - x0 >= 6 ? 1 : 0;
    const runHeight = run * strip.height;
    const waitHeight = wait * strip.height;
    if (runHeight >= 0.5) bar(ctx, x0, x1, floor - runHeight, runHeight, gap);
    if (waitHeight >= 1) {
      const width = x1 - x0 - gap;
      waits.push({ x: x0, y: floor - runHeight - waitHeight, width, height: waitHeight });
    }
  }
  hatch(ctx, waits, theme.ink2);
  drawMoves(ctx, lane, theme);
}

/** A move between cores where it was sampled: a dot on the end of the sample that saw it. */
function drawMoves(
  ctx: Surface,
  { band: { strip }, moves }: WorkerLaneScene,
  theme: CanvasTheme,
): void {
  const y = strip.top + strip.height / 2;
  ctx.lineWidth = 1;
  for (const { x } of moves) {
    ctx.beginPath();
    ctx.arc(x, y, moveDot, 0, 2 * Math.PI);
    ctx.fillStyle = theme.ink;
    ctx.strokeStyle = theme.ground;
    ctx.fill();
    ctx.stroke();
  }
}
