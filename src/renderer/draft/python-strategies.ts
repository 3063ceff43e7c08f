// Keeps the form's fields of Python strategies besides their counts: which Pythons, how processes are started,
// tasks handed over at once. Pure, on the list the file holds.
import { message } from '@present/messages/message';
import { nameStrategy } from '@present/names/cells';
import { leftOutText } from '@present/words/engine/left-out';
import {
  isPythonStrategy,
  kindOf,
  missingPythons,
  type PythonStrategy,
} from '@shared/experiment/cells';
import type { Strategy } from '@shared/experiment/experiment';
import { selectInterpreters, type Interpreter } from '@shared/experiment/python';
import {
  isPython,
  startMethods,
  strategyRecords,
  type StartMethod,
  type StrategyKind,
} from '@shared/experiment/strategies';

/** Which Pythons a strategy names; absent where it means the first found. */
export type Selectors = PythonStrategy['interpreters'];

/** `threads`, `thread pool`: a strategy as its row says it. */
export function nameKind(kind: StrategyKind): string {
  return nameStrategy(kind);
}

/** The same where Python's rows are not among themselves: `Python threads`. */
export function nameKindInFull(kind: StrategyKind): string {
  return isPython(kind) ? message('strategy-name-python', { strategy: kind }) : nameKind(kind);
}

/** Returns which Pythons the strategies name, and whether all of them name the same. */
export function selectorsOf(strategies: readonly Strategy[]): {
  readonly selectors: Selectors;
  readonly same: boolean;
} {
  const all = strategies.filter(isPythonStrategy).map(({ interpreters }) => interpreters);
  const [selectors] = all;
  const same = new Set(all.map((one) => JSON.stringify(one))).size < 2;
  return { selectors, same };
}

/** The list with the same Pythons named by every Python strategy. */
export function setSelectors(strategies: readonly Strategy[], selectors: Selectors): Strategy[] {
  return strategies.map((strategy) => {
    if (!isPythonStrategy(strategy)) return strategy;
    const { interpreters: _, ...rest } = strategy;
    return selectors === undefined ? rest : { ...rest, interpreters: selectors };
  });
}

const listOf = (selectors: Selectors): readonly string[] => [selectors ?? 'default'].flat();

/** The interpreters that are meant, of those found, by their ids. */
export function chosenPythons(
  selectors: Selectors,
  found: readonly Interpreter[],
): readonly string[] {
  const chosen = listOf(selectors).flatMap((selector) => selectInterpreters(selector, found));
  return [...new Set(chosen.map(({ id }) => id))];
}

/** Returns what is named but not found here. */
export function unknownPythons(
  selectors: Selectors,
  found: readonly Interpreter[],
): readonly string[] {
  return listOf(selectors).filter(
    (selector) =>
      !['all', 'default'].includes(selector) && selectInterpreters(selector, found).length === 0,
  );
}

/** The selectors with one of the found Pythons chosen or left out; the last leaves the first found. */
export function togglePython(
  selectors: Selectors,
  id: string,
  found: readonly Interpreter[],
): Selectors {
  const before = chosenPythons(selectors, found);
  const next = before.includes(id) ? before.filter((one) => one !== id) : [...before, id];
  const all = [
    ...found.filter((one) => next.includes(one.id)).map((one) => one.id),
    ...unknownPythons(selectors, found),
  ];
  return all.length === 0 || (all.length === 1 && all[0] === found[0]?.id) ? undefined : all;
}

type Starting = Extract<PythonStrategy, { startMethod?: unknown }>;

/** Returns whether a row's processes can be started by several start methods. */
export function startsProcesses(kind: StrategyKind): boolean {
  return strategyRecords[kind].startMethods === true;
}

/** The start methods that a row names; none where it is left to the interpreter. */
export function startMethodsOf(
  strategies: readonly Strategy[],
  kind: StrategyKind,
): readonly StartMethod[] {
  const named = strategies
    .filter((entry): entry is Starting => kindOf(entry) === kind && startsProcesses(kind))
    .flatMap(({ startMethod }) => startMethod ?? []);
  return startMethods.filter((method) => named.includes(method));
}

/** The list with a row's start methods set; none leaves it to the interpreter. */
export function setStartMethods(
  strategies: readonly Strategy[],
  kind: StrategyKind,
  methods: readonly StartMethod[],
): Strategy[] {
  const [first] = methods;
  return strategies.map((entry) => {
    if (kindOf(entry) !== kind || !startsProcesses(kind)) return entry;
    const { startMethod: _, ...rest } = entry as Starting;
    if (first === undefined) return rest;
    return { ...rest, startMethod: methods.length === 1 ? first : [...methods] };
  });
}

/** Tasks a pool of that kind is handed at once; absent where the row is no pool. */
export function chunkOf(strategies: readonly Strategy[], kind: StrategyKind): number | undefined {
  const pool = strategies.find((entry) => kindOf(entry) === kind);
  return pool?.kind === 'python-pool' ? pool.chunk : undefined;
}

/** The list with that figure set. */
export function setChunk(
  strategies: readonly Strategy[],
  kind: StrategyKind,
  chunk: number,
): Strategy[] {
  return strategies.map((entry) =>
    entry.kind === 'python-pool' && kindOf(entry) === kind ? { ...entry, chunk } : entry,
  );
}

/** Sentences about what can't run with the Pythons that were found. */
export function describeLeftOut(
  strategies: readonly Strategy[],
  found: readonly Interpreter[],
): readonly string[] {
  const all = strategies.flatMap((strategy) =>
    missingPythons({ strategies: [strategy] }, found).map((left) =>
      leftOutText({ ...left, strategy: nameKindInFull(kindOf(strategy)) }, 'draft'),
    ),
  );
  return [...new Set(all)];
}
