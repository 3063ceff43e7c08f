// Turns the schema library's issues into sentences that a user can act on: where, what, what to give.
import type { z } from 'zod';
import { groupThousands, writePath, type Complaint } from '../base/complaint';
import { describeValue } from '../base/describe-value';

type Issue = z.core.$ZodIssue;

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

const typeNames: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
};

/** Maximum number of characters of choices that are listed: a closed set may have dozens. */
const maxChoices = 400;

function listChoices(choices: readonly string[]): string {
  const all = fewChoices([...new Set(choices)]);
  return all.length < 2
    ? (all[0] ?? 'something else')
    : `${all.slice(0, -1).join(', ')} or ${all[all.length - 1] ?? ''}`;
}

/** As many of them as can be read; the others are counted. */
function fewChoices(all: readonly string[]): readonly string[] {
  let length = 0;
  const shown = all.findIndex((choice) => (length += choice.length + 2) > maxChoices);
  return shown === -1 ? all : [...all.slice(0, shown), `one of ${all.length - shown} others`];
}

/** Returns what would do instead; empty where the issue is about something else than type or value. */
function wanted(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_type') return [typeNames[issue.expected] ?? issue.expected];
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value));
  if (issue.code === 'invalid_union' && 'options' in issue) {
    return (issue.options ?? []).map((option) => JSON.stringify(option));
  }
  return [];
}

/**
 * The issues of a union's branches that got furthest into the input; where a branch took its type,
 * only what is wrong beyond that.
 */
function closestIssues(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const issues = branches.flat().filter((issue) => !measuresAnotherType(issue));
  const depth = issues.reduce((deepest, { path }) => Math.max(deepest, path.length), 0);
  const deepest = issues.filter(({ path }) => path.length === depth);
  const beyondType = deepest.filter((issue) => wanted(issue).length === 0);
  return beyondType.length === 0 ? deepest : beyondType;
}

/** The library measures whatever has a `length`; where that is no list and no text, its type counts. */
function measuresAnotherType(issue: Issue): boolean {
  if (issue.code !== 'too_big' && issue.code !== 'too_small') return false;
  // Not one of the origins that its types list.
  return String(issue.origin) === 'unknown';
}

function explainLimit(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall, value: unknown) {
  const tooBig = issue.code === 'too_big';
  const limit = Number(tooBig ? issue.maximum : issue.minimum);
  const advice = `Give at ${tooBig ? 'most' : 'least'} ${Number.isInteger(limit) ? groupThousands(limit) : limit}.`;
  if (typeof value === 'string' && !tooBig) return 'is empty. Give a text.';
  if (typeof value === 'string') return `has ${groupThousands(value.length)} characters. ${advice}`;
  if (Array.isArray(value)) return `has ${groupThousands(value.length)} entries. ${advice}`;
  return `is ${String(value)}. ${advice}`;
}

function explainChoices(path: readonly PropertyKey[], choices: string, input: unknown): Complaint {
  const value = valueAt(input, path);
  return {
    path: writePath(path),
    text:
      value === undefined
        ? `is missing. Give ${choices}.`
        : `must be ${choices}, not ${describeValue(value)}.`,
  };
}

function explainIssue(issue: Issue, input: unknown): readonly Complaint[] {
  const path = writePath(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: writePath([...issue.path, key]),
        text: 'is not a known key. Remove it or check its spelling.',
      }));
    case 'too_big':
    case 'too_small':
      return [{ path, text: explainLimit(issue, valueAt(input, issue.path)) }];
    case 'invalid_type':
    case 'invalid_value':
      return [explainChoices(issue.path, listChoices(wanted(issue)), input)];
    case 'invalid_union': {
      if (issue.discriminator !== undefined) {
        return [explainChoices(issue.path, listChoices(wanted(issue)), input)];
      }
      const closest = closestIssues(issue.errors);
      const [first] = closest;
      const at = [...issue.path, ...(first?.path ?? [])];
      const choices = closest.flatMap(wanted);
      if (first === undefined || choices.length > 0) {
        return [explainChoices(at, listChoices(choices), input)];
      }
      return explainIssue({ ...first, path: at }, input);
    }
    // A rule of the schema's own says what to do itself.
    case 'custom':
    case 'invalid_format':
      return [{ path, text: issue.message }];
    default:
      return [{ path, text: `is not valid: ${issue.message}.` }];
  }
}

/** A complaint for everything wrong with the input, in the schema's order, one for each place. */
export function explainIssues(error: z.ZodError, input: unknown): readonly Complaint[] {
  const complaints = error.issues
    .filter((issue) => !measuresAnotherType(issue))
    .flatMap((issue) => explainIssue(issue, input));
  // A number far too large breaks the library's own limit first, and then the one that counts.
  const last = new Map(complaints.map(({ path }, index) => [path, index]));
  return complaints.filter(({ path }, index) => last.get(path) === index);
}
