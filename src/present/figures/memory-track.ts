// Collects what is read of the memory of a trial's processes: exact readings, few, and their resident size, often.
import { Table, type NumberColumn } from '@shared/base/table';
import type { SampleColumns } from '@shared/report/live';
import {
  exactShape,
  memoryCurve,
  residentShape,
  type ExactReadings,
  type MemoryCurve,
  type ResidentSizes,
} from './memory-curve';

/** A trial has no more processes than this; what is said of others has no place in the picture. */
const maxProcesses = 1024;
/** With so many rows of a kind, of two of a process the larger is kept. */
const maxRows = 20_000;

export interface ExactReading {
  readonly rssBytes: number;
  readonly pssBytes: number;
  readonly privateBytes: number;
}

export class MemoryTrack {
  /** Processes in the order of their first row. */
  readonly pids: number[] = [];
  readonly #places = new Map<number, number>();
  readonly #exact: ExactReadings = new Table(exactShape);
  readonly #resident: ResidentSizes = new Table(residentShape);
  #curve: MemoryCurve | undefined;

  /** Rows held. */
  get rows(): number {
    return this.#exact.length + this.#resident.length;
  }

  /** Resident sizes were sampled. */
  get isSampled(): boolean {
    return this.#resident.length > 0;
  }

  /** Adds an exact reading of one process, in any order; one without its figures is left out. */
  addExact(atNs: number, pid: number, { rssBytes, pssBytes, privateBytes }: ExactReading): void {
    const process = this.#placeOf(pid, atNs + pssBytes + privateBytes);
    if (process === undefined) return;
    const { pssBytes: size, atNs: at } = this.#exact.columns;
    if (this.#exact.length >= maxRows) halve(this.#exact, size, at, false);
    this.#exact.push({ atNs, process, rssBytes, pssBytes, privateBytes });
    this.#curve = undefined;
  }

  /** Adds the resident size of one process, in any order; one without its figures is left out. */
  addResident(atNs: number, pid: number, rssBytes: number, sharedBytes: number): void {
    const process = this.#placeOf(pid, atNs + rssBytes + sharedBytes);
    if (process === undefined) return;
    const { rssBytes: size, atNs: at } = this.#resident.columns;
    if (this.#resident.length >= maxRows) halve(this.#resident, size, at, true);
    this.#resident.push({ atNs, process, rssBytes, sharedBytes });
    this.#curve = undefined;
  }

  /** What all processes hold over time; it stays until a row comes. */
  get curve(): MemoryCurve {
    this.#curve ??= memoryCurve(this.#exact, this.#resident, this.pids.length);
    return this.#curve;
  }

  /** @param figures not a number where one of the row's is none */
  #placeOf(pid: number, figures: number): number | undefined {
    if (!Number.isFinite(figures)) return undefined;
    const known = this.#places.get(pid);
    if (known !== undefined || this.pids.length === maxProcesses) return known;
    this.#places.set(pid, this.pids.length);
    return this.pids.push(pid) - 1;
  }
}

/** Adds all that was sampled of memory to the tracks of its trials, where there is one. */
export function addMemory(
  { memory, resident }: Pick<SampleColumns, 'memory' | 'resident'>,
  trackOf: (trial: number) => MemoryTrack | undefined,
): void {
  const of = (column: NumberColumn, row: number): number => column[row] ?? Number.NaN;
  memory.trial.forEach((trial, row) => {
    trackOf(trial)?.addExact(of(memory.atNs, row), memory.pid[row] ?? -1, {
      rssBytes: of(memory.rssBytes, row),
      pssBytes: of(memory.pssBytes, row),
      privateBytes: of(memory.privateBytes, row),
    });
  });
  resident.trial.forEach((trial, row) => {
    const [rssBytes, sharedBytes] = [of(resident.rssBytes, row), of(resident.sharedBytes, row)];
    trackOf(trial)?.addResident(
      of(resident.atNs, row),
      resident.pid[row] ?? -1,
      rssBytes,
      sharedBytes,
    );
  });
}

/** Of two rows of a process the larger stays; at the later time of both, where all processes have the same times. */
function halve(
  table: ExactReadings | ResidentSizes,
  size: Float64Array,
  at: Float64Array,
  later: boolean,
): void {
  const process = table.column('process');
  table.joinPairs(
    (into, from) => {
      const toNs = Math.max(at[into] ?? 0, at[from] ?? 0);
      if ((size[from] ?? 0) > (size[into] ?? 0)) table.moveRow(from, into);
      if (later) at[into] = toNs;
      return true;
    },
    (row) => process[row] ?? 0,
  );
}
