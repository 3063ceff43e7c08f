// Computes how many of the increments that threads made together were lost, for the rules that rest on it.
import type { Figure } from '@shared/claims/claims';
import { unsafeForms, type FormLoss } from '@shared/claims/claim-facts';
import { findFigure, figuresOf } from './figure';

/** What one method lost with one number of threads, over all trials. */
export type LostIncrements = Omit<FormLoss, 'form'>;

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The largest loss of a method with two threads or more in one runtime; absent where it was not tried. */
export function worstLoss(
  figures: readonly Figure[],
  runtime: string,
  variant: string,
): LostIncrements | undefined {
  const losses = figuresOf(figures, { quantity: 'lost', runtime, variant }).flatMap(
    ({ x = 0, values }) => {
      const asked = findFigure(figures, { quantity: 'increments', runtime, variant, x });
      if (x < 2 || asked === undefined) return [];
      return [{ share: sumOf(values) / sumOf(asked.values), increments: asked.median, workers: x }];
    },
  );
  return losses.sort((one, other) => other.share - one.share)[0];
}

/** The largest loss of each unsafe form that was tried in one runtime. */
export function unsafeLosses(figures: readonly Figure[], runtime: string): readonly FormLoss[] {
  return unsafeForms.flatMap((form) => {
    const loss = worstLoss(figures, runtime, form);
    return loss === undefined ? [] : [{ ...loss, form }];
  });
}

/** The runtimes of some figures, each once, in their order. */
export function runtimesOf(figures: readonly Figure[]): readonly string[] {
  return [...new Set(figures.map(({ runtime }) => runtime))];
}
