// The reference: each distinct input run once, serially, in a host of its own, before any trial.
import type { Cell } from '@shared/cells';
import type { Experiment } from '@shared/experiment';
import type { HostFinished, WorkloadSurroundings } from '@shared/messages';
import { fail, ok, type Result } from '@shared/result';
import { variantChecksums, variantsOf, type Reference } from './checksums';
import type { Ending } from './ending';
import type { TrialContext } from './stage';
import { runTrial } from './trial';

/** The trial number of what is not a trial. */
export const noTrial = -1;

const serial: Cell = {
  id: 'reference',
  strategy: 'serial',
  workers: 1,
  topology: { processes: 1, threads: 1, concurrency: 1 },
  placement: 'host',
};

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

/** Makes the reference; a failure says what went wrong. Nothing of it is in the report. */
export async function makeReference(
  context: TrialContext,
  ending: Ending,
  surroundings: WorkloadSurroundings,
): Promise<Result<Reference>> {
  const { end, finished } = await runTrial(
    { ...context, emit: () => undefined },
    {
      trial: noTrial,
      cell: serial,
      tasks: variantsOf(context.experiment),
      surroundings,
      ending,
    },
  );
  const reference = finished === undefined ? undefined : referenceOf(finished, context.experiment);
  return reference === undefined
    ? fail('no-reference', end.evidence?.message ?? 'it gave no result.')
    : ok(reference);
}
