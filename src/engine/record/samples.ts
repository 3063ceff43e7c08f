// The samples of a run within its budget: those of the trial under way as they come, and those of trials
// that have ended, each reduced to its part of the budget.
import {
  emptySamples,
  type HeapColumns,
  type LoopColumns,
  type SampleColumns,
} from '@shared/report/live';
import { rowKinds, type ReducedRows, type RowKind } from '@shared/report/reduced';
import type { ReportSamples } from '@shared/report/report';
import { Allowance, type RowBudget } from './budget';
import {
  halveCores,
  halveHeaps,
  halveLoop,
  halveMemory,
  halveWorkers,
  type CoreRows,
  type HeapRows,
  type MemoryRows,
  type WorkerRows,
} from './reduce-rows';
import { plainRows, Table, type Taken } from './table';

/**
 * Rows of a kind that wait for the end of their trial: two minutes of 64 workers at the default rate, more
 * than half an hour of four. Beyond it they are halved, some 30 ms of the leading process's time.
 */
const mostWaiting = 200_000;

/** What is kept of the time since the trial before. */
export interface KeptSamples {
  readonly samples: SampleColumns;
  readonly heaps: HeapRows;
  readonly loop: LoopColumns;
  /** Of the kinds of which rows are missing. */
  readonly reduced: ReducedRows;
}

type PartOf = (trial: number, fromNs: number, toNs: number) => number;

const emptyHeaps = (): HeapRows => ({
  ...{ trial: [], atNs: [], worker: [], usedBytes: [], totalBytes: [] },
});
const emptyLoop = (): LoopColumns => ({ atNs: [], maxNs: [] });

export class RecordedSamples {
  readonly #allowances: Readonly<Record<RowKind, Allowance>>;
  readonly #cores: Table<CoreRows>;
  readonly #workers: Table<WorkerRows>;
  readonly #processes: Table<MemoryRows>;
  readonly #heaps: Table<HeapRows>;
  readonly #loop: Table<LoopColumns>;
  readonly #kept: ReportSamples;
  readonly #rows = new Map<RowKind, { taken: number; kept: number }>();

  /** @param partOf tells parts of a trial whose rows are not to be joined, see `halveWorkers` */
  constructor(coreIds: readonly number[], budget: RowBudget, trials: number, partOf: PartOf) {
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
      Math.floor(mostWaiting / (cores + 2)),
    );
    this.#workers = new Table(
      {
        empty: () => emptySamples(0).workers,
        halve: (rows) => halveWorkers(rows, partOf),
        ...plainRows<WorkerRows>(namesOf(empty.workers)),
      },
      mostWaiting,
    );
    this.#processes = new Table(
      {
        empty: () => emptySamples(0).memory,
        halve: halveMemory,
        ...plainRows<MemoryRows>(namesOf(empty.memory)),
      },
      mostWaiting,
    );
    this.#heaps = new Table(
      { empty: emptyHeaps, halve: halveHeaps, ...plainRows<HeapRows>(namesOf(emptyHeaps())) },
      mostWaiting,
    );
    this.#loop = new Table(
      { empty: emptyLoop, halve: halveLoop, ...plainRows<LoopColumns>(namesOf(emptyLoop())) },
      mostWaiting,
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

  add({ cores, workers, memory }: SampleColumns): void {
    this.#cores.add(cores);
    this.#workers.add(workers);
    this.#processes.add(memory);
  }

  addHeaps(trial: number, heaps: HeapColumns): void {
    this.#heaps.add({ ...heaps, trial: heaps.atNs.map(() => trial) });
  }

  addLoop(loop: LoopColumns): void {
    this.#loop.add(loop);
  }

  /** Rows were reduced before they came here. */
  addReduced(rows: ReducedRows): void {
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
  get unsound(): number {
    const tables = [this.#cores, this.#workers, this.#processes, this.#heaps, this.#loop];
    return tables.reduce((sum, { unsound }) => sum + unsound, 0);
  }

  /** A trial has ended: what came since the last one is reduced to what it may keep. */
  close(): KeptSamples {
    const reduced: { -readonly [K in RowKind]?: { taken: number; kept: number } } = {};
    const settle = <T extends { readonly atNs: number[] }>(kind: RowKind, table: Table<T>): T => {
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
  finish(): ReportSamples {
    const reduced = Object.fromEntries(
      [...this.#rows].filter(([, { taken, kept }]) => taken > kept),
    ) as ReducedRows;
    return { ...this.#kept, ...(Object.keys(reduced).length === 0 ? {} : { reduced }) };
  }

  #take<T extends { readonly atNs: number[] }>(kind: RowKind, table: Table<T>): Taken<T> {
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

function namesOf<T extends object>(rows: T): readonly (keyof T)[] {
  return Object.keys(rows) as (keyof T)[];
}

function appendCores(to: CoreRows, from: CoreRows, row: number): void {
  to.atNs.push(from.atNs[row] ?? 0);
  to.spanNs.push(from.spanNs[row] ?? 0);
  to.busy.forEach((busy, core) => busy.push(from.busy[core]?.[row] ?? 0));
}

/** Appends the rows of every column of `from` to the same column of `to`. */
function append<T extends { readonly [K in keyof T]: number[] }>(to: T, from: T): void {
  for (const name of namesOf(to)) for (const value of from[name]) to[name].push(value);
}
