// Computes the marks of a break-even map besides its areas' names: the programs that stand on it, and where workers
// never paid.
import { message } from '@present/messages/message';
import { formatDuration } from '@present/locale/format';
import type { Box } from '../../canvas/bar-box';
import type { Placed } from './areas';
import { hasCrossing } from '@present/figures/break-even-columns';
import type { BreakEvenScene, MapMark, MapNote, MapRequest, MapScales } from './scene';
import {
  describeHeavier,
  firstCrossing,
  heavierBy,
  largestNs,
} from '@present/figures/break-even-text';
import { logPosition } from '@present/scales/log-scale';

const noteHeight = 14;
/** Sizes of a task that differ by less are one spot on the map. */
const sameWithin = 1.5;

/** A text above some columns' areas. */
function noteAbove(run: readonly Placed[], scales: MapScales, request: MapRequest): MapNote {
  const tops = run.map(({ column }) => largestNs(column.points, column.tasks) ?? 0);
  const text = message('map-not-found', { time: formatDuration(Math.min(...tops)) });
  const width = request.widthOf(text, 'note') + 8;
  const { plot } = scales;
  const middle = ((run[0]?.x ?? 0) + (run.at(-1)?.x ?? 0)) / 2;
  const x = Math.max(plot.x, Math.min(plot.x + plot.width - width, middle - width / 2));
  const highest = Math.min(...tops.map((ns) => logPosition(scales.y, ns)));
  const height = noteHeight;
  return { text, box: { x, y: Math.max(plot.y, highest - 6 - height), width, height } };
}

/**
 * Returns what is said above columns in which workers never paid: of each how far it was measured; where
 * that has no room, of those side by side the least.
 */
export function columnNotes(
  placed: readonly Placed[],
  scales: MapScales,
  request: MapRequest,
): readonly MapNote[] {
  const silent = ({ column }: Placed): boolean =>
    column.stretches.length > 0 && !hasCrossing(column);
  const each = placed.filter(silent).map((one) => noteAbove([one], scales, request));
  if (
    !each.some((note, index) => each.slice(0, index).some((other) => touch(note.box, other.box)))
  ) {
    return each;
  }
  const runs: Placed[][] = [];
  placed.forEach((here, index) => {
    if (!silent(here)) return;
    const before = placed[index - 1];
    if (before !== undefined && silent(before)) runs.at(-1)?.push(here);
    else runs.push([here]);
  });
  return runs.map((run) => noteAbove(run, scales, request));
}

const lineHeight = 16;
const boxPad = 8;
const gap = 14;

/** Right of the mark, left of it, or a little above or below: the first place that is free. */
function markBox(
  at: { readonly x: number; readonly y: number },
  texts: readonly string[],
  plot: Box,
  request: MapRequest,
  taken: readonly Box[],
): Box {
  const widths = texts.map((text, line) => request.widthOf(text, line === 0 ? 'head' : 'note'));
  const width = Math.max(...widths) + 2 * boxPad;
  const height = texts.length * lineHeight + boxPad;
  const fitsRight = at.x + gap + width <= plot.x + plot.width;
  const sides = fitsRight ? [at.x + gap, at.x - gap - width] : [at.x - gap - width, at.x + gap];
  const places = [0, height + gap, -height - gap].flatMap((shift) =>
    sides.map((x): Box => ({
      x: Math.max(plot.x, Math.min(plot.x + plot.width - width, x)),
      y: Math.max(
        plot.y + 2,
        Math.min(plot.y + plot.height - height - 2, at.y - height / 2 + shift),
      ),
      width,
      height,
    })),
  );
  const covers = (box: Box): boolean =>
    Math.abs(box.x + width / 2 - at.x) < width / 2 + 8 &&
    Math.abs(box.y + height / 2 - at.y) < height / 2 + 8;
  const free = places.find((box) => !covers(box) && taken.every((other) => !touch(box, other)));
  return free ?? (places[0] as Box);
}

/** Returns whether the experiment's own work is the article's program itself. */
function isSame(
  own: { readonly tasks: number; readonly taskNs: number },
  article: { readonly tasks: number; readonly taskNs: number } | undefined,
): boolean {
  if (article === undefined || own.tasks !== article.tasks) return false;
  return Math.abs(Math.log(own.taskNs / article.taskNs)) < Math.log(sameWithin);
}

const touch = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** The article's program and the experiment's own work, where they are known. */
export function mapMarks(
  request: MapRequest,
  { plot, xOf, y }: MapScales,
  notes: readonly MapNote[],
): Pick<BreakEvenScene, 'article' | 'own'> {
  const { article, own } = request.data;
  const place = (
    at: { readonly tasks: number; readonly taskNs: number },
    name: string,
    note: string | undefined,
    reachesNs: number | undefined,
    taken: readonly Box[],
  ): MapMark => {
    const spot = { x: xOf(at.tasks), y: logPosition(y, at.taskNs) };
    const title = message('map-mark', { name, count: at.tasks, time: formatDuration(at.taskNs) });
    const box = markBox(spot, note === undefined ? [title] : [title, note], plot, request, taken);
    const reachesY = reachesNs === undefined ? undefined : logPosition(y, reachesNs);
    return { ...spot, title, note, reachesY, box };
  };
  const noteBoxes = notes.map(({ box }) => box);
  const first =
    article === undefined
      ? undefined
      : place(
          article,
          message('map-mark-article'),
          describeHeavier(request.data, article),
          heavierBy(request.data, article) === undefined
            ? undefined
            : firstCrossing(request.data, article.tasks)?.fromNs,
          noteBoxes,
        );
  const second =
    own === undefined || isSame(own, article)
      ? undefined
      : place(own, message('map-mark-own'), undefined, undefined, [
          ...noteBoxes,
          ...(first === undefined ? [] : [first.box]),
        ]);
  return { article: first, own: second };
}

/** Points all over the texts of marks, so that no area's name is written there. */
export function obstacles({ article, own }: Pick<BreakEvenScene, 'article' | 'own'>) {
  return [article, own].flatMap((mark) => {
    if (mark === undefined) return [];
    const { x, y, width, height } = mark.box;
    const shares = [0, 0.25, 0.5, 0.75, 1];
    return shares.flatMap((share) => [
      { x: x + share * width, y },
      { x: x + share * width, y: y + height },
    ]);
  });
}
