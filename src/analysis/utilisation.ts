// How well a cell uses the cores that its workers could take.
import type { Utilisation } from '@shared/findings';
import type { CellReport } from '@shared/report';
import type { WorkerTime } from './worker-time';

type Measured = Pick<CellReport, 'strategy' | 'workers' | 'coresBusy'>;

/** Cores the cell's workers can take at once: one each, at most all usable ones; one event loop one. */
export function coresInReach({ strategy, workers }: Measured, usableCores: number): number {
  return strategy === 'async' ? 1 : Math.min(workers, usableCores);
}

/** Less than half a core in all is idle. */
const idleCores = 0.5;
/** Up to these shares of the cores in reach; above the second it is ideal. */
const poorShare = 0.5;
const okShare = 0.85;
/** More runnable workers than this for each usable core are too many. */
const overShare = 1.15;

/**
 * The class of the run phase, from the cores kept busy on average against the cores in reach: one
 * for `serial` and `async`, otherwise the smaller of workers and usable cores. Waiting keeps no core
 * busy. `over` where more workers are runnable, on a core or queued for one, than there are usable
 * cores. Absent where the cores busy are not known.
 *
 * The limits are the defaults of Intel VTune Profiler, User Guide, "CPU Utilization": idle below 0.5
 * of one core, poor up to 50 % of the target, ok up to 85 %, ideal above; and "Thread Concurrency":
 * over from 115 % of the target on.
 */
export function classifyUtilisation(
  cell: Measured,
  usableCores: number,
  time?: WorkerTime,
): Utilisation | undefined {
  const { strategy, workers, coresBusy } = cell;
  if (coresBusy === undefined) return undefined;
  const threads = strategy === 'async' ? 1 : workers;
  const runnable = time === undefined ? 0 : (time.onCpu + time.queued) * threads;
  if (runnable > overShare * usableCores) return 'over';
  if (coresBusy < idleCores) return 'idle';
  const share = coresBusy / coresInReach(cell, usableCores);
  if (share <= poorShare) return 'poor';
  return share <= okShare ? 'ok' : 'ideal';
}
