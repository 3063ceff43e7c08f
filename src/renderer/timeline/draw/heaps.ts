// The V8 heaps of a process under its lanes: one part a thread, in the thread's tint, on one scale for the trial.
import { message } from '@present/messages/message';
import { groupDigits, withUnit } from '@present/locale/format';
import { heapTop, type Scene } from '../scene/scene';
import { bar, rule, textWidth, write, type Surface } from '../../canvas/pen';
import { fonts, type CanvasTheme } from '../../canvas/theme';

/** Under this a lane has no words. */
const minWords = 14;

const megabytes = (bytes: number): string => withUnit(groupDigits(bytes / 1e6), 'MB');

/** Draws the heap lane of each process that has one. */
export function drawHeaps(ctx: Surface, scene: Scene, theme: CanvasTheme): void {
  const { plotLeft, plotRight } = scene.layout;
  const most = heapTop(scene);
  for (const { heap } of scene.groups) {
    if (heap === undefined) continue;
    const { band, lane } = heap;
    const floor = band.top + band.height - 2;
    rule(ctx, plotLeft, plotRight, floor, theme.grid);
    if (band.height >= minWords && scene.strip === undefined) {
      const style = { font: fonts.note, colour: theme.ink3, align: 'right' } as const;
      write(ctx, message('timeline-heap'), plotLeft - 12, floor - 6, style);
    }
    if (most <= 0) continue;
    const scale = (band.height - 5) / most;
    for (const step of lane.steps) {
      let y = floor;
      step.parts.forEach((bytes, place) => {
        const look = scene.looks[lane.workers[place] ?? -1];
        const height = bytes * scale;
        y -= height;
        if (look === undefined || height <= 0) return;
        ctx.fillStyle = theme.faint(look.strategy, look.tint);
        bar(ctx, step.x0, step.x1, y, height);
      });
    }
    const last = lane.steps.at(-1);
    if (last === undefined || band.height < minWords) continue;
    const text = megabytes(last.totalBytes);
    const figure = { font: fonts.id, colour: theme.ink2, rim: theme.ground } as const;
    const fits = last.x1 + 6 + textWidth(ctx, text, fonts.id) <= scene.layout.width;
    if (fits) write(ctx, text, last.x1 + 6, floor - 6, figure);
    else write(ctx, text, last.x1 - 6, floor - 6, { ...figure, align: 'right' });
  }
}
