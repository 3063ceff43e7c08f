// An ordinary run as the measurement of a claim.
import { limits, type Experiment } from '@shared/experiment/experiment';
import type { ClaimNote } from '@shared/claims/claim-notes';
import type { Report } from '@shared/report/report';
import { cellsOfWarning } from '@shared/report/warnings';
import { namedCell } from '@shared/experiment/cells';
import { startRun } from '../run/run';
import { memoryLimit, type ClaimContext } from './context';

/** Runs an experiment to its report, in the memory that is free; ends early when the claims are stopped. */
export async function runExperiment(context: ClaimContext, asked: Experiment): Promise<Report> {
  const { signal, launcher, entries, program, interpreters, onEvent, quiet } = context;
  const freeMb = Math.max(limits.memoryLimitMb.min, Math.floor(memoryLimit(context) / 1e6));
  const experiment = { ...asked, memoryLimitMb: Math.min(asked.memoryLimitMb, freeMb) };
  const run = startRun({ experiment, launcher, entries, program, interpreters, onEvent, quiet });
  const stop = (): void => run.stop();
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    return await run.done;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Warnings about something outside the run, which no claim is about. */
const outside: ReadonlySet<Report['warnings'][number]['kind']> = new Set([
  'load',
  'throttling',
  'swap',
]);

/** Returns what limits a run's figures: trials that did not end well, load from elsewhere. */
export function notesOfRun({ cells, run, warnings }: Report): readonly ClaimNote[] {
  const failed = cells.flatMap(({ id, trials }) =>
    trials
      .filter(({ status }) => status !== 'ok' && status !== 'stopped')
      .slice(0, 1)
      .map(({ evidence, status }): ClaimNote => ({
        kind: 'trial-failed',
        ...{ cell: id, status, why: evidence?.failure },
      })),
  );
  const disturbed = warnings
    .filter(({ kind }) => outside.has(kind))
    .map(({ fact }): ClaimNote => {
      const named = new Set(cellsOfWarning(fact).map(([, id]) => id));
      const own = cells.filter(({ id }) => named.has(id));
      const labels = own.map((cell) => ({ cell: cell.id, label: namedCell(cell) }));
      return { kind: 'disturbed', warning: fact, cells: labels };
    });
  return [
    ...(run.failure === undefined ? [] : [{ kind: 'ended', failure: run.failure } as const]),
    ...run.notes.map((note): ClaimNote => ({ kind: 'noted', note })),
    ...failed,
    ...disturbed,
  ];
}
