// Who sees what a worker writes: an object handed to it, and shared memory.
import { defined } from '@shared/base/defined';
import type { RawFigure } from '@shared/claims/claims';
import type { MethodId } from '@shared/claims/methods';
import type { ProbeAnswer, ProbeRequest } from '@shared/claims/probes';
import { WorkerSet, type ProbeWorkerKind } from './worker-set';
import { written, type SharedBox } from './sharing-role';

type Variant = 'threads' | 'threads-shared' | 'processes';

const kinds: Readonly<Record<Variant, ProbeWorkerKind>> = {
  threads: 'threads',
  'threads-shared': 'threads',
  processes: 'processes',
};

const labels: Readonly<Record<Variant, MethodId>> = {
  threads: 'threads-object',
  'threads-shared': 'threads-shared-array',
  processes: 'processes-object',
};

async function isSeen(workers: WorkerSet, variant: Variant): Promise<boolean> {
  const shared =
    variant === 'threads-shared' ? new Int32Array(new SharedArrayBuffer(4)) : undefined;
  const box: SharedBox = { object: { value: 0 }, ...defined({ shared }) };
  const member = workers.add(kinds[variant], 'write-box', box);
  await new Promise<void>((resolve) => member.onMessage(() => resolve()));
  const seen = shared === undefined ? box.object.value : Atomics.load(shared, 0);
  member.end();
  await member.gone;
  return seen === written;
}

/** Quantity `seen`: 1 where the program sees what its worker wrote. */
export async function probeSharing(
  { params }: ProbeRequest,
  say: (answer: ProbeAnswer) => void,
): Promise<void> {
  const workers = new WorkerSet(say);
  const figures: RawFigure[] = [];
  for (const variant of Object.keys(kinds) as Variant[]) {
    const values: number[] = [];
    for (let repeat = 0; repeat < Number(params['repeats']); repeat += 1) {
      values.push((await isSeen(workers, variant)) ? 1 : 0);
    }
    figures.push({
      quantity: 'seen',
      variant,
      label: labels[variant],
      strategy: kinds[variant],
      unit: 'yes',
      values,
    });
  }
  say({ type: 'figures', figures });
}
