// The break-even map in words: what the article's program is told, what a point says, and where
// each strategy begins to pay. Nothing is said that the points and crossings do not hold.
import { countPoints, countTasks, countTrials } from '../words/count';
import { median } from '@analysis/stats/quantile';
import type { BreakEven, BreakEvenPoint, Crossing } from '@shared/report/break-even';
import { formatDuration, formatRatio, groupDigits, notKnown } from '@shared/base/format';
import { capitalised, inWords } from '@shared/words/in-words';

/** What a map shows: a finished search, or the points of one that goes on. */
export interface MapData extends Partial<Pick<BreakEven, 'columns' | 'article' | 'own'>> {
  readonly points: readonly BreakEvenPoint[];
  readonly cells: BreakEven['cells'];
}

/** A piece of a sentence; the strong ones are what it is about. */
export interface Piece {
  readonly text: string;
  readonly strong?: boolean;
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
  if (crossing === undefined) return notKnown;
  const { fromNs, belowNs } = crossing;
  if (fromNs !== undefined) {
    return belowNs === undefined ? `≤ ${formatDuration(fromNs)}` : formatDuration(fromNs);
  }
  const up = belowNs ?? maxNs;
  return up === undefined ? 'not found' : `not found up to ${formatDuration(up)}`;
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

/** What stands at the article's crosshair, under its name. */
export function describeHeavier(data: MapData, point: BreakEvenPoint): string | undefined {
  const factor = heavierBy(data, point);
  if (factor !== undefined) {
    const sure = firstCrossing(data, point.tasks)?.belowNs !== undefined;
    return `would have to be ${sure ? '' : 'at most '}${formatRatio(factor)} heavier`;
  }
  const maxNs = largestNs(data.points, point.tasks);
  const searched = data.columns?.some(({ tasks }) => tasks === point.tasks) ?? false;
  const found = firstCrossing(data, point.tasks) !== undefined;
  if (point.winner !== 'serial' || !searched || found || maxNs === undefined) return undefined;
  return `workers did not pay up to ${formatDuration(maxNs)} a task`;
}

function whoPays(crossing: Crossing, workers: number | undefined): string {
  const { strategy } = crossing;
  if (workers === undefined) return `${strategy} pay`;
  if (workers !== 1) return `${inWords(workers)} ${strategy} do`;
  return `one ${strategy === 'threads' ? 'thread' : 'process'} does`;
}

function neitherPays(
  data: MapData,
  article: BreakEvenPoint,
  workers: number | undefined,
): readonly Piece[] {
  const crossing = firstCrossing(data, article.tasks);
  if (crossing?.fromNs !== undefined) {
    const subject = article.tasks === 1 ? 'One task' : `${capitalised(article.tasks)} tasks`;
    const most = crossing.belowNs === undefined ? 'at most ' : '';
    return [
      { text: `Neither pays. ${subject} must take ${most}` },
      { text: formatDuration(crossing.fromNs), strong: true },
      { text: `${article.tasks === 1 ? '' : ' each'} before ${whoPays(crossing, workers)}.` },
    ];
  }
  const maxNs = largestNs(data.points, article.tasks);
  if (data.columns?.some(({ tasks }) => tasks === article.tasks) !== true || maxNs === undefined) {
    return [{ text: 'Neither pays.' }];
  }
  return [
    { text: 'Neither pays, up to ' },
    { text: formatDuration(maxNs), strong: true },
    { text: ` a task.` },
  ];
}

/** The answer for the article's program as written: from its own trials and its column. */
export function articleAnswer(data: MapData, workers: number | undefined): readonly Piece[] {
  const { article } = data;
  if (article === undefined) return [];
  if (article.winner === 'serial') return neitherPays(data, article, workers);
  if (article.winner === 'undecided') {
    const between = article.between ?? [];
    if (between.includes('serial')) {
      return [{ text: `No difference found between ${between.join(' and ')}.` }];
    }
    return [{ text: 'Workers pay. Between threads and processes no difference was found.' }];
  }
  const name = article.winner === 'threads' ? 'Threads pay' : 'Processes pay';
  if (article.gain === undefined) return [{ text: `${name}.` }];
  return [
    { text: `${name}: ` },
    { text: formatRatio(article.gain.ratio), strong: true },
    { text: ' serial.' },
  ];
}

/** The answer where the article's program was not run: over the columns. */
export function columnsAnswer(data: MapData): readonly Piece[] {
  const found = (data.columns ?? []).flatMap(({ tasks }) => {
    const crossing = firstCrossing(data, tasks);
    return crossing?.fromNs === undefined ? [] : [{ tasks, crossing, fromNs: crossing.fromNs }];
  });
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) {
    const maxNs = Math.max(0, ...data.points.map(({ taskNs }) => taskNs));
    if (maxNs === 0) return [{ text: 'Nothing was measured.' }];
    return [{ text: `Workers did not pay up to ${formatDuration(maxNs)} a task.` }];
  }
  const start = first.crossing.strategy === 'threads' ? 'Threads' : 'Processes';
  const pieces: Piece[] = [
    { text: `${start} pay from ` },
    { text: formatDuration(first.fromNs), strong: true },
    { text: ` a task at ${countTasks(first.tasks)}` },
  ];
  if (last !== first) {
    const other =
      last.crossing.strategy === first.crossing.strategy ? '' : `${last.crossing.strategy} `;
    pieces.push(
      { text: `, ${other}from ` },
      { text: formatDuration(last.fromNs), strong: true },
      { text: ` at ${groupDigits(last.tasks)}` },
    );
  }
  return [...pieces, { text: '.' }];
}

/** `Serial 24 µs, threads 18.5 ms, processes 77.6 ms, all cold, medians of 15.` */
export function describeTimes(point: BreakEvenPoint, cells: BreakEven['cells']): string {
  const medians = medianTimes(point, cells);
  const parts = mapStrategies.flatMap((strategy) => {
    const ns = medians[strategy];
    return ns === undefined ? [] : [`${strategy} ${formatDuration(ns)}`];
  });
  const counts = point.times.map(({ coldNs }) => coldNs.length).filter((count) => count > 0);
  if (parts.length === 0) return '';
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const range = least === most ? String(least) : `${least} to ${most}`;
  const text = `${parts.join(', ')}, all cold, medians of ${range}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Who was fastest at a point, in words. */
export function describeWinner({ winner, between }: BreakEvenPoint): string {
  if (winner !== 'undecided')
    return winner === 'serial' ? 'serial is fastest' : `${winner} are fastest`;
  return `no difference found between ${(between ?? ['serial', 'workers']).join(' and ')}`;
}

/** A point in one sentence, as the keyboard's live text and the tooltip say it. */
export function describePoint(point: BreakEvenPoint, cells: BreakEven['cells']): string {
  const { tasks, taskNs, gain } = point;
  const head = `${countTasks(tasks)} of ${formatDuration(taskNs)}: ${describeWinner(point)}`;
  const ratio = gain === undefined ? '' : `, the faster workers ${formatRatio(gain.ratio)} serial`;
  return `${head}${ratio}. ${describeTimes(point, cells)}`;
}

/** How much was measured, how long that took, and what a full grid would have taken. */
export function describeSearch(breakEven: BreakEven): string {
  const { points, trials, durationNs, gridTrials, status } = breakEven;
  const ended =
    status === 'budget' ? ' Its time was up.' : status === 'stopped' ? ' It was stopped.' : '';
  return (
    `${countPoints(points.length)}, ${countTrials(trials)}, measured in ${formatDuration(durationNs)}.` +
    `${ended} A full grid this fine would need ${countTrials(gridTrials)}.`
  );
}
