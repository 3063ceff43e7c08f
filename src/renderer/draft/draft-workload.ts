// The work of a draft: a workload of the catalogue, or a user's own code in the making. Pure.
import { jsonFaultText } from '@present/words/engine/input-faults';
import { message } from '@present/messages/message';
import { findJsonMistake } from '@shared/base/json-mistake';
import { whyUnsupported } from '@present/words/engine/left-out';
import { ownCodeKinds, type OwnCodeWorkload } from '@shared/experiment/own-code';
import type { Problem } from '@shared/base/result';
import { defaultParams, type WorkloadKind } from '@shared/experiment/workloads';
import { kindOf } from '@shared/experiment/cells';
import type { StrategyRow } from './strategy-rows';

type OwnKind = OwnCodeWorkload['kind'];

/** A workload of the catalogue; a cleared figure is `NaN`. */
export interface CatalogueDraft {
  kind: WorkloadKind;
  params: Record<string, number>;
}

/** A function in a file. */
export interface ModuleDraft {
  kind: 'module';
  path: string;
  export: string;
  /** Text that is no JSON object stays what it is, and no schema takes it. */
  params: Record<string, unknown> | string;
}

/** A program. */
export interface CommandDraft {
  kind: 'command';
  command: string;
  args: string[];
  /** Exit codes that are no failure; a text where they could not be read. */
  exitCodes?: (number | string)[] | undefined;
  /** As those of a function; none where the user gave none. */
  params?: Record<string, unknown> | string | undefined;
}

export type WorkloadDraft = CatalogueDraft | ModuleDraft | CommandDraft;

/** Returns whether a kind of work is a user's own. */
export function isOwnKind(kind: string): kind is OwnKind {
  return ownCodeKinds.some((own) => own === kind);
}

/** Returns whether a draft's work is one of the catalogue. */
export function isCatalogue(workload: WorkloadDraft): workload is CatalogueDraft {
  return !isOwnKind(workload.kind);
}

/** Returns what a kind of work starts with. */
export function newWorkload(kind: WorkloadKind | OwnKind): WorkloadDraft {
  if (kind === 'module') return { kind, path: '', export: 'default', params: {} };
  if (kind === 'command') return { kind, command: '', args: [] };
  return { kind, params: defaultParams(kind) };
}

/** The object that a text says; the text itself where it says none. */
export function readParams(text: string): Record<string, unknown> | string {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : text;
  } catch {
    return text;
  }
}

/** Why a text is no JSON object: the place and what to do there, in one sentence each. */
export function explainParams(text: string): string {
  if (text.trim() === '') return message('own-params-empty');
  const mistake = findJsonMistake(text);
  return mistake === undefined
    ? message('own-params-object')
    : message('own-params-place', { ...mistake, remedy: jsonFaultText(mistake.fault) });
}

/** The problem as it is; of parameters that are no JSON, the place in their text. */
export function withPlace(problem: Problem, workload: WorkloadDraft): Problem {
  if (problem.path !== 'workload.params' || isCatalogue(workload)) return problem;
  if (typeof workload.params !== 'string') return problem;
  return {
    code: problem.code,
    path: problem.path,
    message: message('own-params-bad', { why: explainParams(workload.params) }),
  };
}

/** Strategies that can't run some work, for one reason. */
export interface UnsupportedRows {
  readonly rows: readonly StrategyRow[];
  /** Continues their names: `work.py is Python`. */
  readonly why: string;
}

/** The rows that can run the work, and why the others can't. */
export function partitionBySupport(
  workload: WorkloadDraft,
  rows: readonly StrategyRow[],
): {
  readonly supported: readonly StrategyRow[];
  readonly unsupported: readonly UnsupportedRows[];
} {
  const reasons = new Map<string | undefined, StrategyRow[]>();
  for (const row of rows) {
    const why = whyUnsupported(workload, row.kind);
    reasons.set(why, [...(reasons.get(why) ?? []), row]);
  }
  const unsupported = [...reasons].flatMap(([why, some]) =>
    why === undefined ? [] : [{ why, rows: some }],
  );
  return { supported: reasons.get(undefined) ?? [], unsupported };
}

/** Returns whether any strategy of the list can run the work. */
export function anySupported(
  workload: WorkloadDraft,
  strategies: readonly Parameters<typeof kindOf>[0][],
): boolean {
  return strategies.some((strategy) => whyUnsupported(workload, kindOf(strategy)) === undefined);
}
