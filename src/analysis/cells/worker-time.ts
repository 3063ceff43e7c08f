// Computes how workers spent the run phases of a cell's trials, from the samples of the kernel's counters.
import type { CellReport, ReportSamples, TrialReport } from '@shared/report/report';
import { measuredTrials } from './cells';

/** Parts of the sampled time of a cell's workers, each 0 to 1, of the average worker. */
export interface WorkerTime {
  readonly onCpu: number;
  /** Runnable, but waiting for a core. */
  readonly queued: number;
}

/** Samples that cover less of the run phases than this say too little about them. */
const minCovered = 0.25;

interface Window {
  readonly cell: string;
  readonly fromNs: number;
  readonly toNs: number;
}

interface Sums {
  spanNs: number;
  onCpuNs: number;
  queuedNs: number;
}

/** The run phase on the run's clock. */
function runPhase({ startNs, phases }: TrialReport): Omit<Window, 'cell'> | undefined {
  if (startNs === undefined || phases === undefined) return undefined;
  const fromNs = startNs + phases.spawnNs + phases.readyNs;
  return { fromNs, toNs: fromNs + phases.runNs };
}

function listWindows(cells: readonly CellReport[]): ReadonlyMap<number, Window> {
  const windows = new Map<number, Window>();
  for (const { id, trials } of cells) {
    for (const trial of measuredTrials(trials)) {
      const phase = runPhase(trial);
      if (phase !== undefined) windows.set(trial.trial, { cell: id, ...phase });
    }
  }
  return windows;
}

function addUp(
  rows: ReportSamples['workers'],
  windows: ReadonlyMap<number, Window>,
): ReadonlyMap<string, Sums> {
  const sums = new Map<string, Sums>();
  rows.trial.forEach((trial, row) => {
    const window = windows.get(trial);
    const toNs = rows.atNs[row] ?? Number.NaN;
    const spanNs = rows.spanNs[row] ?? Number.NaN;
    // A row that reaches out of the run phase holds starting or joining as well.
    if (window === undefined || !(toNs - spanNs >= window.fromNs && toNs <= window.toNs)) return;
    const sum = sums.get(window.cell) ?? { spanNs: 0, onCpuNs: 0, queuedNs: 0 };
    sum.spanNs += spanNs;
    sum.onCpuNs += rows.onCpuNs[row] ?? 0;
    sum.queuedNs += rows.waitNs[row] ?? 0;
    sums.set(window.cell, sum);
  });
  return sums;
}

/** Nanoseconds of run phase of all workers of the cell's measured trials together. */
function workerNs({ trials }: CellReport): number {
  return measuredTrials(trials).reduce(
    (sum, { phases, workers }) => sum + (phases?.runNs ?? 0) * workers.length,
    0,
  );
}

/**
 * The time of each cell's workers by cell id. A cell is missing where the samples lie whole within
 * less than a quarter of its run phases (not sampled, or too short), and where its tasks are programs,
 * which no sample sees.
 */
export function sumWorkerTime(
  cells: readonly CellReport[],
  samples: ReportSamples,
): ReadonlyMap<string, WorkerTime> {
  const sums = addUp(samples.workers, listWindows(cells));
  const times = new Map<string, WorkerTime>();
  for (const cell of cells) {
    const sum = sums.get(cell.id);
    if (cell.programs === true || sum === undefined || sum.spanNs < minCovered * workerNs(cell))
      continue;
    times.set(cell.id, {
      onCpu: sum.onCpuNs / sum.spanNs,
      queued: sum.queuedNs / sum.spanNs,
    });
  }
  return times;
}
