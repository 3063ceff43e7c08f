// Resolves where the user's own code is: experiments name it relative to themselves.
import { isAbsolute, resolve } from 'node:path';
import type { Experiment } from '@shared/experiment/experiment';
import { cleanText } from '@shared/base/clean-text';
import type { RunProblem } from '@shared/base/problems';
import { fail, ok, type Result } from '@shared/base/result';

/** The experiment with its own code's path made absolute, from `folder` on. */
export function resolveOwnCode(experiment: Experiment, folder: string): Experiment {
  const { workload } = experiment;
  if (workload.kind === 'module') {
    return { ...experiment, workload: { ...workload, path: resolve(folder, workload.path) } };
  }
  if (workload.kind === 'command' && /[\\/]/.test(workload.command)) {
    return { ...experiment, workload: { ...workload, command: resolve(folder, workload.command) } };
  }
  return experiment;
}

/** Fails where own code is named relative to a file that nobody knows any more. */
export function refuseRelative({
  workload,
}: Pick<Experiment, 'workload'>): Result<undefined, RunProblem> {
  const path = workload.kind === 'module' ? workload.path : undefined;
  if (path === undefined || isAbsolute(path)) return ok(undefined);
  return fail('relative-path', { path: cleanText(path, 300) }, 'workload.path');
}
