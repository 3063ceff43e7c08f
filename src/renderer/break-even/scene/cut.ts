// One column of the break-even map as curves: cold time of each strategy by the size of one task, both
// logarithmic, from measured point to measured point.
import { message } from '@present/messages/message';
import { formatDuration } from '@present/locale/format';
import type { Box } from '../../canvas/bar-box';
import type { MapTick } from './scene';
import {
  firstCrossing,
  mapStrategies,
  medianTimes,
  type MapData,
  type MapStrategy,
} from '@present/figures/break-even-text';
import { logExtent, logPosition, logTicks, type LogScale } from '@present/scales/log-scale';

export interface CutLine {
  readonly strategy: MapStrategy;
  readonly name: string;
  /** Left to right. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Where its name stands: left end, middle of the text. */
  readonly label: { readonly x: number; readonly y: number };
}

export interface CutScene {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly xTicks: readonly MapTick[];
  readonly yTicks: readonly MapTick[];
  readonly lines: readonly CutLine[];
  /** From where the first strategy pays; undefined where none was found to. */
  readonly crossing: MapTick | undefined;
}

const left = 62;
const right = 14;
const top = 10;
const foot = 28;
/** Between a line and its name, and between two names. */
const nameGap = 11;
const namePitch = 14;

/** At most so many of the ticks, every second, third … where they are more. */
function thinned(ticks: readonly number[], most: number): readonly number[] {
  const step = Math.ceil(ticks.length / most);
  return ticks.filter((_, index) => index % step === 0);
}

/** The topmost name above its line, the others below theirs, none on another. */
function nameLines(lines: readonly Omit<CutLine, 'label'>[], plot: Box): readonly CutLine[] {
  const startOf = ({ points }: Pick<CutLine, 'points'>) => points[0] ?? { x: plot.x, y: plot.y };
  const order = [...lines].sort((a, b) => startOf(a).y - startOf(b).y);
  let freeFrom = plot.y;
  return order.map((line, index) => {
    const start = startOf(line);
    const wanted = start.y + (index === 0 ? -nameGap : nameGap);
    const y = Math.min(plot.y + plot.height - 8, Math.max(wanted, freeFrom));
    freeFrom = y + namePitch;
    return { ...line, label: { x: start.x + 8, y } };
  });
}

/** The curves at one number of tasks; undefined where fewer than two sizes were measured. */
export function buildCut(
  data: MapData,
  tasks: number,
  width: number,
  height: number,
): CutScene | undefined {
  const points = data.points
    .filter((point) => point.tasks === tasks && point.taskNs > 0)
    .sort((a, b) => a.taskNs - b.taskNs)
    .map((point) => ({ taskNs: point.taskNs, times: medianTimes(point, data.cells) }));
  if (points.length < 2) return undefined;
  const plot = { x: left, y: top, width: width - left - right, height: height - top - foot };
  const sizes = logExtent(
    points.map(({ taskNs }) => taskNs),
    1.3,
  );
  const times = logExtent(
    points.flatMap((point) => Object.values(point.times)),
    1.6,
  );
  const x: LogScale = { from: sizes[0], to: sizes[1], start: plot.x, end: plot.x + plot.width };
  const y: LogScale = { from: times[0], to: times[1], start: plot.y + plot.height, end: plot.y };
  const lines = mapStrategies.flatMap((strategy) => {
    const measured = points.flatMap((point) => {
      const ns = point.times[strategy];
      return ns === undefined ? [] : [{ x: logPosition(x, point.taskNs), y: logPosition(y, ns) }];
    });
    return measured.length === 0
      ? []
      : [{ strategy, name: message('map-strategy', { strategy }), points: measured }];
  });
  const tick = (scale: LogScale) => (ns: number) => ({
    at: logPosition(scale, ns),
    label: formatDuration(ns),
  });
  const fromNs = firstCrossing(data, tasks)?.fromNs;
  return {
    width,
    height,
    plot,
    xTicks: thinned(logTicks(x.from, x.to), Math.max(1, Math.floor(plot.width / 64))).map(tick(x)),
    yTicks: thinned(logTicks(y.from, y.to), Math.max(1, Math.floor(plot.height / 28))).map(tick(y)),
    lines: nameLines(lines, plot),
    crossing: fromNs === undefined ? undefined : tick(x)(fromNs),
  };
}
