// A trial's timeline as a picture that stands alone, with all of its lanes; and its tasks for the clipboard.
import { maxCopiedRows } from '@shared/wire/ipc';
import type { CanvasTheme } from '../canvas/theme';
import type { LaneView } from '../model/lane-view';
import type { TimelineBuffer } from '../model/timeline-buffer';
import { copiedTable, type CopiedTable } from '../pictures/copied-rows';
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
  return { ...words, width, height: whole, ground: 'ground', draw };
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
