// An experiment from the file that a user names.
import { dirname, resolve } from 'node:path';
import type { Experiment } from '@shared/experiment/experiment';
import { parseExperimentText } from '@shared/experiment/parse-experiment';
import { ok, type Result } from '@shared/base/result';
import { experimentBytes, readTextFile } from '../files/read-file';
import { refuseRemote } from '../own-code/remote-path';
import { resolveOwnCode } from '../own-code/resolve';

/**
 * The experiment in a text; a problem is one of `name`.
 * @param folder what paths in it are relative to
 */
export function experimentIn(text: string, name: string, folder: string): Result<Experiment> {
  const experiment = parseExperimentText(text);
  // Before its paths are made whole: on this system such a path may look like a file's name.
  const near = experiment.ok ? refuseRemote(experiment.value) : experiment;
  if (experiment.ok && near.ok) return ok(resolveOwnCode(experiment.value, folder));
  const { problem } = near as Extract<typeof near, { ok: false }>;
  return { ok: false, problem: { ...problem, of: name } };
}

/** The experiment in a file. */
export async function readExperimentFile(path: string): Promise<Result<Experiment>> {
  const text = await readTextFile(path, experimentBytes);
  return text.ok ? experimentIn(text.value, path, dirname(resolve(path))) : text;
}
