// The samples of a run within its budget: those of the trial under way as they come, and those of trials
// that have ended, each reduced to its part of the budget.
import { defined } from '@shared/base/defined';
import { Table, type ColumnsOf, type Shape } from '@shared/base/table';
import type { HeapColumns, LoopColumns, SampleColumns } from '@shared/report/live';
import { rowKinds, type ReducedRows, type RowKind } from '@shared/report/reduced';
import type { ReportSamples } from '@shared/report/report';
import { sampleTables } from '@shared/report/tables';
import { Allowance, type RowBudget } from './budget';
import {
  halveCores,
  halveHeaps,
  halveLoop,
  halveMemory,
  halveResident,
  halveWorkers,
} from './reduce-rows';
import { WaitingRows } from './waiting-rows';

/**
 * Rows of a kind that wait for the end of their trial: two minutes of 64 workers at the default rate, more
 * than half an hour of four. Beyond it they are halved, some 30 ms of the leading process's time.
 */
const maxWaiting = 200_000;

type Tables = typeof sampleTables;
type HeapRows = ColumnsOf<Tables['heaps']>;

/** What is kept of the time since the trial before. */
export interface KeptSamples {
  readonly samples: SampleColumns;
  readonly heaps: HeapRows;
  readonly loop: ColumnsOf<Tables['loop']>;
  /** Of the kinds of which rows are missing. */
  readonly reduced: ReducedRows;
}

type PartOf = (trial: number, fromNs: number, toNs: number) => number;

/** An empty table of each kind. */
function emptyTables(cores: number) {
  return {
    cores: new Table(sampleTables.cores, cores),
    workers: new Table(sampleTables.workers),
    processes: new Table(sampleTables.processes),
    resident: new Table(sampleTables.resident),
    heaps: new Table(sampleTables.heaps),
    loop: new Table(sampleTables.loop),
  };
}

export class RecordedSamples {
  readonly #coreIds: readonly number[];
  readonly #allowances: Readonly<Record<RowKind, Allowance>>;
  readonly #waiting: { readonly [Kind in RowKind]: WaitingRows<Tables[Kind]> };
  readonly #kept: ReturnType<typeof emptyTables>;
  readonly #rows = new Map<RowKind, { taken: number; kept: number }>();

  /** @param partOf distinguishes parts of a trial whose rows are not to be joined, see `halveWorkers` */
  constructor(coreIds: readonly number[], budget: RowBudget, trials: number, partOf: PartOf) {
    const cores = coreIds.length;
    this.#coreIds = coreIds;
    this.#allowances = {
      cores: new Allowance(Math.floor(budget.coreFigures / (cores + 2)), trials),
      workers: new Allowance(budget.workers, trials),
      processes: new Allowance(budget.processes, trials),
      resident: new Allowance(budget.resident, trials),
      heaps: new Allowance(budget.heaps, trials),
      loop: new Allowance(budget.loop, trials),
    };
    const empty = emptyTables(cores);
    const halve = (table: Table<Tables['workers']>): void => halveWorkers(table, partOf);
    const maxOfCores = Math.floor(maxWaiting / (cores + 2));
    this.#waiting = {
      cores: new WaitingRows(empty.cores, halveCores, maxOfCores),
      workers: new WaitingRows(empty.workers, halve, maxWaiting),
      processes: new WaitingRows(empty.processes, halveMemory, maxWaiting),
      resident: new WaitingRows(empty.resident, halveResident, maxWaiting),
      heaps: new WaitingRows(empty.heaps, halveHeaps, maxWaiting),
      loop: new WaitingRows(empty.loop, halveLoop, maxWaiting),
    };
    this.#kept = emptyTables(cores);
  }

  add({ cores, workers, memory, resident }: SampleColumns): void {
    this.#waiting.cores.add(cores, cores.atNs.length);
    this.#waiting.workers.add(workers, workers.atNs.length);
    this.#waiting.processes.add(memory, memory.atNs.length);
    this.#waiting.resident.add(resident, resident.atNs.length);
  }

  addHeaps(trial: number, heaps: HeapColumns): void {
    const { length } = heaps.atNs;
    const ofTrial = new Float64Array(length).fill(trial);
    this.#waiting.heaps.add({ ...heaps, trial: ofTrial }, length);
  }

  addLoop(loop: LoopColumns): void {
    this.#waiting.loop.add(loop, loop.atNs.length);
  }

  /** Rows were reduced before they came here. */
  addReduced(rows: ReducedRows): void {
    for (const kind of rowKinds) {
      const { taken = 0, kept = 0 } = rows[kind] ?? {};
      this.#waiting[kind].addTaken(taken - kept);
    }
  }

  /** Rows that held something else than numbers. */
  get unsound(): number {
    return rowKinds.reduce((sum, kind) => sum + this.#waiting[kind].unsound, 0);
  }

  /** A trial has ended: what came since the last one is reduced to what it may keep. */
  close(): KeptSamples {
    const reduced: { -readonly [K in RowKind]?: { taken: number; kept: number } } = {};
    const settle = <S extends Shape>(
      kind: RowKind,
      waiting: WaitingRows<S>,
      all: Table<S>,
    ): ColumnsOf<S> => {
      const allowance = this.#allowances[kind];
      const { rows, kept, taken } = waiting.take(allowance.quota);
      allowance.keep(kept);
      const sum = this.#rows.get(kind) ?? { taken: 0, kept: 0 };
      this.#rows.set(kind, { taken: sum.taken + taken, kept: sum.kept + kept });
      if (taken > kept) reduced[kind] = { taken, kept };
      all.append(rows);
      return rows;
    };
    const [waiting, all] = [this.#waiting, this.#kept];
    const cores = settle('cores', waiting.cores, all.cores);
    const workers = settle('workers', waiting.workers, all.workers);
    const memory = settle('processes', waiting.processes, all.processes);
    const resident = settle('resident', waiting.resident, all.resident);
    const heaps = settle('heaps', waiting.heaps, all.heaps);
    const loop = settle('loop', waiting.loop, all.loop);
    return { samples: { cores, workers, memory, resident }, heaps, loop, reduced };
  }

  /** Of what was closed, the kinds that have fewer rows than came. */
  get reduced(): ReducedRows {
    const fewer = [...this.#rows].filter(([, { taken, kept }]) => taken > kept);
    return Object.fromEntries(fewer) as ReducedRows;
  }

  /** All that is kept, of what was closed, as a report has it. */
  finish(): ReportSamples {
    const { reduced } = this;
    return {
      coreIds: [...this.#coreIds],
      cores: this.#kept.cores.lists(),
      workers: this.#kept.workers.lists(),
      processes: this.#kept.processes.lists(),
      resident: this.#kept.resident.lists(),
      heaps: this.#kept.heaps.lists(),
      loop: this.#kept.loop.lists(),
      ...defined({ reduced: Object.keys(reduced).length === 0 ? undefined : reduced }),
    };
  }
}
