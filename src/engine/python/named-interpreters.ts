// The interpreters that an experiment names by a path. Such a path may be any program, so it counts as code
// of the experiment's own unless the search finds it by itself.
import { statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { Experiment } from '@shared/experiment';
import { isFoundUnnamed } from './candidates';

/**
 * The paths an experiment names that nobody knows: a person must allow them before anything starts them.
 * A path with no file is left out, for it can't be started.
 */
export function strangeInterpreters({
  strategies,
}: Pick<Experiment, 'strategies'>): readonly string[] {
  const selectors = strategies.flatMap((strategy) =>
    'interpreters' in strategy ? [strategy.interpreters ?? []].flat() : [],
  );
  return [...new Set(selectors)].filter(
    (path) => isAbsolute(path) && isThere(path) && !isFoundUnnamed(path),
  );
}

function isThere(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
