// From anything to an experiment, or to sentences that say what is wrong, where, and what to do.
import { experimentSchema, type Experiment } from './experiment';
import { explainIssues, type Complaint } from './explain-issues';
import { findJsonOddity } from './json-oddities';
import { deepest, parseJson } from './parse-json';
import { ok, type Problem, type Result } from './result';
import { experimentLimits, findUnfit } from './unfit-data';

function problem({ path, text }: Complaint): Problem {
  return path === ''
    ? { code: 'bad-experiment', message: `The experiment ${text}` }
    : { code: 'bad-experiment', message: `${path} ${text}`, path };
}

/** More than a person reads; an input may break a rule a hundred thousand times. */
const mostTold = 100;

/** Every problem of an experiment, in the order of the schema; empty where it is good. */
export function experimentProblems(input: unknown): readonly Problem[] {
  const unfit = findUnfit(input, experimentLimits);
  if (unfit !== undefined) return [problem(unfit)];
  const parsed = experimentSchema.safeParse(input);
  return parsed.success ? [] : explainIssues(parsed.error, input).slice(0, mostTold).map(problem);
}

/** An experiment with its defaults filled in, or the first problem (`bad-experiment`). */
export function parseExperiment(input: unknown): Result<Experiment> {
  const unfit = findUnfit(input, experimentLimits);
  if (unfit !== undefined) return { ok: false, problem: problem(unfit) };
  const parsed = experimentSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const complaint = explainIssues(parsed.error, input)[0];
  if (complaint === undefined) throw new Error('a failed parse without an issue');
  return { ok: false, problem: problem(complaint) };
}

/**
 * As {@link parseExperiment}, from the text of a file: `bad-json` or `too-deep` where it is none, and
 * `bad-experiment` too where its numbers or names would not be read as they are written.
 */
export function parseExperimentText(text: string): Result<Experiment> {
  const parsed = parseJson(text, deepest.experiment);
  if (!parsed.ok) return parsed;
  const oddity = findJsonOddity(text);
  return oddity === undefined
    ? parseExperiment(parsed.value)
    : { ok: false, problem: problem(oddity) };
}
