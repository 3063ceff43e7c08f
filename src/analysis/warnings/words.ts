// What warnings are made of.
import type { Warning, WarningKind } from '@shared/report/findings';
import type { CellReport, TrialReport } from '@shared/report/report';

/** Where a warning applies; the whole run where nothing is said. */
export interface Place {
  readonly cells?: readonly CellReport[];
  readonly trials?: readonly TrialReport[];
}

/** A warning with the ids and numbers of where it applies. */
export function warn(kind: WarningKind, text: string, advice: string, place: Place = {}): Warning {
  return {
    kind,
    text,
    advice,
    cells: (place.cells ?? []).map(({ id }) => id),
    trials: (place.trials ?? []).map(({ trial }) => trial),
  };
}

/** `4.1 %`: two significant figures. */
export function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2))} %`;
}
