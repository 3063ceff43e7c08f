// The break-even map in words: what the article's program is told, what a point says, and where
// each strategy begins to pay. Nothing is said that the points and crossings do not hold.
import { median } from '@analysis/stats/quantile';
import type { BreakEven, BreakEvenPoint, Crossing } from '@shared/report/break-even';
import { formatDuration, formatRatio, groupDigits, notKnown } from '../locale/format';
import { list, listAny } from '../messages/list';
import { message } from '../messages/message';
import { messageParts, type MessagePart } from '../messages/parts';

/** What a map shows: a finished search, or the points of one that goes on. */
export interface MapData extends Partial<Pick<BreakEven, 'columns' | 'article' | 'own'>> {
  readonly points: readonly BreakEvenPoint[];
  readonly cells: BreakEven['cells'];
}

export const mapStrategies = ['serial', 'threads', 'processes'] as const;

export type MapStrategy = (typeof mapStrategies)[number];

/** Median cold time of each strategy at a point; a strategy that was not measured there is absent. */
export function medianTimes(
  { times }: Pick<BreakEvenPoint, 'times'>,
  cells: BreakEven['cells'],
): Partial<Record<MapStrategy, number>> {
  const found: Partial<Record<MapStrategy, number>> = {};
  for (const strategy of mapStrategies) {
    const ns = median(times.find(({ cell }) => cell === cells[strategy])?.coldNs ?? []);
    if (ns !== undefined) found[strategy] = ns;
  }
  return found;
}

/** The cells that points compare: of each strategy the one whose id begins with its name. */
export function cellsOfPoints(points: readonly BreakEvenPoint[]): BreakEven['cells'] {
  const ids = points.flatMap(({ times }) => times.map(({ cell }) => cell));
  const idOf = (strategy: MapStrategy): string =>
    ids.find((id) => id.startsWith(`${strategy}-`)) ?? strategy;
  return { serial: idOf('serial'), threads: idOf('threads'), processes: idOf('processes') };
}

/** The largest size of a task that was measured at a number of tasks. */
export function largestNs(points: readonly BreakEvenPoint[], tasks: number): number | undefined {
  const sizes = points.filter((point) => point.tasks === tasks).map(({ taskNs }) => taskNs);
  return sizes.length === 0 ? undefined : Math.max(...sizes);
}

/** From where a strategy pays: `20 ms`, `≤ 12 µs` where it did at every size, or that it was not found. */
export function writeCrossing(crossing: Crossing | undefined, maxNs: number | undefined): string {
  if (crossing === undefined) return notKnown();
  const { fromNs, belowNs } = crossing;
  if (fromNs !== undefined) {
    const size = formatDuration(fromNs);
    return belowNs === undefined ? message('map-from-at-most', { size }) : size;
  }
  const up = belowNs ?? maxNs;
  return up === undefined
    ? message('map-found-nowhere')
    : message('map-not-found', { time: formatDuration(up) });
}

/** The strategy that begins to pay at the smallest task, of one column; undefined where none does. */
export function firstCrossing(data: MapData, tasks: number): Crossing | undefined {
  const crossings = data.columns?.find((column) => column.tasks === tasks)?.crossings ?? [];
  return crossings
    .filter(({ fromNs }) => fromNs !== undefined)
    .sort((a, b) => (a.fromNs ?? 0) - (b.fromNs ?? 0))[0];
}

/**
 * How much heavier the tasks of a point would have to be for workers to pay: from the crossing of
 * its own column. Undefined where there is none, or they pay already.
 */
export function heavierBy(data: MapData, point: BreakEvenPoint): number | undefined {
  const fromNs = firstCrossing(data, point.tasks)?.fromNs;
  const factor = fromNs === undefined ? undefined : fromNs / point.taskNs;
  return factor !== undefined && factor > 1 ? factor : undefined;
}

const boundOf = (crossing: Crossing | undefined): 'at-most' | 'exactly' =>
  crossing?.belowNs === undefined ? 'at-most' : 'exactly';

/** What stands at the article's crosshair, under its name. */
export function describeHeavier(data: MapData, point: BreakEvenPoint): string | undefined {
  const factor = heavierBy(data, point);
  const crossing = firstCrossing(data, point.tasks);
  if (factor !== undefined) {
    return message('map-heavier', { bound: boundOf(crossing), ratio: formatRatio(factor) });
  }
  const maxNs = largestNs(data.points, point.tasks);
  const searched = data.columns?.some(({ tasks }) => tasks === point.tasks) ?? false;
  if (point.winner !== 'serial' || !searched || crossing !== undefined || maxNs === undefined) {
    return undefined;
  }
  return message('map-not-up-to', { size: formatDuration(maxNs) });
}

/** Words of an answer; those marked `strong` are what it is about. */
type Answer = readonly MessagePart[];

