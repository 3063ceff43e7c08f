// A run's trials in the order they run, as a strip: full is done, low is to come, tall is now, hollow
// has empty tasks.
import type { Cell } from '@shared/experiment/cells';
import type { StrategyKind } from '@shared/experiment/strategies';
import type { TrialFact } from '../../model/trial-facts';

export type StripState = 'done' | 'failed' | 'stopped' | 'now' | 'coming';

export interface StripBar {
  readonly trial: number;
  readonly x0: number;
  readonly x1: number;
  readonly strategy: StrategyKind;
  readonly state: StripState;
  readonly warmup: boolean;
  readonly empty: boolean;
}

export interface Strip {
  readonly bars: readonly StripBar[];
  /** Where a round begins, the first left out. */
  readonly rounds: readonly number[];
}

const widest = 26;

/** Width in px beyond which a strip of so many trials does not grow. */
export function stripWidth(trials: number): number {
  return trials * widest;
}

/** Distance of the bars in a strip of that width. */
export function stripPitch(trials: number, width: number): number {
  return trials === 0 ? widest : Math.min(widest, width / trials);
}

function stateOf(fact: TrialFact, current: number | undefined): StripState {
  if (fact.status === undefined) return fact.trial === current ? 'now' : 'coming';
  if (fact.status === 'ok') return 'done';
  return fact.status === 'stopped' ? 'stopped' : 'failed';
}

/** @param current the trial under way, or that began last */
export function buildStrip(
  trials: readonly TrialFact[],
  cells: readonly Cell[],
  current: number | undefined,
  width: number,
): Strip {
  const pitch = stripPitch(trials.length, width);
  const gap = pitch >= 4 ? Math.min(3, pitch / 4) : 0;
  const strategies = new Map(cells.map((cell) => [cell.id, cell.strategy]));
  const bars = trials.flatMap((fact, index): StripBar[] => {
    const strategy = strategies.get(fact.cell);
    if (strategy === undefined) return [];
    const x0 = index * pitch;
    return [
      {
        trial: fact.trial,
        x0,
        x1: x0 + pitch - gap,
        strategy,
        state: stateOf(fact, current),
        warmup: fact.warmup,
        empty: fact.empty === true,
      },
    ];
  });
  const rounds = trials.flatMap((fact, index) =>
    index > 0 && fact.round !== trials[index - 1]?.round ? [index * pitch] : [],
  );
  return { bars, rounds };
}

/** The trial whose bar stands at `x`; undefined beside the strip. */
export function trialAt(
  trials: readonly TrialFact[],
  width: number,
  x: number,
): TrialFact | undefined {
  return trials[Math.floor(x / stripPitch(trials.length, width))];
}
