// Entries of every strategy there is, with few workers: one that is added is in every test that runs all of them.
import type { Strategy } from '@shared/experiment/experiment';
import { baseStrategies, pythonKinds, type StrategyKind } from '@shared/experiment/strategies';
import { defaultEntries } from '@renderer/draft/strategy-rows';

/** The entry that the form writes for a strategy, with 2 workers, or 3 tasks in flight on one event loop. */
export function smallEntry(kind: StrategyKind): Strategy {
  const [entry] = defaultEntries({ id: kind, kind });
  if (entry === undefined) throw new Error(`the form writes nothing for ${kind}`);
  if (!('workers' in entry) || entry.workers !== 'cores') return entry;
  return { ...entry, workers: /async/.test(kind) ? 3 : 2 };
}

/** All of Node.js; of threads, those of the main process too. */
export const everyStrategy: Strategy[] = [
  ...baseStrategies.map(smallEntry),
  { kind: 'threads', workers: 2, placement: 'main' },
];

/** All of Python with the same interpreters. */
export const everyPythonStrategy = (interpreters: 'all' | string[]): Strategy[] =>
  pythonKinds.map((kind): Strategy => ({ ...smallEntry(kind), interpreters }) as Strategy);
