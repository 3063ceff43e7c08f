// Paths that lead to another machine or to a device. Merely looking there tells the other machine who asks, or
// waits without end, so they are refused by their text, on every system.
import type { Experiment } from '@shared/experiment/experiment';
import { quoteText } from '@shared/base/clean-text';
import type { RunProblem } from '@shared/base/problems';
import { fail, ok, type Result } from '@shared/base/result';

/** Whether a path is one of another machine (`\\server\share`, `//server/share`) or of a device (`\\.\`, `\\?\`). */
export function isRemotePath(path: string): boolean {
  return /^(?:[\\/]{2}|\\\?\?\\|file:)/i.test(path.trim());
}

/** Fails where such a path is named; it is not looked at. */
export function refuseRemotePath(path: string, at?: string): Result<undefined, RunProblem> {
  if (!isRemotePath(path)) return ok(undefined);
  return fail('remote-path', { path: quoteText(path, 300) }, at);
}

/** Fails where the experiment names such a path as its own code, its program or an interpreter. */
export function refuseRemote({
  workload,
  strategies,
}: Pick<Experiment, 'workload' | 'strategies'>): Result<undefined, RunProblem> {
  const named = workload.kind === 'module' ? workload.path : undefined;
  const program = workload.kind === 'command' ? workload.command : undefined;
  const checks = [
    ...(named === undefined ? [] : [refuseRemotePath(named, 'workload.path')]),
    ...(program === undefined ? [] : [refuseRemotePath(program, 'workload.command')]),
    ...strategies.flatMap((strategy, index) =>
      ('interpreters' in strategy ? [strategy.interpreters ?? []].flat() : []).map((path) =>
        refuseRemotePath(path, `strategies[${index}].interpreters`),
      ),
    ),
  ];
  return checks.find((check) => !check.ok) ?? ok(undefined);
}
