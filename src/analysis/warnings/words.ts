// What warnings are made of.
import type { Warning, WarningKind } from '@shared/findings';
import type { CellReport, TrialReport } from '@shared/report';
import { listNames } from '../names';

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

/** `1 trial`, `3 trials`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** As people count trials: from 1. */
export function numberTrial({ trial }: Pick<TrialReport, 'trial'>): string {
  return `trial ${trial + 1}`;
}

/** `a, b and c`; of more than four the first three, and how many more. */
export function listSome(names: readonly string[]): string {
  return listNames(names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names);
}
