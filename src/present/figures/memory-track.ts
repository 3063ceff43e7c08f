// Collects what is read of the memory of a trial's processes: exact readings, few, and their resident size, often.
import type { NumberColumn } from '@shared/base/table';
import type { SampleColumns } from '@shared/report/live';
import { memoryCurve, type Anchor, type Level, type MemoryCurve } from './memory-curve';

/** A trial has no more processes than this; what is said of others has no place in the picture. */
const maxProcesses = 1024;
/** With so many rows of a kind, of two of a process the larger is kept. */
const maxRows = 20_000;

export interface ExactReading {
  readonly rssBytes: number;
  readonly pssBytes: number;
  readonly privateBytes: number;
}

interface Timed {
  readonly atNs: number;
}

interface Rows {
  levels: Level[];
  anchors: Anchor[];
}

/** The place of the first in a list in the order of time that is not before a moment. */
function placeIn<T>(list: readonly T[], atNs: number, timeOf: (one: T) => number): number {
  let [low, high] = [0, list.length];
  // Rows come nearly in order.
  if (high > 0 && timeOf(list[high - 1] as T) < atNs) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timeOf(list[middle] as T) < atNs) low = middle + 1;
    else high = middle;
  }
  return low;
}

const placeOf = (list: readonly Timed[], atNs: number): number =>
  placeIn(list, atNs, (one) => one.atNs);

/** Puts a row among others in the order of time; it replaces one of the same moment. */
function put<T extends Timed>(list: T[], row: T): void {
  const place = placeOf(list, row.atNs);
  list.splice(place, list[place]?.atNs === row.atNs ? 1 : 0, row);
}

/** Of two rows that follow one another the larger. */
function halved<T>(list: readonly T[], choose: (one: T, other: T) => T): T[] {
  const kept: T[] = [];
  for (let place = 0; place < list.length; place += 2) {
    const [one, other] = [list[place] as T, list[place + 1]];
    kept.push(other === undefined ? one : choose(one, other));
  }
  return kept;
}

export class MemoryTrack {
  /** Processes in the order of their first row. */
  readonly pids: number[] = [];
  readonly #places = new Map<number, number>();
  /** By process. */
  readonly #rows: Rows[] = [];
  /** Of all rows, each once, ascending. */
  #times: number[] = [];
  #exact = 0;
  #resident = 0;
  #isSampled = false;
  #curve: MemoryCurve | undefined;

  /** Rows held. */
  get rows(): number {
    return this.#exact + this.#resident;
  }

  /** Resident sizes were sampled. */
  get isSampled(): boolean {
    return this.#isSampled;
  }

  /** Adds an exact reading of one process, in any order; one without its figures is left out. */
  addExact(atNs: number, pid: number, { rssBytes, pssBytes, privateBytes }: ExactReading): void {
    const rows = this.#rowsOf(pid, atNs + rssBytes + pssBytes + privateBytes);
    if (rows === undefined) return;
    const { levels, anchors } = rows;
    const level = levels[placeOf(levels, atNs)];
    const isKnown = level?.atNs === atNs;
    if (!isKnown) put(levels, { atNs, rssBytes, fileBytes: Number.NaN });
    put(anchors, {
      atNs,
      foreignBytes: (isKnown ? level.rssBytes : rssBytes) - privateBytes,
      partBytes: Math.max(0, pssBytes - privateBytes),
      ownBytes: privateBytes,
    });
    this.#exact += 1;
    this.#note(atNs);
  }

  /** Adds the resident size of one process, in any order; one without its figures is left out. */
  addResident(atNs: number, pid: number, rssBytes: number, sharedBytes: number): void {
    const rows = this.#rowsOf(pid, atNs + rssBytes + sharedBytes);
    if (rows === undefined) return;
    const { levels, anchors } = rows;
    put(levels, { atNs, rssBytes, fileBytes: sharedBytes });
    const anchor = anchors[placeOf(anchors, atNs)];
    if (anchor?.atNs === atNs)
      put(anchors, { ...anchor, foreignBytes: rssBytes - anchor.ownBytes });
    this.#isSampled = true;
    this.#resident += 1;
    this.#note(atNs);
  }

  /** What all processes hold over time; it stays until a row comes. */
  get curve(): MemoryCurve {
    this.#curve ??= memoryCurve(this.#rows, this.#times, this.#isSampled);
    return this.#curve;
  }

  /** @param figures not a number where one of the row's is none */
  #rowsOf(pid: number, figures: number): Rows | undefined {
    if (!Number.isFinite(figures)) return undefined;
    const known = this.#places.get(pid);
    if (known !== undefined) return this.#rows[known];
    if (this.pids.length === maxProcesses) return undefined;
    this.#places.set(pid, this.pids.length);
    this.pids.push(pid);
    const rows: Rows = { levels: [], anchors: [] };
    this.#rows.push(rows);
    return rows;
  }

  /** A row of this moment is in. */
  #note(atNs: number): void {
    this.#curve = undefined;
    const place = placeIn(this.#times, atNs, (one) => one);
    if (this.#times[place] !== atNs) this.#times.splice(place, 0, atNs);
    if (Math.max(this.#exact, this.#resident) > maxRows) this.#halve();
  }

  /** Levels stay at the later time of two, as all processes have the same times. */
  #halve(): void {
    for (const rows of this.#rows) {
      rows.levels = halved(rows.levels, (one, other) => ({
        ...(other.rssBytes > one.rssBytes ? other : one),
        atNs: other.atNs,
      }));
      if (this.#exact <= maxRows) continue;
      const pss = ({ ownBytes, partBytes }: Anchor): number => ownBytes + partBytes;
      rows.anchors = halved(rows.anchors, (one, other) => (pss(other) > pss(one) ? other : one));
    }
    const count = (pick: (rows: Rows) => readonly Timed[]): number =>
      this.#rows.reduce((sum, rows) => sum + pick(rows).length, 0);
    this.#exact = count(({ anchors }) => anchors);
    this.#resident = count(({ levels }) => levels);
    const times = this.#rows.flatMap(({ levels, anchors }) => [...levels, ...anchors]);
    this.#times = [...new Set(times.map(({ atNs }) => atNs))].sort((one, other) => one - other);
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
