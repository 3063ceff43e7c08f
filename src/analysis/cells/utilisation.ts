// Rates how well a cell uses the cores that its workers could take.
import type { Utilisation } from '@shared/report/findings';
import type { MachineInfo } from '@shared/report/machine';
import type { CellReport } from '@shared/report/report';
import type { WorkerTime } from './worker-time';
import { baseStrategyOf } from '@shared/experiment/strategies';

type Measured = Pick<CellReport, 'strategy' | 'workers' | 'coresBusy' | 'programs'>;

export type Cores = Pick<MachineInfo, 'affinity' | 'quotaCores'>;

/** Cores that can be kept busy: those allowed, or what a quota leaves of them, 1.5 for example. */
function capacity({ affinity, quotaCores = Infinity }: Cores): number {
  return Math.min(affinity.length, quotaCores);
}

/**
 * Threads that run a cell's tasks: its workers. An event loop is one, however many it has at once, but for
 * programs: of those it has that many.
 */
export function threadsOf({ strategy, workers, programs }: Omit<Measured, 'coresBusy'>): number {
  return baseStrategyOf(strategy) === 'async' && programs !== true ? 1 : workers;
}

/** Cores the cell's workers can keep busy at once: one each, at most all there are, or the quota. */
export function coresInReach(cell: Measured, cores: Cores): number {
  return Math.min(threadsOf(cell), capacity(cores));
}

/** Less than half a core in all is idle, or half of what a smaller quota leaves. */
const idleCores = 0.5;
/** Up to these shares of the cores in reach; above the second it is ideal. */
const poorShare = 0.5;
const okShare = 0.85;
/** More runnable workers than this for each usable core are too many. */
const overShare = 1.15;

/**
 * The class of the run phase, from the cores kept busy on average against the cores in reach: one
 * for `serial` and `async`, otherwise the smaller of workers and cores or quota. Waiting keeps no core
 * busy. `over` where more workers are runnable, on a core or queued for one, than there are cores, or
 * than a quota allows. Absent where the cores busy are not known.
 *
 * The limits are the defaults of Intel VTune Profiler, User Guide, "CPU Utilization": idle below 0.5
 * of one core, poor up to 50 % of the target, ok up to 85 %, ideal above; and "Thread Concurrency":
 * over from 115 % of the target on.
 */
export function classifyUtilisation(
  cell: Measured,
  cores: Cores,
  time?: WorkerTime,
): Utilisation | undefined {
  const { coresBusy } = cell;
  if (coresBusy === undefined) return undefined;
  const runnable = time === undefined ? 0 : (time.onCpu + time.queued) * threadsOf(cell);
  if (runnable > overShare * capacity(cores)) return 'over';
  const reach = coresInReach(cell, cores);
  if (coresBusy < idleCores * Math.min(1, reach)) return 'idle';
  const share = coresBusy / reach;
  if (share <= poorShare) return 'poor';
  return share <= okShare ? 'ok' : 'ideal';
}
