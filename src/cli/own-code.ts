// A person's own code, and an interpreter the experiment names, are run only where the command line says so.
import { dirname, resolve } from 'node:path';
import type { Experiment } from '@shared/experiment';
import { fail, ok, type Result } from '@shared/result';
import { cleanText } from '@shared/clean-text';
import { isOwnWork } from '@shared/workloads';
import { strangeInterpreters } from '@engine/python/named-interpreters';
import type { RunRequest } from './arguments';

/** Fails where the experiment would run own code that neither `--allow-code` nor `--module` allows. */
export function checkOwnCode(
  { workload }: Experiment,
  { allowCode, modules }: Pick<RunRequest, 'allowCode' | 'modules'>,
): Result<undefined> {
  if (!isOwnWork(workload) || allowCode) return ok(undefined);
  const path = workload.kind === 'module' ? workload.path : workload.command;
  if (modules.some((named) => named === path || resolve(named) === path)) return ok(undefined);
  return fail(
    'not-allowed',
    `This experiment runs code of its own, ${path}. Give --allow-code, or --module ${path}, if you trust it.`,
  );
}

/** The folders that are opened by running an experiment, beside the current one: that of its file. */
export function openedBy({ file }: Pick<RunRequest, 'file'>): readonly string[] {
  return file === '-' ? [] : [dirname(resolve(file))];
}

/**
 * The interpreters outside those found here that the experiment names; fails without `--allow-code`,
 * for any program could stand there.
 */
export function checkInterpreters(
  experiment: Experiment,
  { allowCode }: Pick<RunRequest, 'allowCode'>,
  opened: readonly string[],
): Result<readonly string[]> {
  const strange = strangeInterpreters(experiment, opened);
  const [first] = strange;
  if (first === undefined || allowCode) return ok(strange);
  return fail(
    'not-allowed',
    `This experiment names an interpreter that is not found here by itself, ${cleanText(first, 300)}. Give --allow-code if you trust it.`,
  );
}
