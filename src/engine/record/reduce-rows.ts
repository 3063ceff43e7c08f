// Fewer rows of samples that say the same with less detail: pairs of rows that follow one another become
// one. Times on a core and spans of time are added, shares are weighted by their spans, maxima stay.
import type { HeapColumns, LoopColumns, SampleColumns } from '@shared/live';

export type CoreRows = SampleColumns['cores'];
export type WorkerRows = SampleColumns['workers'];
export type MemoryRows = SampleColumns['memory'];
export type HeapRows = HeapColumns & { readonly trial: number[] };

/** Rows of one clock follow one another exactly; more than this between them was not sampled. */
const seamNs = 1000;

/**
 * Goes through rows and pairs each with the one before it of the same kind.
 * @param kindOf rows of different kinds are never joined
 * @param join puts row `from` into row `into` of the rows kept; false where these can't be one
 * @param keep appends a row to those kept
 */
function pairUp(
  rows: number,
  kindOf: (row: number) => number,
  join: (into: number, from: number) => boolean,
  keep: (row: number) => void,
): void {
  const single = new Map<number, number>();
  let kept = 0;
  for (let row = 0; row < rows; row += 1) {
    const kind = kindOf(row);
    const into = single.get(kind);
    if (into !== undefined && join(into, row)) {
      single.delete(kind);
      continue;
    }
    keep(row);
    single.set(kind, kept);
    kept += 1;
  }
}

/** One number for a trial and a worker or process of it; kernels count processes to 2²² at most. */
const idOf = (trial: number, own: number): number => (trial + 1) * 2 ** 24 + own;

const at = (column: readonly number[], row: number): number => column[row] ?? Number.NaN;

/** Whether the second of two rows begins where the first ends. */
function follows(endNs: number, atNs: number, spanNs: number): boolean {
  return Math.abs(atNs - spanNs - endNs) <= seamNs;
}

/** Half as many samples of cores: busy shares are those of both spans together. */
export function halveCores(rows: CoreRows): CoreRows {
  const kept: CoreRows = { atNs: [], spanNs: [], busy: rows.busy.map(() => []) };
  pairUp(
    rows.atNs.length,
    () => 0,
    (into, from) => {
      const [atNs, spanNs] = [at(rows.atNs, from), at(rows.spanNs, from)];
      if (!follows(at(kept.atNs, into), atNs, spanNs)) return false;
      const before = at(kept.spanNs, into);
      kept.busy.forEach((busy, core) => {
        const share = at(busy, into) * before + at(rows.busy[core] ?? [], from) * spanNs;
        // Sums of parts may come out a rounding above the whole.
        busy[into] = Math.min(1, share / (before + spanNs));
      });
      kept.atNs[into] = atNs;
      kept.spanNs[into] = before + spanNs;
      return true;
    },
    (row) => {
      kept.atNs.push(at(rows.atNs, row));
      kept.spanNs.push(at(rows.spanNs, row));
      kept.busy.forEach((busy, core) => busy.push(at(rows.busy[core] ?? [], row)));
    },
  );
  return kept;
}

/**
 * Half as many samples of workers, each worker's own.
 * @param partOf which part of its trial a row lies in: rows of two parts stay apart, so that what is
 *   worked out of one part of a trial stays right
 */
export function halveWorkers(
  rows: WorkerRows,
  partOf: (trial: number, fromNs: number, toNs: number) => number,
): WorkerRows {
  const kept: WorkerRows = {
    ...{ atNs: [], spanNs: [], trial: [], worker: [], onCpuNs: [], waitNs: [], core: [] },
  };
  const part = (row: number): number => {
    const atNs = at(rows.atNs, row);
    return partOf(at(rows.trial, row), atNs - at(rows.spanNs, row), atNs);
  };
  pairUp(
    rows.atNs.length,
    (row) => idOf(at(rows.trial, row), 4 * at(rows.worker, row) + part(row)),
    (into, from) => {
      const [atNs, spanNs] = [at(rows.atNs, from), at(rows.spanNs, from)];
      if (!follows(at(kept.atNs, into), atNs, spanNs)) return false;
      kept.atNs[into] = atNs;
      kept.spanNs[into] = at(kept.spanNs, into) + spanNs;
      kept.onCpuNs[into] = at(kept.onCpuNs, into) + at(rows.onCpuNs, from);
      kept.waitNs[into] = at(kept.waitNs, into) + at(rows.waitNs, from);
      // The core it last ran on, as in every row.
      kept.core[into] = at(rows.core, from);
      return true;
    },
    (row) => copyRow(kept, rows, row),
  );
  return kept;
}

/** Half as many readings of memory: of two of a process the larger, with its own time. */
export function halveMemory(rows: MemoryRows): MemoryRows {
  const kept: MemoryRows = {
    ...{ atNs: [], trial: [], pid: [], rssBytes: [], pssBytes: [], privateBytes: [] },
  };
  pairUp(
    rows.atNs.length,
    (row) => idOf(at(rows.trial, row), at(rows.pid, row)),
    (into, from) => {
      if (at(rows.pssBytes, from) > at(kept.pssBytes, into)) putRow(kept, into, rows, from);
      return true;
    },
    (row) => copyRow(kept, rows, row),
  );
  return kept;
}

/** Half as many readings of heaps: of two of a worker the larger. */
export function halveHeaps(rows: HeapRows): HeapRows {
  const kept: HeapRows = { trial: [], atNs: [], worker: [], usedBytes: [], totalBytes: [] };
  pairUp(
    rows.atNs.length,
    (row) => idOf(at(rows.trial, row), at(rows.worker, row)),
    (into, from) => {
      if (at(rows.usedBytes, from) > at(kept.usedBytes, into)) putRow(kept, into, rows, from);
      return true;
    },
    (row) => copyRow(kept, rows, row),
  );
  return kept;
}

/** Half as many intervals of the event loop: of two the worse delay. */
export function halveLoop(rows: LoopColumns): LoopColumns {
  const kept: LoopColumns = { atNs: [], maxNs: [] };
  pairUp(
    rows.atNs.length,
    () => 0,
    (into, from) => {
      kept.atNs[into] = at(rows.atNs, from);
      kept.maxNs[into] = Math.max(at(kept.maxNs, into), at(rows.maxNs, from));
      return true;
    },
    (row) => copyRow(kept, rows, row),
  );
  return kept;
}

type Columns<T> = { readonly [K in keyof T]: number[] };

function columnsOf<T extends Columns<T>>(rows: T): readonly (keyof T)[] {
  return Object.keys(rows) as (keyof T)[];
}

function copyRow<T extends Columns<T>>(kept: T, rows: T, row: number): void {
  for (const name of columnsOf(rows)) kept[name].push(at(rows[name], row));
}

function putRow<T extends Columns<T>>(kept: T, into: number, rows: T, row: number): void {
  for (const name of columnsOf(rows)) kept[name][into] = at(rows[name], row);
}
