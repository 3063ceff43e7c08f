// Makes warnings from their facts.
import type { Warning, WarningFact, WarningKind } from '@shared/report/warnings';
import type { CellReport, TrialReport } from '@shared/report/report';

/** Where a warning applies; the whole run where none is given. */
export interface WarningScope {
  readonly cells?: readonly CellReport[];
  readonly trials?: readonly TrialReport[];
}

/** Whose name is not its kind's. */
const kinds = {
  'one-trial': 'few-trials',
  'throttled-by-quota': 'throttling',
  'throttled-by-heat': 'throttling',
  stolen: 'throttling',
} as const satisfies Readonly<Record<string, WarningKind>>;

type Given = Exclude<WarningFact, { readonly kind: 'text' }>;

const kindOf = ({ kind }: Given): WarningKind =>
  kind in kinds
    ? kinds[kind as keyof typeof kinds]
    : (kind as Exclude<Given['kind'], keyof typeof kinds>);

/** The ids of some cells. */
export const idsOf = (cells: readonly CellReport[]): string[] => cells.map(({ id }) => id);

/** A warning of what was seen, with the ids and numbers of where it applies. */
export function warn(fact: Given, { cells = [], trials = [] }: WarningScope = {}): Warning {
  return {
    kind: kindOf(fact),
    fact,
    cells: idsOf(cells),
    trials: trials.map(({ trial }) => trial),
  };
}
