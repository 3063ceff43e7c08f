// @ts-nocheck -- frozen: as it was before samples had typed columns, see README.md
// The samples of a run within its budget: those of the trial under way as they come, and those of trials
// that have ended, each reduced to its part of the budget.
import { emptySamples } from './empty.mjs';
import { rowKinds } from '@shared/report/reduced';
import { Allowance } from '@engine/record/budget';
import { halveCores, halveHeaps, halveLoop, halveMemory, halveWorkers } from './reduce-rows.mjs';
import { plainRows, Table } from './table.mjs';
/**
 * Rows of a kind that wait for the end of their trial: two minutes of 64 workers at the default rate, more
 * than half an hour of four. Beyond it they are halved, some 30 ms of the leading process's time.
 */
const maxWaiting = 200_000;
const emptyHeaps = () => ({
  ...{ trial: [], atNs: [], worker: [], usedBytes: [], totalBytes: [] },
});
const emptyLoop = () => ({ atNs: [], maxNs: [] });
export class RecordedSamples {
  #allowances;
  #cores;
  #workers;
  #processes;
  #heaps;
  #loop;
  #kept;
  #rows = new Map();
  /** @param partOf tells parts of a trial whose rows are not to be joined, see `halveWorkers` */
  constructor(coreIds, budget, trials, partOf) {
    const cores = coreIds.length;
    this.#allowances = {
      cores: new Allowance(Math.floor(budget.coreFigures / (cores + 2)), trials),
      workers: new Allowance(budget.workers, trials),
      processes: new Allowance(budget.processes, trials),
      heaps: new Allowance(budget.heaps, trials),
      loop: new Allowance(budget.loop, trials),
    };
    const empty = emptySamples(0);
    this.#cores = new Table(
      {
        empty: () => emptySamples(cores).cores,
        halve: halveCores,
        isSound: (rows, row) =>
          [rows.atNs, rows.spanNs, ...rows.busy].every((column) => Number.isFinite(column[row])) &&
          rows.busy.length === cores,
        copyRow: appendCores,
      },
      Math.floor(maxWaiting / (cores + 2)),
    );
    this.#workers = new Table(
      {
        empty: () => emptySamples(0).workers,
        halve: (rows) => halveWorkers(rows, partOf),
        ...plainRows(namesOf(empty.workers)),
      },
      maxWaiting,
    );
    this.#processes = new Table(
      {
        empty: () => emptySamples(0).memory,
        halve: halveMemory,
        ...plainRows(namesOf(empty.memory)),
      },
      maxWaiting,
    );
    this.#heaps = new Table(
      { empty: emptyHeaps, halve: halveHeaps, ...plainRows(namesOf(emptyHeaps())) },
      maxWaiting,
    );
    this.#loop = new Table(
      { empty: emptyLoop, halve: halveLoop, ...plainRows(namesOf(emptyLoop())) },
      maxWaiting,
    );
    this.#kept = {
      coreIds: [...coreIds],
      cores: emptySamples(cores).cores,
      workers: empty.workers,
      processes: empty.memory,
      heaps: emptyHeaps(),
      loop: emptyLoop(),
    };
  }
  add({ cores, workers, memory }) {
    this.#cores.add(cores);
    this.#workers.add(workers);
    this.#processes.add(memory);
  }
  addHeaps(trial, heaps) {
    this.#heaps.add({ ...heaps, trial: heaps.atNs.map(() => trial) });
  }
  addLoop(loop) {
    this.#loop.add(loop);
  }
  /** Rows were reduced before they came here. */
  addReduced(rows) {
    const tables = {
      ...{ cores: this.#cores, workers: this.#workers, processes: this.#processes },
      ...{ heaps: this.#heaps, loop: this.#loop },
    };
    for (const kind of rowKinds) {
      const { taken = 0, kept = 0 } = rows[kind] ?? {};
      tables[kind].addTaken(taken - kept);
    }
  }
  /** Rows that held something else than numbers. */
  get unsound() {
    const tables = [this.#cores, this.#workers, this.#processes, this.#heaps, this.#loop];
    return tables.reduce((sum, { unsound }) => sum + unsound, 0);
  }
  /** A trial has ended: what came since the last one is reduced to what it may keep. */
  close() {
    const reduced = {};
    const settle = (kind, table) => {
      const { rows, taken } = this.#take(kind, table);
      const kept = rows.atNs.length;
      if (taken > kept) reduced[kind] = { taken, kept };
      return rows;
    };
    const cores = settle('cores', this.#cores);
    const workers = settle('workers', this.#workers);
    const memory = settle('processes', this.#processes);
    const heaps = settle('heaps', this.#heaps);
    const loop = settle('loop', this.#loop);
    for (let row = 0; row < cores.atNs.length; row += 1) appendCores(this.#kept.cores, cores, row);
    append(this.#kept.workers, workers);
    append(this.#kept.processes, memory);
    append(this.#kept.heaps, heaps);
    append(this.#kept.loop, loop);
    return { samples: { cores, workers, memory }, heaps, loop, reduced };
  }
  /** All that is kept; of what was closed. */
  finish() {
    const reduced = Object.fromEntries(
      [...this.#rows].filter(([, { taken, kept }]) => taken > kept),
    );
    return { ...this.#kept, ...(Object.keys(reduced).length === 0 ? {} : { reduced }) };
  }
  #take(kind, table) {
    const allowance = this.#allowances[kind];
    const taken = table.take(allowance.quota);
    allowance.keep(taken.rows.atNs.length);
    const sum = this.#rows.get(kind) ?? { taken: 0, kept: 0 };
    sum.taken += taken.taken;
    sum.kept += taken.rows.atNs.length;
    this.#rows.set(kind, sum);
    return taken;
  }
}
function namesOf(rows) {
  return Object.keys(rows);
}
function appendCores(to, from, row) {
  to.atNs.push(from.atNs[row] ?? 0);
  to.spanNs.push(from.spanNs[row] ?? 0);
  to.busy.forEach((busy, core) => busy.push(from.busy[core]?.[row] ?? 0));
}
/** Appends the rows of every column of `from` to the same column of `to`. */
function append(to, from) {
  for (const name of namesOf(to)) for (const value of from[name]) to[name].push(value);
}
