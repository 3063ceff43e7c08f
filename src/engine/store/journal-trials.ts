// Finds the complete trials of a journal: a damaged line excludes the trial that it belongs to.
import { defined } from '@shared/base/defined';
import { namedCell, type Cell } from '@shared/experiment/cells';
import type { JournalHeader } from '@shared/kept/journal';
import type { JournalEvent } from '@shared/kept/live-schema';
import type { PlannedTrial } from '@shared/report/live';
import type { Note } from '@shared/report/notes';
import type { DamagedLine } from './journal-reader';

/** What is said of a run as a whole: it stays where the trial that it stands beside is set aside. */
const ofRun: ReadonlySet<JournalEvent['type']> = new Set(['note', 'planned', 'run-end']);

export class JournalTrials {
  readonly #planned: PlannedTrial[];
  readonly #cells: ReadonlyMap<string, Cell>;
  readonly #take: (event: JournalEvent) => void;
  readonly #finished = new Set<number>();
  readonly #setAside = new Set<number>();
  #waiting: JournalEvent[] = [];
  /** Damaged lines since the last finished trial that don't show which trial they belong to. */
  #unknown = 0;
  #lines = 0;

  /**
   * @param plan the cells, and the trials that were planned first
   * @param take given what is said of the run and of whole trials, in order
   */
  constructor(
    { cells, order }: Pick<JournalHeader, 'cells' | 'order'>,
    take: (event: JournalEvent) => void,
  ) {
    this.#planned = [...order];
    this.#cells = new Map(cells.map((cell) => [cell.id, cell]));
    this.#take = take;
  }

  get finished(): number {
    return this.#finished.size;
  }

  get planned(): number {
    return this.#planned.length;
  }

  /** The events of a line, which is whole; whether they are taken: what stands twice is taken once. */
  add(events: readonly JournalEvent[]): boolean {
    const ends = events.flatMap((event) => (event.type === 'trial-end' ? [event.end.trial] : []));
    if (ends.some((trial) => this.#finished.has(trial))) return false;
    for (const event of events) {
      if (event.type === 'planned') this.#planned.push(...event.order);
      this.#waiting.push(event);
      if (event.type === 'trial-end') this.#end(event.end.trial);
    }
    return true;
  }

  /** A line that is damaged: what there is of its trial is not all of it. */
  addDamaged({ trial, says }: DamagedLine): void {
    this.#lines += 1;
    if (says === 'other') return;
    this.#drop();
    const known =
      trial !== undefined && !this.#finished.has(trial) && this.#isPlanned(trial)
        ? trial
        : undefined;
    if (known === undefined) this.#unknown += 1;
    else this.#setAside.add(known);
  }

  /** The journal ends here. What was said since the last finished trial is kept, too. */
  end(): void {
    for (const event of this.#waiting) this.#take(event);
    this.#waiting = [];
  }

  /** Returns what there is to note of damage. */
  noteDamage(): readonly Note[] {
    if (this.#lines === 0) return [];
    const setAside = this.#planned.flatMap(({ trial, cell }): Note[] => {
      if (!this.#setAside.has(trial)) return [];
      const of = this.#cells.get(cell);
      return [{ code: 'trial-set-aside', args: defined({ trial, cell: of && namedCell(of) }) }];
    });
    return [{ code: 'journal-lines-damaged', args: { lines: this.#lines } }, ...setAside];
  }

  #end(trial: number): void {
    // A damaged line without a number is of this trial, unless the one before is missing as a whole.
    if (this.#unknown > 0) {
      const next = this.#planned.find((one) => !this.#isOver(one.trial))?.trial;
      if (next !== undefined) this.#setAside.add(next);
    }
    this.#unknown = 0;
    if (this.#setAside.has(trial)) return this.#drop();
    this.#finished.add(trial);
    this.end();
  }

  #drop(): void {
    for (const event of this.#waiting) if (ofRun.has(event.type)) this.#take(event);
    this.#waiting = [];
  }

  #isPlanned(trial: number): boolean {
    return this.#planned.some((one) => one.trial === trial);
  }

  #isOver(trial: number): boolean {
    return this.#finished.has(trial) || this.#setAside.has(trial);
  }
}
