// Resolves where the user's own code and interpreters are: experiments name them relative to themselves.
import { isAbsolute, resolve, win32 } from 'node:path';
import type { Experiment } from '@shared/experiment/experiment';
import { cleanText } from '@shared/base/clean-text';
import { isOwnCode } from '@shared/experiment/own-code';
import type { RunProblem } from '@shared/base/problems';
import { fail, ok, type Result } from '@shared/base/result';

/**
 * Returns whether a selector of interpreters is a path relative to the experiment's file. A name without a separator
 * is a version or a short name; with a drive it is a whole path, of Windows.
 */
const isRelative = (selector: string): boolean =>
  /[\\/]/.test(selector) && !isAbsolute(selector) && !win32.isAbsolute(selector);

/** The experiment with the paths of its own code and of its interpreters made absolute, from `folder` on. */
export function resolveOwnCode(experiment: Experiment, folder: string): Experiment {
  const { workload, strategies } = experiment;
  const resolved = { ...experiment, strategies: resolveInterpreters(strategies, folder) };
  if (workload.kind === 'module') {
    return { ...resolved, workload: { ...workload, path: resolve(folder, workload.path) } };
  }
  if (workload.kind === 'command' && /[\\/]/.test(workload.command)) {
    return { ...resolved, workload: { ...workload, command: resolve(folder, workload.command) } };
  }
  return resolved;
}

function resolveInterpreters(
  strategies: Experiment['strategies'],
  folder: string,
): Experiment['strategies'] {
  return strategies.map((strategy) => {
    if (!('interpreters' in strategy) || !Array.isArray(strategy.interpreters)) return strategy;
    const interpreters = strategy.interpreters.map((selector) =>
      isRelative(selector) ? resolve(folder, selector) : selector,
    );
    return { ...strategy, interpreters };
  });
}

/** Returns whether any path in an experiment is, or may be, relative to its file. */
export const namesPaths = ({ workload, strategies }: Experiment): boolean =>
  isOwnCode(workload) || strategies.some((strategy) => relativeInterpreter(strategy) !== undefined);

const relativeInterpreter = (strategy: Experiment['strategies'][number]): string | undefined =>
  'interpreters' in strategy
    ? [strategy.interpreters ?? []].flat().find((selector) => isRelative(selector))
    : undefined;

/** Fails where own code or an interpreter is named relative to a file that nobody knows any more. */
export function refuseRelative({
  workload,
  strategies,
}: Pick<Experiment, 'workload' | 'strategies'>): Result<undefined, RunProblem> {
  const module =
    workload.kind === 'module' && !isAbsolute(workload.path) ? workload.path : undefined;
  const named = [
    { path: module, at: 'workload.path' },
    ...strategies.map((strategy, index) => ({
      path: relativeInterpreter(strategy),
      at: `strategies[${index}].interpreters`,
    })),
  ];
  for (const { path, at } of named) {
    if (path !== undefined) return fail('relative-path', { path: cleanText(path, 300) }, at);
  }
  return ok(undefined);
}
