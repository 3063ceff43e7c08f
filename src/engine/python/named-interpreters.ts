// The interpreters that an experiment names by a path. Such a path may be any program, so it counts as code
// of the experiment's own unless the search finds it by itself.
import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { Experiment } from '@shared/experiment/experiment';
import { isFoundUnnamed, placesHere } from './candidates';

/**
 * The paths an experiment names that nobody knows: a user must allow them before anything starts them. None of
 * them is looked at.
 * @param opened folders beside the current one that a user has opened
 */
export function untrustedInterpreters(
  { strategies }: Pick<Experiment, 'strategies'>,
  opened: readonly string[] = [],
): readonly string[] {
  const selectors = strategies.flatMap((strategy) =>
    'interpreters' in strategy ? [strategy.interpreters ?? []].flat() : [],
  );
  const paths = [...new Set(selectors)].filter((path) => isAbsolute(path));
  if (paths.length === 0) return [];
  const places = placesHere({ opened });
  return paths.filter((path) => !isFoundUnnamed(path, places));
}

/** Returns whether the system would start what lies there, if it is asked to. */
export function canBeStarted(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // There is nothing, or it is not ours.
    return false;
  }
}
