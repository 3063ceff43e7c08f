// From anything to an experiment, or to sentences that say what is wrong, where, and what to do.
import { experimentSchema, type Experiment } from './experiment';
import { explainIssues } from './explain-issues';
import { parseJson } from './parse-json';
import { ok, type Problem, type Result } from './result';

function problems(error: Parameters<typeof explainIssues>[0], input: unknown): readonly Problem[] {
  return explainIssues(error, input).map(({ path, text }) =>
    path === ''
      ? { code: 'bad-experiment', message: `The experiment ${text}` }
      : { code: 'bad-experiment', message: `${path} ${text}`, path },
  );
}

/** Every problem of an experiment, in the order of the schema; empty where it is good. */
export function experimentProblems(input: unknown): readonly Problem[] {
  const parsed = experimentSchema.safeParse(input);
  return parsed.success ? [] : problems(parsed.error, input);
}

/** An experiment with its defaults filled in, or the first problem (`bad-experiment`). */
export function parseExperiment(input: unknown): Result<Experiment> {
  const parsed = experimentSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const problem = problems(parsed.error, input)[0];
  if (problem === undefined) throw new Error('a failed parse without an issue');
  return { ok: false, problem };
}

/** As {@link parseExperiment}, from the text of a file (`bad-json` where it is none). */
export function parseExperimentText(text: string): Result<Experiment> {
  const parsed = parseJson(text);
  return parsed.ok ? parseExperiment(parsed.value) : parsed;
}
