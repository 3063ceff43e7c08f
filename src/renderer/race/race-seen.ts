// Whether a race was ever shown on this machine: the first that ends is shown by itself.
import { kept } from '../stores/kept';

/** The name that it is kept under. */
export const raceSeen = 'race-seen';

/** Nobody has seen a race here yet. */
export function isFirstRace(): boolean {
  return kept('machine', raceSeen) === undefined;
}
