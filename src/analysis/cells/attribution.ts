// Attributes the time of a core to the worker that it ran: the sampler sees the last core of each worker, so a
// core's sample goes to the worker that was last seen on it; of several, to the one with the most time on a CPU.
import type { SampleColumns } from '@shared/report/live';

export interface Attribution {
  /** Trial of the workers seen in each row of the cores' samples; -1 where none was. */
  readonly trial: Int32Array<ArrayBuffer>;
  /** `worker[core][row]`, by position in the list of cores; -1 where none of ours ran. */
  readonly worker: readonly Int32Array<ArrayBuffer>[];
}

/** Row of `times` (ascending) that is nearest to `atNs`, searching from `from` on. */
function nearestRow(times: ArrayLike<number>, atNs: number, from: number): number {
  let row = from;
  while (row + 1 < times.length) {
    const here = Math.abs((times[row] ?? 0) - atNs);
    const next = Math.abs((times[row + 1] ?? 0) - atNs);
    if (next > here) break;
    row += 1;
  }
  return row;
}

/**
 * Joins a batch's worker rows to its core rows by time.
 * @param cores kernel numbers of the cores, in the order of `busy`
 */
export function attributeCores(
  samples: Pick<SampleColumns, 'cores' | 'workers'>,
  cores: readonly number[],
): Attribution {
  const { atNs, spanNs } = samples.cores;
  const rows = atNs.length;
  const trial = new Int32Array(rows).fill(-1);
  const worker = cores.map(() => new Int32Array(rows).fill(-1));
  const most = cores.map(() => new Float64Array(rows));
  const positions = new Map(cores.map((core, index) => [core, index]));
  const seen = samples.workers;
  let row = 0;
  for (let index = 0; index < seen.atNs.length && rows > 0; index += 1) {
    const at = seen.atNs[index] ?? Number.NaN;
    row = nearestRow(atNs, at, row);
    const onCpuNs = seen.onCpuNs[index] ?? 0;
    const core = positions.get(seen.core[index] ?? -1);
    if (core === undefined || onCpuNs <= 0) continue;
    if (Math.abs((atNs[row] ?? 0) - at) > (spanNs[row] ?? 0) / 2) continue;
    const bestOfCore = most[core];
    const workerOfCore = worker[core];
    if (bestOfCore === undefined || workerOfCore === undefined) continue;
    if (onCpuNs <= (bestOfCore[row] ?? 0)) continue;
    bestOfCore[row] = onCpuNs;
    workerOfCore[row] = seen.worker[index] ?? -1;
    trial[row] = seen.trial[index] ?? -1;
  }
  return { trial, worker };
}
