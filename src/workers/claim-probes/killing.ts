// Tries whether a worker that receives nothing can be ended from outside, and what it leaves.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nowNs } from '@engine/clock';
import { deferred, within } from '@engine/host/base/deferred';
import { defined } from '@shared/base/defined';
import type { RawFigure } from '@shared/claims/claims';
import type { MethodId } from '@shared/claims/methods';
import type { ProbeAnswer, ProbeRequest } from '@shared/claims/probes';
import { WorkerSet, type ProbeWorker, type ProbeWorkerKind } from './worker-set';
import { countFinished } from './finish';
import type { LoopData, Made } from './killing-role';
import { dropFile } from './own-files';
import { isRunning, pssOf, threadLeaves } from './traces';

const labels: Readonly<Record<ProbeWorkerKind, MethodId>> = {
  threads: 'threads-terminate',
  processes: 'processes-sigkill',
};

/** Where its word that it loops may not get out of a busy process; in ms. */
const loopsWithinMs = 1000;

/** The loop runs for this long before it is to end; in ms. */
const intoLoopMs = 50;

/** Freed pages are given back within it; in ms. */
const settleMs = 100;

const units = {
  ended: 'yes',
  gone: 'ns',
  'others-alive': 'yes',
  'program-alive': 'yes',
  'memory-back': 'bytes',
  'file-left': 'yes',
  'child-left': 'yes',
} as const;

type Quantity = keyof typeof units;

/** The result of one attempt; absent: not known. */
type Attempt = Readonly<Partial<Record<Quantity, number>>>;

const yes = (is: boolean): number => (is ? 1 : 0);

interface Scene {
  readonly workers: WorkerSet;
  readonly kind: ProbeWorkerKind;
  readonly data: LoopData;
  /** How long the worker may take to be gone; in ms. */
  readonly endMs: number;
}

/** Time from the attempt until the worker is gone, in ns; undefined where it is not gone in time. */
async function endIt(member: ProbeWorker, endMs: number): Promise<number | undefined> {
  const { pid, tid } = await member.began;
  const fromNs = nowNs();
  member.end();
  if ((await within(member.gone, endMs)) === undefined) return undefined;
  if (tid !== undefined && !(await threadLeaves(pid, tid, endMs))) return undefined;
  return Number(nowNs() - fromNs);
}

async function attempt({ workers, kind, data, endMs }: Scene): Promise<Attempt> {
  const looping = workers.add(kind, 'loop-on', data);
  const beside = workers.add(kind, 'work-on', { limitMs: data.limitMs });
  const { child } = await new Promise<Made>((resolve) =>
    looping.onMessage((made) => resolve(made as Made)),
  );
  // It is reported before the loop begins, so that it is cleared up whatever happens.
  if (child !== undefined) workers.adopt(child);
  const own = (await looping.began).pid;
  const besidePid = (await beside.began).pid;
  const staying = [...new Set([process.pid, besidePid])];
  const before = pssOf([...new Set([...staying, own])]);
  const loops = deferred<void>();
  looping.onMessage(() => loops.resolve());
  looping.send('loop');
  await within(loops.promise, loopsWithinMs);
  await sleep(intoLoopMs);

  const goneNs = await endIt(looping, endMs);
  await sleep(settleMs);
  const after = pssOf(goneNs === undefined ? [...new Set([...staying, own])] : staying);
  const others = await countFinished([beside]);
  const found: Attempt = defined({
    ended: yes(goneNs !== undefined),
    gone: goneNs,
    'others-alive': yes(others === 1),
    'program-alive': 1,
    'memory-back': before === undefined || after === undefined ? undefined : before - after,
    'file-left': yes(existsSync(data.file)),
    'child-left': child === undefined ? undefined : yes(isRunning(child)),
  });
  await workers.end();
  dropFile(data.file);
  return found;
}

function figuresOf(kind: ProbeWorkerKind, attempts: readonly Attempt[]): RawFigure[] {
  return (Object.keys(units) as Quantity[]).map((quantity) => ({
    quantity,
    variant: kind,
    label: labels[kind],
    strategy: kind,
    unit: units[quantity],
    values: attempts.flatMap((one) => one[quantity] ?? []),
  }));
}

/**
 * Quantities `ended`, `gone` (ns from the attempt until exit and thread are gone), `others-alive`,
 * `program-alive`, `memory-back` (bytes by which the proportional size fell), `file-left`, `child-left`.
 */
export async function probeKilling(
  { params, folder }: ProbeRequest,
  say: (answer: ProbeAnswer) => void,
): Promise<void> {
  const workers = new WorkerSet(say);
  const figures: RawFigure[] = [];
  for (const kind of ['threads', 'processes'] as const) {
    const attempts: Attempt[] = [];
    for (let repeat = 0; repeat < Number(params['repeats']); repeat += 1) {
      const data: LoopData = {
        file: join(folder, `killing-${kind}-${repeat}.txt`),
        bytes: Number(params['bytes']),
        limitMs: Number(params['limitMs']),
        childMs: Number(params['childMs']),
      };
      attempts.push(await attempt({ workers, kind, data, endMs: Number(params['endMs']) }));
    }
    figures.push(...figuresOf(kind, attempts));
  }
  say({ type: 'figures', figures });
}
