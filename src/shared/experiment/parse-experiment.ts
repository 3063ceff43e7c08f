// Parses anything into an experiment, or into problems that say what is wrong, where, and what to do.
import { defined } from '../base/defined';
import { experimentSchema, limits, type Experiment } from './experiment';
import type { Complaint } from '../base/complaint';
import type { otherFileFaults } from '../base/input-fault';
import { explainIssues } from './explain-issues';
import { findJsonOddity } from '../base/json-oddities';
import { deepest, parseJson } from '../base/parse-json';
import { isObject } from '../base/raw-data';
import type { ProblemOf } from '../base/problems';
import { fail, ok, type Problem, type Result } from '../base/result';
import { experimentLimits, findUnfit } from '../base/unfit-data';

function problem({ path, fault }: Complaint): ProblemOf<'bad-experiment'> {
  return { code: 'bad-experiment', args: { fault }, ...defined({ path: path || undefined }) };
}

/** A program is a process of its own: as many at once as there may be workers, not as many as may wait. */
function tooManyPrograms({ workload, strategies }: Experiment): Complaint | undefined {
  if (workload.kind !== 'command') return undefined;
  for (const [place, strategy] of strategies.entries()) {
    if (strategy.kind !== 'async') continue;
    const most = Math.max(0, ...[strategy.workers].flat().filter((count) => count !== 'cores'));
    if (most <= limits.workers.max) continue;
    return {
      path: `strategies[${place}].workers`,
      fault: { code: 'many-programs', programs: most, most: limits.workers.max },
    };
  }
  return undefined;
}

const otherFiles = new Map<unknown, (typeof otherFileFaults)[number]>([
  ['corelane.report', 'is-report'],
  ['corelane.findings', 'is-findings'],
]);

/** Returns what is wrong with a report or findings as a whole; their keys alone would mislead. */
function findOtherFile(input: unknown): Complaint | undefined {
  const code = isObject(input) ? otherFiles.get(input['schema']) : undefined;
  return code && { path: '', fault: { code } };
}

/** More than a user reads; an input may break a rule a hundred thousand times. */
const maxTold = 100;

/** Every problem of an experiment, in the order of the schema; empty where it is good. */
export function experimentProblems(input: unknown): readonly Problem[] {
  const unfit = findOtherFile(input) ?? findUnfit(input, experimentLimits);
  if (unfit !== undefined) return [problem(unfit)];
  const parsed = experimentSchema.safeParse(input);
  const programs = parsed.success ? tooManyPrograms(parsed.data) : undefined;
  if (programs !== undefined) return [problem(programs)];
  return parsed.success ? [] : explainIssues(parsed.error, input).slice(0, maxTold).map(problem);
}

/** An experiment with its defaults filled in, or the first problem (`bad-experiment`). */
export function parseExperiment(input: unknown): Result<Experiment> {
  const unfit = findOtherFile(input) ?? findUnfit(input, experimentLimits);
  if (unfit !== undefined) return { ok: false, problem: problem(unfit) };
  const parsed = experimentSchema.safeParse(input);
  if (parsed.success) {
    const programs = tooManyPrograms(parsed.data);
    return programs === undefined ? ok(parsed.data) : { ok: false, problem: problem(programs) };
  }
  const complaint = explainIssues(parsed.error, input)[0];
  if (complaint === undefined) throw new Error('a failed parse without an issue');
  return { ok: false, problem: problem(complaint) };
}

/**
 * As {@link parseExperiment}, from the text of a file: `bad-json` or `too-deep` where it is none, and
 * `bad-experiment` too where its numbers or names would not be read as they are written.
 */
export function parseExperimentText(text: string): Result<Experiment> {
  // A byte order mark is white space, too.
  if (text.trim() === '') {
    return fail('bad-json', { kind: 'empty' });
  }
  const parsed = parseJson(text, deepest.experiment);
  if (!parsed.ok) return parsed;
  const oddity = findOtherFile(parsed.value) ?? findJsonOddity(text);
  return oddity === undefined
    ? parseExperiment(parsed.value)
    : { ok: false, problem: problem(oddity) };
}
