// Where everything of the race stands, in px: a row for each racer, a lane in it for each worker. Pure.
import type { Race } from '@present/figures/race';

export interface RaceBand {
  readonly top: number;
  readonly height: number;
}

export interface RaceRow extends RaceBand {
  readonly lanes: readonly RaceBand[];
}

export interface RaceLayout {
  readonly plotLeft: number;
  readonly plotRight: number;
  readonly memoryLeft: number;
  readonly memoryRight: number;
  readonly rows: readonly RaceRow[];
  readonly axisTop: number;
  /** Of everything; more than the place has where rows are many: then it scrolls. */
  readonly height: number;
}

const margins = { roomy: { head: 204, memory: 148 }, narrow: { head: 156, memory: 92 } } as const;
/** Narrower than this, names and memory take less. */
const roomyFrom = 960;
const pad = 8;
const axisHeight = 32;
/** A row holds its name and figures. */
const minRow = 44;
const lane = { least: 2, most: 36, alone: 64, gap: 1 } as const;

/** The height that a racer's lanes take when each is `each` px. */
function laneHeight(count: number, each: number): number {
  return count === 1 ? Math.min(lane.alone, Math.max(lane.most, 2 * each)) : each;
}

function rowOf(count: number, each: number, top: number): RaceRow {
  const own = laneHeight(count, each);
  const height = Math.max(minRow, count * own + 2 * pad);
  const from = top + (height - count * own) / 2;
  const lanes = Array.from({ length: count }, (_, index) => ({
    top: Math.round(from + index * own),
    height: Math.max(1, Math.round(own) - (own > 3 ? lane.gap : 0)),
  }));
  return { top, height, lanes };
}

/** Lays out the race; lanes share the height that is there. */
export function layoutRace({ racers }: Race, width: number, height: number): RaceLayout {
  const { head, memory } = width >= roomyFrom ? margins.roomy : margins.narrow;
  const counts = racers.map(({ lanes }) => Math.max(1, lanes.length));
  // One that is alone is twice as high.
  const total = counts.reduce((sum, count) => sum + Math.max(2, count), 0);
  const free = height - axisHeight - racers.length * 2 * pad;
  const each = Math.min(lane.most, Math.max(lane.least, Math.floor(free / Math.max(1, total))));
  const rows: RaceRow[] = [];
  let top = 0;
  for (const count of counts) {
    const row = rowOf(count, each, top);
    rows.push(row);
    top += row.height;
  }
  return {
    plotLeft: head,
    plotRight: width - memory,
    memoryLeft: width - memory + 16,
    memoryRight: width - 8,
    rows,
    axisTop: top,
    height: Math.max(height, top + axisHeight),
  };
}
