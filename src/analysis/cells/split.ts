// Computes how the average worker of a trial spent the run phase, from its tasks' spans.
import type { RunSplit } from '@shared/report/findings';
import type { TrialReport } from '@shared/report/report';

type Spans = TrialReport['spans'];

/** What is needed of a trial. */
type Splittable = Pick<TrialReport, 'startNs' | 'phases' | 'spans'> & {
  readonly workers: readonly unknown[];
};

/** Rows of the spans by worker. */
function rowsByWorker({ worker }: Spans): ReadonlyMap<number, number[]> {
  const rows = new Map<number, number[]>();
  worker.forEach((index, row) => {
    const list = rows.get(index);
    if (list === undefined) rows.set(index, [row]);
    else list.push(row);
  });
  return rows;
}

/** Time within `fromNs` and `toNs` in at least one of the rows' tasks, and the end of the last. */
function timeInTasks(
  { startNs, endNs }: Spans,
  rows: readonly number[],
  fromNs: number,
  toNs: number,
): { readonly computeNs: number; readonly doneNs: number } {
  const start = (row: number): number => Math.min(startNs[row] ?? toNs, toNs);
  let computeNs = 0;
  let doneNs = fromNs;
  // Tasks of one worker overlap where it has several under way. Rows mostly come in order already.
  for (const row of [...rows].sort((one, other) => start(one) - start(other))) {
    const end = Math.min(endNs[row] ?? fromNs, toNs);
    if (end <= doneNs) continue;
    computeNs += end - Math.max(start(row), doneNs);
    doneNs = end;
  }
  return { computeNs, doneNs };
}

/**
 * Returns what the average worker did between go and the last task done, in nanoseconds: waited for its
 * tasks, was in at least one of them, had no more while others still ran. A worker that got none is
 * idle all the time. The three add up to the run phase. Absent where phases or spans are not known.
 */
export function splitRun({ startNs, phases, workers, spans }: Splittable): RunSplit | undefined {
  if (startNs === undefined || phases === undefined || spans.worker.length === 0) return undefined;
  const goNs = startNs + phases.spawnNs + phases.readyNs;
  const endNs = goNs + phases.runNs;
  const rows = rowsByWorker(spans);
  const count = Math.max(workers.length, rows.size);
  const sum = { handOutNs: 0, computeNs: 0, idleNs: (count - rows.size) * phases.runNs };
  for (const own of rows.values()) {
    const { computeNs, doneNs } = timeInTasks(spans, own, goNs, endNs);
    sum.handOutNs += doneNs - goNs - computeNs;
    sum.computeNs += computeNs;
    sum.idleNs += endNs - doneNs;
  }
  return {
    handOutNs: sum.handOutNs / count,
    computeNs: sum.computeNs / count,
    idleNs: sum.idleNs / count,
  };
}
