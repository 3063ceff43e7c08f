// A user's own code, and an interpreter the experiment names, are run only where the command line says so.
import { failInWords } from '@present/words/engine/problems';
import { dirname, resolve } from 'node:path';
import type { Experiment } from '@shared/experiment/experiment';
import { message } from '@present/messages/message';
import { ok, type Result } from '@shared/base/result';
import { cleanText } from '@shared/base/clean-text';
import { describeRequestShort } from '@present/words/own-question';
import { isOwnCode } from '@shared/experiment/own-code';
import {
  joinContents,
  readInterpreterContent,
  readWorkContent,
} from '@engine/own-code/content/content';
import type { OwnContent } from '@shared/experiment/own-content';
import { canBeStarted, untrustedInterpreters } from '@engine/python/named-interpreters';
import type { RunRequest } from './arguments';

/** Fails where the experiment would run own code that neither `--allow-code` nor `--module` allows. */
export function checkOwnCode(
  { workload }: Experiment,
  { allowCode, modules }: Pick<RunRequest, 'allowCode' | 'modules'>,
): Result<undefined> {
  if (!isOwnCode(workload) || allowCode) return ok(undefined);
  const path = workload.kind === 'module' ? workload.path : workload.command;
  if (modules.some((named) => named === path || resolve(named) === path)) return ok(undefined);
  return failInWords(
    'not-allowed',
    message('cli-own-code', {
      what: describeRequestShort(workload),
      path: cleanText(path, 1000),
    }),
  );
}

/**
 * The content of what the command line allows, as it is now: the run is held against it. Absent where there is none.
 * @param interpreters the paths that the experiment names and the command line allows
 */
export async function readAllowed(
  experiment: Experiment,
  interpreters: readonly string[],
): Promise<Result<{ readonly content?: OwnContent }>> {
  const work = await readWorkContent(experiment);
  if (!work.ok) return work;
  const contents = work.value === undefined ? [] : [work.value];
  for (const path of interpreters) {
    const read = await readInterpreterContent(path);
    if (read.ok) contents.push(read.value);
    // One that can't be started either is reported as such; no other is started unread.
    else if (canBeStarted(path)) return read;
  }
  return ok(contents.length === 0 ? {} : { content: joinContents(contents) });
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
  const untrusted = untrustedInterpreters(experiment, opened);
  const [first] = untrusted;
  if (first === undefined || allowCode) return ok(untrusted);
  return failInWords(
    'not-allowed',
    message('cli-untrusted-interpreter', { path: cleanText(first, 300) }),
  );
}
