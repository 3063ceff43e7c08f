// @ts-nocheck -- frozen: as it was before samples had typed columns, see README.md
/** Rows of one clock follow one another exactly; more than this between them was not sampled. */
const seamNs = 1000;
const at = (column, row) => column[row];
/** One number for a trial and a worker or process of it; kernels count processes to 2²² at most. */
const idOf = (trial, own) => (trial + 1) * 2 ** 24 + own;
/**
 * Goes through rows and pairs each with the one before it of the same kind; the columns are as long as
 * there are rows left.
 * @param kindOf rows of different kinds are never joined
 * @param join puts row `from` into row `into`, which comes before it; false where these can't be one
 */
function pairUp(columns, kindOf, join) {
  const single = new Map();
  const rows = columns[0]?.length ?? 0;
  let kept = 0;
  for (let row = 0; row < rows; row += 1) {
    const kind = kindOf(row);
    const into = single.get(kind) ?? -1;
    if (into >= 0 && join(into, row)) {
      single.set(kind, -1);
      continue;
    }
    if (kept < row) moveRow(columns, row, kept);
    single.set(kind, kept);
    kept += 1;
  }
  for (const column of columns) column.length = kept;
}
function moveRow(columns, from, to) {
  for (let place = 0; place < columns.length; place += 1) {
    const column = columns[place];
    column[to] = column[from];
  }
}
/** Whether the second of two rows begins where the first ends. */
function follows(endNs, atNs, spanNs) {
  return Math.abs(atNs - spanNs - endNs) <= seamNs;
}
/** Half as many samples of cores: busy shares are those of both spans together. */
export function halveCores({ atNs, spanNs, busy }) {
  pairUp(
    [atNs, spanNs, ...busy],
    () => 0,
    (into, from) => {
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
    },
  );
}
/**
 * Half as many samples of workers, each worker's own.
 * @param partOf which part of its trial a row lies in, 0 to 3: rows of two parts stay apart, so that what
 *   is worked out of one part of a trial stays right
 */
export function halveWorkers(rows, partOf) {
  const { atNs, spanNs, trial, worker, onCpuNs, waitNs, core } = rows;
  pairUp(
    [atNs, spanNs, trial, worker, onCpuNs, waitNs, core],
    (row) => {
      const toNs = at(atNs, row);
      const part = partOf(at(trial, row), toNs - at(spanNs, row), toNs);
      return idOf(at(trial, row), 4 * at(worker, row) + part);
    },
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
  );
}
/** Half as many readings of memory: of two of a process the larger, with its own time. */
export function halveMemory(rows) {
  const { atNs, trial, pid, rssBytes, pssBytes, privateBytes } = rows;
  keepLarger(
    [atNs, trial, pid, rssBytes, pssBytes, privateBytes],
    (row) => idOf(at(trial, row), at(pid, row)),
    pssBytes,
  );
}
/** Half as many readings of heaps: of two of a worker the larger, with its own time. */
export function halveHeaps({ trial, atNs, worker, usedBytes, totalBytes }) {
  keepLarger(
    [atNs, trial, worker, usedBytes, totalBytes],
    (row) => idOf(at(trial, row), at(worker, row)),
    usedBytes,
  );
}
function keepLarger(columns, kindOf, size) {
  pairUp(columns, kindOf, (into, from) => {
    if (at(size, from) > at(size, into)) moveRow(columns, from, into);
    return true;
  });
}
/** Half as many intervals of the event loop: of two the worse delay. */
export function halveLoop({ atNs, maxNs }) {
  pairUp(
    [atNs, maxNs],
    () => 0,
    (into, from) => {
      atNs[into] = at(atNs, from);
      maxNs[into] = Math.max(at(maxNs, into), at(maxNs, from));
      return true;
    },
  );
}
