// Which cells are measured once more, and why a run ends: adaptive repeats without the running. Pure.
import { isPrecise, relativeHalfWidth } from '@analysis/stats/precision';
import { median } from '@analysis/stats/quantile';
import { namedCell, type Cell } from '@shared/experiment/cells';
import type { Until } from '@shared/experiment/experiment';
import type { Note, NoteOf } from '@shared/report/notes';

type Stop = NoteOf<'repeats-ended'>['args']['stops'][number];

/** What a cell's measured trials came to so far; warm-up and empty ones count nowhere. */
export interface CellProgress {
  readonly cell: Cell;
  /** Those that failed too. */
  readonly trials: number;
  /** Of those that succeeded. */
  readonly coldNs: readonly number[];
  /** How long each took in all, with the starting and ending of its program. */
  readonly spentNs: readonly number[];
}

/** Where a cell stands: `failing` has no time at all, so that more trials would tell nothing. */
export type CellStanding = 'precise' | 'most' | 'failing' | 'open';

/** Whether a cell is to be repeated: only while it is `open`. */
export function standingOf({ trials, coldNs }: CellProgress, until: Until): CellStanding {
  if (isPrecise(coldNs, until.precision)) return 'precise';
  if (trials >= until.most) return 'most';
  return trials > 0 && coldNs.length === 0 ? 'failing' : 'open';
}

/** Whether one more trial can be expected to end within what is left of the budget. */
export function fits({ spentNs }: CellProgress, leftNs: number): boolean {
  return (median(spentNs) ?? 0) <= leftNs;
}

/**
 * The cells of the next round: those that are not precise yet, may be repeated, and can all be
 * expected to end within the time that is left. None where the repeating is over.
 */
export function cellsToRepeat(
  progress: readonly CellProgress[],
  until: Until,
  leftNs: number,
): readonly string[] {
  const chosen: string[] = [];
  let left = leftNs;
  for (const one of progress) {
    if (standingOf(one, until) !== 'open' || !fits(one, left)) continue;
    left -= median(one.spentNs) ?? 0;
    chosen.push(one.cell.id);
  }
  return chosen;
}

function stopOf(progress: CellProgress, until: Until): Stop {
  const { cell, trials, coldNs } = progress;
  const overBudget = standingOf(progress, until) === 'open';
  return {
    cell: namedCell(cell),
    trials,
    failing: coldNs.length === 0,
    precision: relativeHalfWidth(coldNs),
    budgetSeconds: overBudget ? until.budgetSeconds : undefined,
  };
}

/** Why the repeating ended. */
export function noteRepeating(progress: readonly CellProgress[], until: Until): Note {
  const others = progress.filter((one) => standingOf(one, until) !== 'precise');
  return {
    code: 'repeats-ended',
    args: {
      precision: until.precision,
      reached: progress.length - others.length,
      cells: progress.length,
      stops: others.map((one) => stopOf(one, until)),
    },
  };
}
