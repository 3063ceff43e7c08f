// Chooses the interpreters in which a claim is tried.
import type { Interpreter } from '@shared/experiment/python';
import { byVersion } from '../python/by-version';

/** The one that `python3` means and the newest: one or two. */
export function firstAndNewest(interpreters: readonly Interpreter[]): readonly Interpreter[] {
  const newest = [...interpreters].sort(byVersion).at(-1);
  return chosen([interpreters[0], newest]);
}

/** The first, the oldest and the newest: one to three. */
export function spreadOf(interpreters: readonly Interpreter[]): readonly Interpreter[] {
  const sorted = [...interpreters].sort(byVersion);
  return chosen([interpreters[0], sorted[0], sorted.at(-1)]);
}

function chosen(some: readonly (Interpreter | undefined)[]): readonly Interpreter[] {
  return [...new Set(some.filter((one) => one !== undefined))];
}
