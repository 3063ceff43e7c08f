// A trial's timeline as a picture that stands alone, with all of its lanes; and its tasks for the clipboard.
import { maxCopiedRows } from '@shared/wire/ipc';
import { message } from '@present/messages/message';
import type { Cell } from '@shared/experiment/cells';
import { baseStrategyOf } from '@shared/experiment/strategies';
import { hatch, rule, type PictureSurface, type Box } from '../canvas/pen';
import type { CanvasTheme } from '../canvas/theme';
import type { LaneView } from '../model/lane-view';
import type { TimelineBuffer } from '../model/timeline-buffer';
import { copiedTable, type CopiedTable } from '../pictures/copied-rows';
import type { LegendEntry } from '../pictures/legend';
import type { ChartPicture } from '../pictures/picture';
import { drawTimeline } from './draw/timeline';
import type { FramedArea } from './scene/area';
import { timelineTable } from './scene/timeline-table';
import type { Viewport } from './scene/viewport';
import { taskTableColumns } from './table-columns';
import { TimelinePicture } from './timeline-picture';

/** What is shown of a trial. */
export interface ShownPart {
  readonly trial: number;
  readonly lanes: LaneView;
  readonly viewport: Viewport;
  readonly area?: FramedArea | undefined;
  readonly markers?: readonly number[];
  /** In px. */
  readonly width: number;
  readonly height: number;
}

function fill(ctx: PictureSurface, { x, y, width, height }: Box, colour: string): void {
  ctx.fillStyle = colour;
  ctx.fillRect(x, y, width, height);
}

/** As the window's legend, in the tints of the trial's strategy. */
function laneLegend({ strategy, topology }: Cell): readonly LegendEntry[] {
  const of = baseStrategyOf(strategy) === 'threads' ? 'thread' : 'process';
  const tints: LegendEntry = {
    text: message('legend-tint', { of }),
    draw: (ctx, box, theme) =>
      [0, 1, 2, 3].forEach((tint) => {
        const quarter = { ...box, x: box.x + (tint * box.width) / 4, width: box.width / 4 };
        fill(ctx, quarter, theme.tint(strategy, tint));
      }),
  };
  return [
    {
      text: message('legend-running'),
      draw: (ctx, box, theme) => fill(ctx, box, theme.faint(strategy, 0)),
    },
    {
      text: message('legend-runnable'),
      draw: (ctx, box, theme) => hatch(ctx, [box], theme.ink2, 5),
    },
    {
      text: message('legend-waiting'),
      draw: (ctx, { x, y, width, height }, theme) =>
        rule(ctx, x, x + width, y + height - 1, theme.ink3),
    },
    {
      text: message('legend-others'),
      draw: (ctx, box, theme) => {
        fill(ctx, box, theme.others);
        rule(ctx, box.x, box.x + box.width, box.y, theme.ink3);
      },
    },
    ...(topology.processes * topology.threads > 1 ? [tints] : []),
  ];
}

/**
 * The picture of the part that is shown, as high as all lanes are.
 * @param words its title and note
 * @returns undefined before the trial has begun
 */
export function trialPicture(
  buffer: TimelineBuffer,
  { trial, lanes, viewport, area, markers = [], width, height }: ShownPart,
  words: Pick<ChartPicture, 'title' | 'note'>,
): ChartPicture | undefined {
  const shown = new TimelinePicture(buffer);
  shown.show(trial);
  Object.assign(shown, { lanes, viewport, area, markers });
  const first = shown.build(width, height)?.layout.scrolled;
  if (first === undefined) return undefined;
  const whole = height + Math.max(0, first.contentHeight - first.height);
  const scene = shown.build(width, whole);
  if (scene === undefined) return undefined;
  const draw: ChartPicture['draw'] = (ctx, theme: CanvasTheme) => drawTimeline(ctx, scene, theme);
  const legend = shown.track === undefined ? [] : laneLegend(shown.track.cell);
  return { ...words, width, height: whole, ground: 'ground', legend, draw };
}

/** The trial's tasks, the last ones where there are more than can be copied; undefined before it has begun. */
export function trialTable(
  buffer: TimelineBuffer,
  trial: number | undefined,
  lanes: LaneView,
): CopiedTable | undefined {
  const track = trial === undefined ? undefined : buffer.trial(trial);
  if (track === undefined) return undefined;
  const rows = timelineTable(buffer, track, maxCopiedRows - 1, lanes);
  const count = rows.tasksInAll;
  return { ...copiedTable(taskTableColumns(rows), rows.tasks), count };
}
