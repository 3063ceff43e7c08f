// Fewer rows of samples that say the same with less detail: pairs of rows that follow one another become
// one. Times on a core and spans of time are added, shares are weighted by their spans, maxima stay.
// Rows are reduced where they lie, as this may run while a trial goes on.
import type { Column, Table } from '@shared/base/table';
import type { sampleTables } from '@shared/report/tables';

type Tables = typeof sampleTables;

/** Rows of one clock follow one another exactly; more than this between them was not sampled. */
const seamNs = 1000;

const at = (column: Column, row: number): number => column[row] as number;

/** One number for a trial and a worker or process of it; kernels count processes to 2²² at most. */
const idOf = (trial: number, own: number): number => (trial + 1) * 2 ** 24 + own;

/** Returns whether the second of two rows begins where the first ends. */
function follows(endNs: number, atNs: number, spanNs: number): boolean {
  return Math.abs(atNs - spanNs - endNs) <= seamNs;
}

/** Half as many samples of cores: busy shares are those of both spans together. */
export function halveCores(table: Table<Tables['cores']>): void {
  const { atNs, spanNs, busy } = table.columns;
  table.joinPairs((into, from) => {
    const [before, after] = [at(spanNs, into), at(spanNs, from)];
    if (!follows(at(atNs, into), at(atNs, from), after)) return false;
    for (const core of busy) {
      const share = (at(core, into) * before + at(core, from) * after) / (before + after);
      // Sums of parts may come out a rounding above the whole.
      core[into] = Math.min(1, share);
    }
    atNs[into] = at(atNs, from);
    spanNs[into] = before + after;
    return true;
  });
}

/**
 * Half as many samples of workers, each worker's own.
 * @param partOf which part of its trial a row lies in, 0 to 3: rows of two parts stay apart, so that what
 *   is computed from one part of a trial stays right
 */
export function halveWorkers(
  table: Table<Tables['workers']>,
  partOf: (trial: number, fromNs: number, toNs: number) => number,
): void {
  const { atNs, spanNs, trial, worker, onCpuNs, waitNs, core } = table.columns;
  table.joinPairs(
    (into, from) => {
      if (!follows(at(atNs, into), at(atNs, from), at(spanNs, from))) return false;
      atNs[into] = at(atNs, from);
      spanNs[into] = at(spanNs, into) + at(spanNs, from);
      onCpuNs[into] = at(onCpuNs, into) + at(onCpuNs, from);
      waitNs[into] = at(waitNs, into) + at(waitNs, from);
      // The core it last ran on, as in every row.
      core[into] = at(core, from);
      return true;
    },
    (row) => {
      const toNs = at(atNs, row);
      const part = partOf(at(trial, row), toNs - at(spanNs, row), toNs);
      return idOf(at(trial, row), 4 * at(worker, row) + part);
    },
  );
}

/** Half as many readings of memory: of two of a process the larger, with its own time. */
export function halveMemory(table: Table<Tables['processes']>): void {
  const { trial, pid, pssBytes } = table.columns;
  table.joinPairs(
    (into, from) => {
      if (at(pssBytes, from) > at(pssBytes, into)) table.moveRow(from, into);
      return true;
    },
    (row) => idOf(at(trial, row), at(pid, row)),
  );
}

/** Half as many samples of resident sizes: of two of a process the larger, at the later time as all processes have it. */
export function halveResident(table: Table<Tables['resident']>): void {
  const { atNs, trial, pid, rssBytes } = table.columns;
  table.joinPairs(
    (into, from) => {
      const later = Math.max(at(atNs, into), at(atNs, from));
      if (at(rssBytes, from) > at(rssBytes, into)) table.moveRow(from, into);
      atNs[into] = later;
      return true;
    },
    (row) => idOf(at(trial, row), at(pid, row)),
  );
}

/** Half as many readings of heaps: of two of a worker the larger, with its own time. */
export function halveHeaps(table: Table<Tables['heaps']>): void {
  const { trial, worker, usedBytes } = table.columns;
  table.joinPairs(
    (into, from) => {
      if (at(usedBytes, from) > at(usedBytes, into)) table.moveRow(from, into);
      return true;
    },
    (row) => idOf(at(trial, row), at(worker, row)),
  );
}

/** Half as many intervals of the event loop: of two the worse delay. */
export function halveLoop(table: Table<Tables['loop']>): void {
  const { atNs, maxNs } = table.columns;
  table.joinPairs((into, from) => {
    atNs[into] = at(atNs, from);
    maxNs[into] = Math.max(at(maxNs, into), at(maxNs, from));
    return true;
  });
}