function neitherPays(
  data: MapData,
  { tasks }: BreakEvenPoint,
  workers: number | undefined,
): Answer {
  const crossing = firstCrossing(data, tasks);
  if (crossing?.fromNs !== undefined) {
    const { strategy, fromNs } = crossing;
    const values = { tasks, strategy, bound: boundOf(crossing), size: formatDuration(fromNs) };
    const of = workers === undefined ? 'any' : 'workers';
    return messageParts('map-pays-later', { ...values, of, workers: workers ?? 0 });
  }
  const maxNs = largestNs(data.points, tasks);
  if (data.columns?.some((column) => column.tasks === tasks) !== true || maxNs === undefined) {
    return messageParts('map-pays-neither');
  }
  return messageParts('map-pays-neither-to', { size: formatDuration(maxNs) });
}

/** The answer for the article's program as written: from its own trials and its column. */
export function articleAnswer(data: MapData, workers: number | undefined): Answer {
  const { article } = data;
  if (article === undefined) return [];
  const { winner, gain, between = [] } = article;
  if (winner === 'serial') return neitherPays(data, article, workers);
  if (winner === 'undecided') {
    return between.includes('serial')
      ? messageParts('map-no-difference-between', { between: listStrategies(between) })
      : messageParts('map-pays-either');
  }
  return gain === undefined
    ? messageParts('map-pays', { strategy: winner })
    : messageParts('map-pays-by', { strategy: winner, ratio: formatRatio(gain.ratio) });
}

/** The answer where the article's program was not run: over the columns. */
export function columnsAnswer(data: MapData): Answer {
  const found = (data.columns ?? []).flatMap(({ tasks }) => {
    const { strategy, fromNs } = firstCrossing(data, tasks) ?? {};
    return strategy === undefined || fromNs === undefined
      ? []
      : [{ tasks, strategy, size: formatDuration(fromNs) }];
  });
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) {
    const maxNs = Math.max(0, ...data.points.map(({ taskNs }) => taskNs));
    if (maxNs === 0) return messageParts('map-not-measured');
    return messageParts('map-pays-nowhere', { size: formatDuration(maxNs) });
  }
  if (last === first) return messageParts('map-pays-from-one', first);
  const values = { ...first, lastSize: last.size, lastTasks: last.tasks };
  return last.strategy === first.strategy
    ? messageParts('map-pays-from-to', values)
    : messageParts('map-pays-from-other', { ...values, other: last.strategy });
}

/** `Serial 24 µs, threads 18.5 ms, processes 77.6 ms, all cold, medians of 15.` */
export function describeTimes(point: BreakEvenPoint, cells: BreakEven['cells']): string {
  const medians = medianTimes(point, cells);
  const measured = mapStrategies.flatMap((strategy) => {
    const ns = medians[strategy];
    return ns === undefined ? [] : [{ strategy, time: formatDuration(ns) }];
  });
  const counts = point.times.map(({ coldNs }) => coldNs.length).filter((count) => count > 0);
  if (measured.length === 0) return '';
  const [from, to] = [Math.min(...counts), Math.max(...counts)].map(groupDigits);
  const trials = from === to ? `${from}` : message('range', { from: `${from}`, to: `${to}` });
  const times = measured
    .map((one, index) => message(index === 0 ? 'map-time-first' : 'map-time', one))
    .join(message('list-separator'));
  return message('map-times', { times, trials });
}

const listStrategies = (strategies: readonly MapStrategy[]): string =>
  list(strategies.map((strategy) => message('map-strategy', { strategy })));

/** Who was fastest at a point, in words. */
export function describeWinner({ winner, between }: BreakEvenPoint): string {
  if (winner !== 'undecided') return message('map-winner', { strategy: winner });
  const names =
    between === undefined
      ? list([message('map-strategy', { strategy: 'serial' }), message('map-workers')])
      : listStrategies(between);
  return message('map-winner-between', { between: names });
}

/** Who was fastest at a point, for a column of a table. */
export function nameWinner({ winner, between }: BreakEvenPoint): string {
  if (winner !== 'undecided') return message('map-strategy', { strategy: winner });
  if (between === undefined) return message('map-undecided');
  const names = between.map((strategy) => message('map-strategy', { strategy }));
  return message('map-undecided-between', { between: listAny(names) });
}

/** A point in one sentence, as the keyboard's live text and the tooltip say it. */
export function describePoint(point: BreakEvenPoint, cells: BreakEven['cells']): string {
  const { tasks, taskNs, gain } = point;
  const values = { count: tasks, time: formatDuration(taskNs), winner: describeWinner(point) };
  const said =
    gain === undefined
      ? message('map-point-said', values)
      : message('map-point-said-gain', { ...values, ratio: formatRatio(gain.ratio) });
  const times = describeTimes(point, cells);
  return times === '' ? said : message('map-point-all', { point: said, times });
}

/** How much was measured, how long that took, and what a full grid would have taken. */
export function describeSearch(breakEven: BreakEven): string {
  const { points, trials, durationNs, gridTrials, status } = breakEven;
  return message('map-search', {
    points: points.length,
    trials,
    time: formatDuration(durationNs),
    status,
    grid: gridTrials,
  });
}
