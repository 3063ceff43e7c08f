// How many of the increments that threads made together were lost, for the rules that rest on it.
import type { Figure } from '@shared/claims/claims';
import { formatFigure, groupDigits } from '@shared/base/format';
import { findFigure, figuresOf } from './figure';

/** The ways without anything that keeps threads apart, and the words for them. */
export const unsafeForms = {
  plain: 'in plain form',
  call: 'with a call between',
} as const;

export type UnsafeForm = keyof typeof unsafeForms;

/** What one way lost with one number of threads, over all trials. */
export interface Loss {
  /** 0 (none) to 1 (all). */
  readonly share: number;
  /** Increments of one trial. */
  readonly increments: number;
  readonly workers: number;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The largest loss of a way with two threads or more in one runtime; absent where it was not tried. */
export function worstLoss(
  figures: readonly Figure[],
  runtime: string,
  way: string,
): Loss | undefined {
  const losses = figuresOf(figures, { quantity: 'lost', runtime, way }).flatMap(
    ({ x = 0, values }) => {
      const asked = findFigure(figures, { quantity: 'increments', runtime, way, x });
      if (x < 2 || asked === undefined) return [];
      return [{ share: sumOf(values) / sumOf(asked.values), increments: asked.median, workers: x }];
    },
  );
  return losses.sort((one, other) => other.share - one.share)[0];
}

/** The largest loss of each unsafe form that was tried in one runtime. */
export function unsafeLosses(
  figures: readonly Figure[],
  runtime: string,
): readonly (Loss & { readonly form: UnsafeForm })[] {
  return (Object.keys(unsafeForms) as UnsafeForm[]).flatMap((form) => {
    const loss = worstLoss(figures, runtime, form);
    return loss === undefined ? [] : [{ ...loss, form }];
  });
}

/** `12.3 % of 400,000 with a call between (2 threads)`, `none in plain form`. */
export function lossWords({
  share,
  increments,
  workers,
  form,
}: Loss & { readonly form: UnsafeForm }): string {
  const words = unsafeForms[form];
  return share === 0
    ? `none ${words}`
    : `${formatFigure(share * 100)} % of ${groupDigits(increments)} ${words} (${workers} threads)`;
}

/** The runtimes of some figures, each once, in their order. */
export function runtimesOf(figures: readonly Figure[]): readonly string[] {
  return [...new Set(figures.map(({ runtime }) => runtime))];
}
