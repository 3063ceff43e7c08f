// Tries what a worker that crashes or leaks takes with it.
import { within } from '@engine/host/base/deferred';
import { defined } from '@shared/base/defined';
import {
  workerThrows,
  type FigureUnit,
  type Quantity,
  type RawFigure,
  type WorkerEnd,
} from '@shared/claims/claims';
import type { MethodId } from '@shared/claims/methods';
import type { CrashFault } from '@shared/claims/crash-faults';
import type { ProbeAnswer, ProbeRequest } from '@shared/claims/probes';
import { WorkerSet, type MemberExit, type ProbeWorkerKind } from './worker-set';
import { countFinished } from './finish';
import { withoutDumps } from './own-files';
import { ownRss } from './traces';

/** Heap of the worker that runs out of it. */
const heapMb = 48;

/** It is over by then; in ms. */
const limitMs = 8_000;
const goneWithinMs = 5_000;

function endOf(exit: MemberExit | undefined): WorkerEnd {
  if (exit === undefined) return { running: true };
  const { error, signal, code } = exit;
  const threw = workerThrows.find((one) => one === error);
  if (threw !== undefined) return { threw };
  if (error !== undefined) return { error };
  return signal === undefined ? { exitCode: code } : { signal };
}

/**
 * Quantities `began` (workers, said before the fault), `survivors` (others that finished their work after
 * it), `program-alive`, and for a leak `memory-kept` (bytes that the program's resident size has grown by
 * when the worker has ended). Where the fault ends the program there is only the first.
 */
export async function probeCrashing(
  { params, folder }: ProbeRequest,
  say: (answer: ProbeAnswer) => void,
): Promise<void> {
  withoutDumps(folder);
  const kind = params['kind'] as ProbeWorkerKind;
  const fault = params['fault'] as CrashFault;
  const label: MethodId = `${kind}-${fault}`;
  const figure = (
    quantity: Quantity,
    unit: FigureUnit,
    value: number,
    worker?: WorkerEnd,
  ): RawFigure => ({
    ...{ quantity, unit, variant: label, label, strategy: kind },
    values: [value],
    ...defined({ worker }),
  });
  const workers = new WorkerSet(say);
  const others = Array.from({ length: Number(params['others']) }, () =>
    workers.add(kind, 'work-on', { limitMs }),
  );
  await Promise.all(others.map(({ began }) => began));
  const before = ownRss();
  const culprit = workers.add(kind, 'misbehave', { fault }, fault === 'memory' ? { heapMb } : {});
  await culprit.began;
  say({ type: 'figures', figures: [figure('began', 'count', others.length + 1)] });
  const exit = await within(culprit.gone, goneWithinMs);
  const kept = ownRss() - before;
  const survivors = await countFinished(others);
  const end = endOf(exit);
  say({
    type: 'figures',
    figures: [
      figure('survivors', 'count', survivors, end),
      figure('program-alive', 'yes', 1, end),
      ...(fault === 'leak' ? [figure('memory-kept', 'bytes', kept, end)] : []),
    ],
  });
  await workers.end();
}
