// An experiment from the file that a person names.
import type { Experiment } from '@shared/experiment';
import { parseExperimentText } from '@shared/parse-experiment';
import type { Result } from '@shared/result';
import { experimentBytes, readTextFile } from './read-file';

/** The experiment in a text; the message of a problem begins with `name`. */
export function experimentIn(text: string, name: string): Result<Experiment> {
  const experiment = parseExperimentText(text);
  if (experiment.ok) return experiment;
  const { problem } = experiment;
  return { ok: false, problem: { ...problem, message: `${name}: ${problem.message}` } };
}

/** The experiment in a file. */
export async function readExperimentFile(path: string): Promise<Result<Experiment>> {
  const text = await readTextFile(path, experimentBytes);
  return text.ok ? experimentIn(text.value, path) : text;
}
