// Figures of claims for tests.
import { figureOf } from '@analysis/claims/figure';
import type { Figure, Quantity, RawFigure } from '@shared/claims/claims';

/** A figure with these values; a number stands for one value. */
export function makeFigure(
  quantity: Quantity,
  variant: string,
  values: number | readonly number[],
  more: Partial<Figure> & { readonly runtime?: string } = {},
): Figure {
  const { runtime = 'node', ...rest } = more;
  const raw: RawFigure = {
    ...{ quantity, variant, label: variant, strategy: 'threads', unit: 'count' },
    ...rest,
    values: typeof values === 'number' ? [values] : values,
  };
  const figure = figureOf(raw, runtime);
  if (figure === undefined) throw new Error('a figure needs a value');
  return figure;
}
