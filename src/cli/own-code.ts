// A person's own code, and an interpreter the experiment names, are run only where the command line says so.
import { resolve } from 'node:path';
import type { Experiment } from '@shared/experiment';
import { fail, ok, type Result } from '@shared/result';
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

/**
 * The interpreters outside those found here that the experiment names; fails without `--allow-code`,
 * for any program could stand there.
 */
export function checkInterpreters(
  experiment: Experiment,
  { allowCode }: Pick<RunRequest, 'allowCode'>,
): Result<readonly string[]> {
  const strange = strangeInterpreters(experiment);
  const [first] = strange;
  if (first === undefined || allowCode) return ok(strange);
  return fail(
    'not-allowed',
    `This experiment names an interpreter that is not found here by itself, ${first}. Give --allow-code if you trust it.`,
  );
}
