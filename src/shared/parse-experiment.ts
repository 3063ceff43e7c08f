// From anything to an experiment, or to sentences that say what is wrong, where, and what to do.
import { z } from 'zod';
import { experimentSchema, type Experiment } from './experiment';
import { workloadKinds } from './workloads';
import { strategyKinds } from './strategies';
import type { Problem, Result } from './result';

type Issue = z.core.$ZodIssue;

/** `strategies[1].workers` from its parts; `experiment` for the whole. */
function writePath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}

function describeSize(issue: Issue): string {
  if (issue.code === 'too_big') {
    const most = String(issue.maximum);
    if (issue.origin === 'string') return `is longer than ${most} characters. Shorten it.`;
    if (issue.origin === 'array') return `has more than ${most} entries. Remove some.`;
    return `is above its limit. Give at most ${most}.`;
  }
  if (issue.code === 'too_small') {
    const least = String(issue.minimum);
    if (issue.origin === 'string') return 'is empty. Give it a text.';
    if (issue.origin === 'array') return `has too few entries. Give at least ${least}.`;
    return `is below its limit. Give at least ${least}.`;
  }
  return 'is not valid.';
}

function describeIssue(issue: Issue, input: unknown): Problem {
  const at = writePath(issue.path);
  const place = at === '' ? 'The experiment' : at;
  const say = (text: string, path = at): Problem => ({
    code: 'bad-experiment',
    message: `${path === '' ? 'The experiment' : path} ${text}`,
    path,
  });
  switch (issue.code) {
    case 'unrecognized_keys': {
      const key = issue.keys[0] ?? '';
      const path = at === '' ? key : `${at}.${key}`;
      return say('is not a known key. Remove it, or check its spelling.', path);
    }
    case 'invalid_type':
      return valueAt(input, issue.path) === undefined
        ? say(`is missing. Give it a value of type ${issue.expected}.`)
        : say(`has the wrong type. Give a value of type ${issue.expected}.`);
    case 'too_big':
    case 'too_small':
      return say(describeSize(issue));
    case 'invalid_value':
      return say(`must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}.`);
    case 'invalid_union': {
      if (issue.errors.length === 0 || issue.discriminator !== undefined) {
        const known = at.startsWith('workload') ? workloadKinds : strategyKinds;
        return say(`is not known. Use one of ${known.join(', ')}.`);
      }
      const closest = closestBranch(issue.errors);
      if (closest !== undefined) {
        return describeIssue({ ...closest, path: [...issue.path, ...closest.path] } as Issue, input);
      }
      return say('has a value of no known form. See docs/FORMATS.md for what it takes.');
    }
    default:
      return say(`${place === at ? '' : ''}is not valid: ${issue.message}.`);
  }
}

/** The branch of a union that came furthest: one whose first complaint is not about its type. */
function closestBranch(branches: readonly (readonly Issue[])[]): Issue | undefined {
  const informative = branches.find((branch) => {
    const first = branch[0];
    return first !== undefined && first.code !== 'invalid_type' && first.code !== 'invalid_value';
  });
  return informative?.[0];
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

/** Every problem of an experiment, in the order of the file; empty where it is good. */
export function experimentProblems(input: unknown): readonly Problem[] {
  const parsed = experimentSchema.safeParse(input);
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => describeIssue(issue, input));
}

/** An experiment with its defaults filled in, or the first problem with its path. */
export function parseExperiment(input: unknown): Result<Experiment> {
  const parsed = experimentSchema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const first = parsed.error.issues[0];
  if (first === undefined) throw new Error('a failed parse without an issue');
  return { ok: false, problem: describeIssue(first, input) };
}

/** As {@link parseExperiment}, from the text of a file. */
export function parseExperimentText(text: string): Result<Experiment> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return {
      ok: false,
      problem: {
        code: 'bad-json',
        message: `The file is not JSON: ${error instanceof Error ? error.message : String(error)}. Mend that place and try again.`,
      },
    };
  }
  return parseExperiment(input);
}

/** The published JSON Schema of an experiment file. */
export function experimentJsonSchema(): unknown {
  return z.toJSONSchema(experimentSchema, { io: 'input', target: 'draft-2020-12' });
}
