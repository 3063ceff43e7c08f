// Makes a figure of a claim from measured values, and finds the figures that a rule needs.
import type { Figure, Quantity, RawFigure } from '@shared/claims/claims';
import { median } from '../stats/quantile';

/** The figure with its median, smallest and largest value; absent without any value that is a number. */
export function figureOf(raw: RawFigure, runtime: string): Figure | undefined {
  const values = raw.values.filter((value) => Number.isFinite(value));
  const middle = median(values);
  if (middle === undefined) return undefined;
  return {
    ...raw,
    values,
    runtime,
    median: middle,
    low: Math.min(...values),
    high: Math.max(...values),
  };
}

export interface FigureQuery {
  readonly quantity?: Quantity;
  readonly variant?: string;
  readonly runtime?: string;
  readonly x?: number;
}

/** The figures that agree with all of a query, in their order. */
export function figuresOf(figures: readonly Figure[], query: FigureQuery): readonly Figure[] {
  return figures.filter(
    ({ quantity, variant, runtime, x }) =>
      (query.quantity === undefined || quantity === query.quantity) &&
      (query.variant === undefined || variant === query.variant) &&
      (query.runtime === undefined || runtime === query.runtime) &&
      (query.x === undefined || x === query.x),
  );
}

/** The first figure that agrees with a query. */
export function findFigure(figures: readonly Figure[], query: FigureQuery): Figure | undefined {
  return figuresOf(figures, query)[0];
}

/** The largest `x` for which there are figures both of `threads` and of a strategy with processes. */
export function largestCommon(figures: readonly Figure[]): number | undefined {
  const of = (isVariant: (variant: string) => boolean): readonly number[] =>
    figures.filter(({ variant }) => isVariant(variant)).flatMap(({ x }) => x ?? []);
  const processes = of((variant) => variant.startsWith('processes'));
  const common = of((variant) => variant === 'threads').filter((x) => processes.includes(x));
  return common.length === 0 ? undefined : Math.max(...common);
}
