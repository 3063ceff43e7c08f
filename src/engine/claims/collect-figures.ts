// Collects the figures of a measurement from the results of probes and runs.
import { figureOf } from '@analysis/claims/figure';
import { defined } from '@shared/base/defined';
import { crashFaults } from '@shared/claims/crash-faults';
import type { ClaimNote, ProbeTitle } from '@shared/claims/claim-notes';
import type { Figure } from '@shared/claims/claims';
import type { ProbeSaid } from '@shared/claims/probes';
import type { ProbeRunEnd } from './run-probe';
import type { ClaimContext, Measured } from './context';

function figuresOfAct({ act, figures }: ProbeRunEnd): readonly Figure[] {
  const runtime = act.python?.id ?? 'node';
  return figures.flatMap((raw) => figureOf(raw, runtime) ?? []);
}

const kinds = ['threads', 'processes'] as const;

function titleOf({ probe, params, python }: ProbeRunEnd['act']): ProbeTitle {
  const kind = kinds.find((one) => one === params['kind']);
  const fault = crashFaults.find((one) => one === params['fault']);
  return { probe, runtime: python?.id ?? 'node', ...defined({ kind, fault }) };
}

function claimNoteOf({ code, bytes = 0 }: ProbeSaid, title: ProbeTitle): ClaimNote {
  return code === 'no-shared-memory' ? { kind: code, title, bytes } : { kind: code, title };
}

function notesOfAct({
  act,
  failure,
  notes,
  stderrTail,
  disturbed,
}: ProbeRunEnd): readonly ClaimNote[] {
  const title = titleOf(act);
  const own = notes.map((note) => claimNoteOf(note, title));
  if (disturbed !== undefined) own.push({ kind: 'probe-disturbed', title, ...disturbed });
  if (failure === undefined) return own;
  const stderr = stderrTail === '' ? undefined : stderrTail.trim().split('\n').at(-1);
  return [...own, { kind: 'probe-failed', title, failure, stderr }];
}

/** The note where no Python is found. */
export const noPython: ClaimNote = { kind: 'no-python' };

/** Two measurements as one. */
export function joinMeasured(one: Measured, other: Measured): Measured {
  return {
    figures: [...one.figures, ...other.figures],
    notes: [...one.notes, ...other.notes],
  };
}

/** The figures of acts, and a note for each that did not end well. */
export function collectFigures(
  { interpreters }: ClaimContext,
  ends: readonly ProbeRunEnd[],
): Measured {
  return {
    figures: ends.flatMap(figuresOfAct),
    notes: [...(interpreters.length === 0 ? [noPython] : []), ...ends.flatMap(notesOfAct)],
  };
}
