// Turns the schema library's issues into complaints that a user can act on: where, what, what to give.
import type { z } from 'zod';
import { writePath, type Complaint } from '../base/complaint';
import { faultOfIssue } from '../base/data-schemas';
import { describeValue } from '../base/describe-value';
import { plainFaults, type WantedValue, type InputFault } from '../base/input-fault';

type Issue = z.core.$ZodIssue;

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

/** Maximum number of characters of choices that are listed: a closed set may have dozens. */
const maxChoices = 400;

const keyOf = (choice: WantedValue): string => (choice.kind === 'type' ? choice.type : choice.json);

/** As many of them as can be read, each once; the others are counted. */
function fewChoices(all: readonly WantedValue[]): {
  readonly choices: readonly WantedValue[];
  readonly others: number;
} {
  const distinct = [...new Map(all.map((choice) => [keyOf(choice), choice])).values()];
  let length = 0;
  const most = distinct.findIndex((choice) => (length += keyOf(choice).length + 2) > maxChoices);
  const choices = most === -1 ? distinct : distinct.slice(0, most);
  return { choices, others: distinct.length - choices.length };
}

const asJson = (value: unknown): WantedValue => ({ kind: 'value', json: JSON.stringify(value) });

/** Returns what would do instead; empty where the issue is about something else than type or value. */
function wanted(issue: Issue): readonly WantedValue[] {
  if (issue.code === 'invalid_type') return [{ kind: 'type', type: issue.expected }];
  if (issue.code === 'invalid_value') return issue.values.map(asJson);
  if (issue.code === 'invalid_union' && 'options' in issue) {
    return (issue.options ?? []).map(asJson);
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

function faultOfLimit(
  issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall,
  value: unknown,
): InputFault {
  const tooBig = issue.code === 'too_big';
  const limit = Number(tooBig ? issue.maximum : issue.minimum);
  const bound = tooBig ? 'most' : 'least';
  if (typeof value === 'string' && !tooBig) return { code: 'empty-text' };
  if (typeof value === 'string') {
    return { code: 'text-length', characters: value.length, bound, limit };
  }
  if (Array.isArray(value)) return { code: 'list-length', entries: value.length, bound, limit };
  return { code: 'number', value: String(value), bound, limit };
}

function explainChoices(
  path: readonly PropertyKey[],
  wantedHere: readonly WantedValue[],
  input: unknown,
): Complaint {
  const value = valueAt(input, path);
  return {
    path: writePath(path),
    fault:
      value === undefined
        ? { code: 'missing', ...fewChoices(wantedHere) }
        : { code: 'wrong', ...fewChoices(wantedHere), value: describeValue(value) },
  };
}

function explainIssue(issue: Issue, input: unknown): readonly Complaint[] {
  const path = writePath(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: writePath([...issue.path, key]),
        fault: { code: 'unknown-key' as const },
      }));
    case 'too_big':
    case 'too_small':
      return [{ path, fault: faultOfLimit(issue, valueAt(input, issue.path)) }];
    case 'invalid_type':
    case 'invalid_value':
      return [explainChoices(issue.path, wanted(issue), input)];
    case 'invalid_union': {
      if (issue.discriminator !== undefined) {
        return [explainChoices(issue.path, wanted(issue), input)];
      }
      const closest = closestIssues(issue.errors);
      const [first] = closest;
      const at = [...issue.path, ...(first?.path ?? [])];
      const choices = closest.flatMap(wanted);
      if (first === undefined || choices.length > 0) {
        return [explainChoices(at, choices, input)];
      }
      return explainIssue({ ...first, path: at }, input);
    }
    case 'custom':
      return [{ path, fault: faultOfIssue(issue) ?? { code: 'library', said: issue.message } }];
    // A pattern of the schema's own names its fault.
    case 'invalid_format': {
      const code = plainFaults.find((plain) => plain === issue.message);
      return [{ path, fault: code ? { code } : { code: 'library', said: issue.message } }];
    }
    default:
      return [{ path, fault: { code: 'library', said: issue.message } }];
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
