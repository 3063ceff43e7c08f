// The reference: each distinct input run once, serially, in a host of its own, before any trial.
import type { Cell } from '@shared/experiment/cells';
import type { Experiment } from '@shared/experiment/experiment';
import type { HostFinished } from '@shared/wire/messages';
import { isModule, languageOfFile } from '@shared/experiment/own-code';
import { ok, type Result } from '@shared/base/result';
import type { Failure } from '@shared/report/failures';
import { variantChecksums, variantsOf, type Reference } from './checksums';
import type { TrialContext } from './trial-session';
import type { TrialRunner } from './trial-runner';

/** The trial number of what is not a trial. */
export const unrecordedTrial = -1;

/** What every empty task gives. */
export const emptyReference: Reference = [0];

const serial: Cell = {
  id: 'reference',
  strategy: 'serial',
  workers: 1,
  topology: { processes: 1, threads: 1, concurrency: 1 },
  placement: 'host',
};

/** The same context for other work, and silent: nothing of its trials is reported or kept. */
export function silentContext(context: TrialContext, work: Partial<Experiment>): TrialContext {
  return {
    ...context,
    experiment: { ...context.experiment, ...work },
    emit: () => undefined,
  };
}

/** Checksums by variant from a trial's results. */
export function referenceOf(
  finished: readonly HostFinished[],
  experiment: Experiment,
): Reference | undefined {
  const checksums = variantChecksums(
    finished.map((host) => host.results),
    experiment,
  );
  return checksums.every((checksum) => checksum !== undefined) ? checksums : undefined;
}

/** A user's own Python can be run by Python alone: by the first that the cells have. */
function referenceCell({ workload }: Experiment, cells: readonly Cell[]): Cell {
  if (!isModule(workload) || languageOfFile(workload.path) !== 'python') return serial;
  const python = cells.find((cell) => cell.python !== undefined)?.python;
  if (python === undefined) return serial;
  const { interpreter, path } = python;
  return { ...serial, strategy: 'python-serial', python: { interpreter, path } };
}

/**
 * Makes the reference; a failure says what went wrong. Nothing of it is in the report.
 * @param cells those of the run
 */
export async function makeReference(
  context: TrialContext,
  runner: TrialRunner,
  cells: readonly Cell[],
): Promise<Result<Reference, Failure>> {
  const alone = silentContext(context, { tasks: variantsOf(context.experiment) });
  const { end, finished } = await runner.run(alone, {
    trial: unrecordedTrial,
    cell: referenceCell(context.experiment, cells),
  });
  const reference = finished === undefined ? undefined : referenceOf(finished, alone.experiment);
  return reference === undefined
    ? { ok: false, problem: end.evidence?.failure ?? { code: 'no-result', args: {} } }
    : ok(reference);
}
