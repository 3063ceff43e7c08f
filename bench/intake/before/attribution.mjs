// @ts-nocheck -- frozen: as it was before samples had typed columns, see README.md
/** Row of `times` (ascending) that is nearest to `atNs`, searching from `from` on. */
function nearestRow(times, atNs, from) {
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
export function attributeCores(samples, cores) {
  const { atNs, spanNs } = samples.cores;
  const trial = atNs.map(() => -1);
  const worker = cores.map(() => atNs.map(() => -1));
  const most = cores.map(() => atNs.map(() => 0));
  const positions = new Map(cores.map((core, index) => [core, index]));
  let row = 0;
  samples.workers.atNs.forEach((at, index) => {
    row = nearestRow(atNs, at, row);
    const onCpuNs = samples.workers.onCpuNs[index] ?? 0;
    const core = positions.get(samples.workers.core[index] ?? -1);
    const rowAt = atNs[row];
    if (core === undefined || rowAt === undefined || onCpuNs <= 0) return;
    if (Math.abs(rowAt - at) > (spanNs[row] ?? 0) / 2) return;
    const bestOfCore = most[core];
    if (bestOfCore === undefined || onCpuNs <= (bestOfCore[row] ?? 0)) return;
    bestOfCore[row] = onCpuNs;
    const workerOfCore = worker[core];
    if (workerOfCore !== undefined) workerOfCore[row] = samples.workers.worker[index] ?? -1;
    trial[row] = samples.workers.trial[index] ?? -1;
  });
  return { trial, worker };
}
