// Places the names of a break-even map's areas: in the largest part of each, off the points.
import { defined } from '@shared/base/defined';
import { bandsAt, type Area } from './areas';
import type { AreaKind } from '@present/figures/break-even-columns';

export interface AreaLabel {
  readonly kind: AreaKind;
  readonly x: number;
  /** Top of the text. */
  readonly y: number;
  readonly title: string;
  /** A line under it; absent where there is no room. */
  readonly note?: string;
}

/** What an area is to say, and how much room that takes in px. */
export interface LabelText {
  readonly kind: AreaKind;
  readonly title: string;
  readonly note?: string;
  readonly width: number;
  readonly height: number;
}

interface Dot {
  readonly x: number;
  readonly y: number;
}

const step = 12;
const pad = 6;
/** How much lower a place stands with each point it would cover. */
const costOfDot = 0.5;

/** The room that a kind leaves free from `x` on for `width`: its lowest top, its highest foot. */
function roomAt(
  areas: readonly Area[],
  kind: AreaKind,
  x: number,
  width: number,
): { readonly top: number; readonly foot: number } | undefined {
  let [top, foot] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let at = x; ; at = Math.min(x + width, at + step)) {
    const widest = bandsAt(areas, at)
      .filter((band) => band.kind === kind)
      .reduce<{ top: number; foot: number } | undefined>(
        (best, band) =>
          best === undefined || band.foot - band.top > best.foot - best.top ? band : best,
        undefined,
      );
    if (widest === undefined) return undefined;
    [top, foot] = [Math.max(top, widest.top), Math.min(foot, widest.foot)];
    if (at >= x + width) return { top, foot };
  }
}

/** The best place for a text; undefined where it fits nowhere. */
export function placeLabel(
  areas: readonly Area[],
  text: LabelText,
  dots: readonly Dot[],
): { readonly x: number; readonly y: number } | undefined {
  const [width, height] = [text.width + 2 * pad, text.height + 2 * pad];
  const [from, to] = [
    Math.min(...areas.map(({ x0 }) => x0)),
    Math.max(...areas.map(({ x1 }) => x1)),
  ];
  let best: { x: number; y: number; score: number } | undefined;
  for (let x = from; x + width <= to; x += step) {
    const room = roomAt(areas, text.kind, x, width);
    if (room === undefined || room.foot - room.top < height) continue;
    for (const share of [0.5, 0.35, 0.65, 0.2, 0.8]) {
      const free = room.foot - room.top - height;
      const y = room.top + free * share;
      const covered = dots.filter(
        (dot) => dot.x > x - 4 && dot.x < x + width + 4 && dot.y > y - 4 && dot.y < y + height + 4,
      ).length;
      const clearance = Math.min(y - room.top, room.foot - y - height);
      const score = (clearance + 1) * costOfDot ** covered;
      if (best === undefined || score > best.score) best = { x: x + pad, y: y + pad, score };
    }
  }
  return best === undefined ? undefined : { x: best.x, y: best.y };
}

/** Each area's label, with its note or, where that has no room, without. */
export function placeLabels(
  areas: readonly Area[],
  texts: readonly (readonly LabelText[])[],
  dots: readonly Dot[],
): readonly AreaLabel[] {
  return texts.flatMap((choices): AreaLabel[] => {
    for (const { kind, title, note, ...size } of choices) {
      const place = placeLabel(areas, { kind, title, ...size }, dots);
      if (place !== undefined) {
        return [{ kind, title, ...place, ...defined({ note }) }];
      }
    }
    return [];
  });
}
