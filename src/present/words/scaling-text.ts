// What the fits to the speed-ups say, a line for each strategy. Pure.
import { labelStrategy } from '../names/cells';
import type { Cell } from '@shared/experiment/cells';
import { formatDecimals, formatFigure } from '../locale/format';
import type { Fitted, Scaling, ScalingRefusal } from '@shared/report/findings';
import { message } from '../messages/message';
import type { PythonCell } from '@shared/experiment/python';
import type { Placement, StrategyKind } from '@shared/experiment/strategies';

export interface ScalingLine {
  readonly strategy: StrategyKind;
  readonly name: string;
  readonly sentences: readonly string[];
}

/** What a series is of; several Pythons give several of one strategy. */
export interface SeriesOf {
  readonly strategy: StrategyKind;
  readonly placement: Placement;
  readonly python?: PythonCell | undefined;
}

/** `threads`, `threads main` where the app's own process spawned them, `py 3.12 threads`. */
export function seriesName(series: SeriesOf): string {
  const label = labelStrategy(series);
  return series.placement === 'main' ? message('strategy-label-main', { label }) : label;
}

type Pointed = Pick<Scaling, 'strategy' | 'placement'> & {
  readonly points: readonly { readonly cell: string }[];
};

/** A series with the Python of its cells, so that those of several Pythons are told apart. */
export function withPython<T extends Pointed>(
  series: T,
  cells: readonly Pick<Cell, 'id' | 'python'>[],
): T & SeriesOf {
  const [first] = series.points;
  const cell = cells.find(({ id }) => id === first?.cell);
  return { ...series, python: cell?.python };
}

const withRange = ({ value, low, high }: Fitted, write: (figure: number) => string): string =>
  message('scaling-range', { figure: write(value), low: write(low), high: write(high) });

const share = (value: number): string => formatDecimals(value, 3);
const count = (value: number): string => formatFigure(Math.round(value));

/** The serial fraction that the largest count within the cores shows; none where serial is faster. */
function karpFlatt({ points }: Scaling, cores: number): readonly string[] {
  const known = points.filter(
    ({ workers, serialFraction = Infinity }) => serialFraction <= 1 && workers <= cores,
  );
  const last = known.at(-1);
  if (last?.serialFraction === undefined) return [];
  const part = share(last.serialFraction);
  return [message('scaling-karp-flatt', { workers: last.workers, part })];
}

/** Why a law was not fitted. */
export function refusalText(refusal: ScalingRefusal): string {
  switch (refusal.kind) {
    case 'async':
      return message('scaling-refusal-async');
    case 'serial-trials':
      return message('scaling-refusal-serial-trials', refusal);
    case 'few-counts':
      return message('scaling-refusal-few-counts', refusal);
    case 'not-faster':
      return message('scaling-refusal-not-faster', refusal);
    case 'few-counts-usl':
      return message('scaling-refusal-few-counts-usl', refusal);
    case 'text':
      return refusal.text;
  }
}

function sentences(scaling: Scaling, cores: number): readonly string[] {
  const { amdahl, usl, refusal, enough, points } = scaling;
  const past = points.some(({ workers }) => workers > cores);
  return [
    ...(amdahl === undefined
      ? []
      : [message('scaling-amdahl', { part: withRange(amdahl.serial, share) })]),
    ...karpFlatt(scaling, cores),
    ...(usl === undefined
      ? []
      : [
          message('scaling-usl', {
            contention: withRange(usl.contention, share),
            coherency: withRange(usl.coherency, formatFigure),
          }),
          usl.best === undefined
            ? message('scaling-no-best')
            : message('scaling-best', { best: withRange(usl.best, count) }),
        ]),
    ...(enough === undefined ? [] : [message('scaling-enough', { workers: enough.workers })]),
    ...(refusal === undefined ? [] : [refusalText(refusal)]),
    ...(amdahl !== undefined && past ? [message('scaling-measured-only', { cores })] : []),
  ];
}

/**
 * A line for each strategy with several worker counts, in the report's order.
 * @param cells those of the report, which know their Python
 */
export function scalingLines(
  all: readonly Scaling[],
  basis: Scaling['basis'],
  cores: number,
  cells: readonly Pick<Cell, 'id' | 'python'>[] = [],
): readonly ScalingLine[] {
  return all
    .filter((one) => one.basis === basis)
    .map((one) => ({
      strategy: one.strategy,
      name: seriesName(withPython(one, cells)),
      sentences: sentences(one, cores),
    }));
}
