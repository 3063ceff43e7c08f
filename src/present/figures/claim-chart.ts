// A claim's main figures as a chart needs them: series over workers or bytes, or a row each. Pure.
import {
  languageOf,
  type Figure,
  type FigureUnit,
  type ClaimLanguage,
} from '@shared/claims/claims';
import {
  baseStrategyOf,
  type BaseStrategy,
  type StrategyKind,
} from '@shared/experiment/strategies';
import type { NamedCell } from '@shared/experiment/cells';
import { suitableScale, type ScaleKind } from '../scales/scale';
import { message } from '../messages/message';
import { labelOf, nameStrategy } from '../names/cells';
import { runtimeTitle, shortRuntime } from './claim-figures';
import { isByBytes } from './claim-line';

export interface ClaimPoint {
  readonly x: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly values: readonly number[];
}

/** One strategy, variant or method in one runtime. */
export interface ClaimSeries {
  readonly name: string;
  readonly strategy: StrategyKind;
  readonly base: BaseStrategy;
  readonly language: ClaimLanguage;
  readonly runtime: string;
  /** By `x`. */
  readonly points: readonly ClaimPoint[];
}

/** Where two series cross. */
export interface SeriesCrossing {
  readonly x: number;
  readonly y: number;
  readonly one: string;
  readonly other: string;
}

export interface ClaimChartData {
  readonly unit: FigureUnit;
  /** What x counts. */
  readonly by: 'workers' | 'bytes';
  readonly xScale: ScaleKind;
  readonly yScale: ScaleKind;
  readonly series: readonly ClaimSeries[];
  readonly crossings: readonly SeriesCrossing[];
}

const seriesRuntime = (runtime: string): string =>
  runtime === 'node' ? shortRuntime(runtime) : runtimeTitle(runtime);

/** A cell without its count, which is the chart's x: `processes`, `processes, fork`. */
function nameVariant({ strategy, python }: NamedCell): string {
  const name = nameStrategy(strategy);
  const method = python?.startMethod;
  return method === undefined ? name : message('claim-series-method', { name, method });
}

/** Its text: its label where that is the same for every x. */
function nameOf(figures: readonly Figure[]): string {
  const [first] = figures;
  if (first === undefined) return '';
  const { label } = first;
  const isOne = figures.length > 1 && new Set(figures.map((one) => labelOf(one.label))).size === 1;
  const name = typeof label === 'string' || isOne ? labelOf(label) : nameVariant(label);
  return message('claim-series', { runtime: seriesRuntime(first.runtime), name });
}

function seriesOf(figures: readonly Figure[]): readonly ClaimSeries[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (figure.x === undefined) continue;
    const key = `${figure.runtime} ${figure.variant}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { strategy, runtime } = first;
    const points = own
      .map(({ x = 0, median, low, high, values }) => ({ x, median, low, high, values }))
      .sort((one, other) => one.x - other.x);
    return [
      {
        ...{ name: nameOf(own), strategy, base: baseStrategyOf(strategy), runtime, points },
        language: languageOf(first),
      },
    ];
  });
}

/** Between two neighbouring points, on logarithmic axes. */
function crossingOf(one: ClaimSeries, other: ClaimSeries): SeriesCrossing | undefined {
  const shared = one.points.flatMap((point) => {
    const against = other.points.find(({ x }) => x === point.x);
    if (against === undefined || !(point.x > 0) || !(point.median > 0) || !(against.median > 0)) {
      return [];
    }
    const y = Math.log(point.median);
    return [{ x: Math.log(point.x), y, lead: y - Math.log(against.median) }];
  });
  for (const [index, to] of shared.entries()) {
    const from = shared[index - 1];
    if (from === undefined || from.lead * to.lead >= 0) continue;
    const part = from.lead / (from.lead - to.lead);
    const x = Math.exp(from.x + part * (to.x - from.x));
    const y = Math.exp(from.y + part * (to.y - from.y));
    return { x, y, one: one.name, other: other.name };
  }
  return undefined;
}

/** Returns where threads and processes of one runtime change places, the first time. */
export function seriesCrossings(series: readonly ClaimSeries[]): readonly SeriesCrossing[] {
  const threads = series.filter(({ base }) => base === 'threads');
  return threads.flatMap((one) =>
    series.flatMap((other) =>
      other.runtime === one.runtime && other.base === 'processes'
        ? (crossingOf(one, other) ?? [])
        : [],
    ),
  );
}

const wide = 16;

/** The chart over workers or bytes; absent where nothing was measured for several of them. */
export function claimChart(figures: readonly Figure[]): ClaimChartData | undefined {
  const [first] = figures;
  if (first === undefined || first.unit === 'yes') return undefined;
  const by = isByBytes(first.quantity) ? 'bytes' : 'workers';
  // Serial is 1 by definition.
  const all = seriesOf(figures).filter(
    ({ base }) => first.quantity !== 'speedup' || base !== 'serial',
  );
  const xs = all.flatMap(({ points }) => points.map(({ x }) => x)).filter((x) => x > 0);
  const xScale = by === 'bytes' || Math.max(...xs) / Math.min(...xs) >= wide ? 'log' : 'linear';
  const series = all
    .map((one) => ({
      ...one,
      points: one.points.filter(({ x }) => xScale === 'linear' || x > 0),
    }))
    .filter(({ points }) => points.length > 0);
  if (!series.some(({ points }) => points.length > 1)) return undefined;
  const medians = series.flatMap(({ points }) => points.map(({ median }) => median));
  // A zero has no place on a logarithmic axis.
  const yScale = medians.some((median) => median <= 0) ? 'linear' : suitableScale(medians);
  const crossings = by === 'bytes' ? seriesCrossings(series) : [];
  return { unit: first.unit, by, xScale, yScale, series, crossings };
}

/** Where values lie on an axis that all rows share: 0 to 1. */
export interface RowScale {
  readonly kind: ScaleKind;
  readonly place: (value: number) => number;
  readonly from: number;
  readonly to: number;
}

/** From zero; logarithmic where the medians are far apart. */
export function rowScale(figures: readonly Figure[]): RowScale {
  const medians = figures.map(({ median }) => median);
  const values = figures.flatMap((figure) => figure.values).filter((value) => value > 0);
  const to = Math.max(...values, Number.MIN_VALUE);
  const isLog = medians.every((median) => median > 0) && suitableScale(medians) === 'log';
  if (!isLog) return { kind: 'linear', from: 0, to, place: (value) => Math.max(0, value / to) };
  const from = 10 ** Math.floor(Math.log10(Math.min(...values)));
  const span = Math.log10(to / from) || 1;
  const place = (value: number): number => Math.max(0, Math.log10(value / from) / span);
  return { kind: 'log', from, to, place };
}
