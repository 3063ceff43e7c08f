// From what probes and runs ended with to the figures of a measurement.
import { figureOf } from '@analysis/claims/figure';
import type { Figure } from '@shared/claims/claims';
import type { ProbeRunEnd } from './run-probe';
import type { ClaimContext, Measured } from './context';

function figuresOfAct({ act, figures }: ProbeRunEnd): readonly Figure[] {
  const runtime = act.python?.id ?? 'node';
  return figures.flatMap((raw) => figureOf(raw, runtime) ?? []);
}

function notesOfAct({
  act,
  status,
  message,
  notes,
  stderrTail,
  disturbed,
}: ProbeRunEnd): readonly string[] {
  const own = [...notes, ...(disturbed === undefined ? [] : [disturbed])].map(
    (note) => `${act.title}: ${note}`,
  );
  if (status === 'done' || status === 'stopped') return own;
  const said = stderrTail === '' ? '' : ` It said: ${stderrTail.trim().split('\n').at(-1)}`;
  return [...own, `${act.title} could not be measured: ${message}.${said}`];
}

/** What is said where no Python is found. */
export const noPython = 'No Python was found here, so nothing is said of it.';

/** Two measurements as one. */
export function joinMeasured(one: Measured, other: Measured): Measured {
  return {
    figures: [...one.figures, ...other.figures],
    notes: [...one.notes, ...other.notes],
  };
}

/** The figures of acts, and a sentence for each that did not end well. */
export function collectFigures(
  { interpreters }: ClaimContext,
  ends: readonly ProbeRunEnd[],
): Measured {
  return {
    figures: ends.flatMap(figuresOfAct),
    notes: [...(interpreters.length === 0 ? [noPython] : []), ...ends.flatMap(notesOfAct)],
  };
}
