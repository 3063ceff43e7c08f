// The interpreters that an experiment names by a path. Such a path may be any program, so it counts as code
// of the experiment's own unless the search finds it by itself. None of them is looked at here.
import { isAbsolute } from 'node:path';
import type { Experiment } from '@shared/experiment';
import { isFoundUnnamed, placesHere } from './candidates';

/**
 * The paths an experiment names that nobody knows: a person must allow them before anything starts them.
 * @param opened folders beside the current one that a person has opened
 */
export function strangeInterpreters(
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
