// The machine at rest: the last stretch of core and loop samples while nothing runs. Bounded, for
// the window may stand open for days.
import type { LoopColumns, SampleColumns } from '@shared/report/live';
import { Table } from '@shared/base/table';
import { sampleTables } from '@shared/report/tables';
import { CoreRows } from './core-rows';

/** How much of the past is kept. */
export const restSpanNs = 30e9;
/** Samples older than the newest by more than this come from a clock that began anew. */
const clockStepNs = 2e9;

type Listener = () => void;

export class RestBuffer {
  version = 0;
  coreRows = new CoreRows(0);
  loop = new Table(sampleTables.loop);
  nowNs = 0;
  readonly #listeners = new Set<Listener>();

  /** Appends samples; another number of cores, or a clock that began anew, starts from nothing. */
  addSamples(samples: SampleColumns): void {
    const first = samples.cores.atNs[0];
    if (first === undefined) return;
    const count = samples.cores.busy.length;
    if (count !== this.coreRows.count || first < this.nowNs - clockStepNs) this.#clear(count);
    this.coreRows.append(samples, []);
    this.nowNs = Math.max(this.nowNs, samples.cores.atNs.at(-1) ?? 0);
    this.#forget(this.coreRows.table);
  }

  addLoop(loop: LoopColumns): void {
    this.loop.append(loop);
    this.nowNs = Math.max(this.nowNs, loop.atNs.at(-1) ?? 0);
    this.#forget(this.loop);
  }

  /** Forgets everything: what comes next has another clock. */
  clear(): void {
    this.#clear(0);
  }

  touch(): void {
    this.version += 1;
    for (const listener of this.#listeners) listener();
  }

  onTouch(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #clear(cores: number): void {
    this.coreRows = new CoreRows(cores);
    this.loop = new Table(sampleTables.loop);
    this.nowNs = 0;
  }

  /** Drops what is too old, in large steps so that it is rare. */
  #forget(rows: Pick<Table<{ atNs: 'ns' }>, 'at' | 'dropFirst'>): void {
    const oldest = this.nowNs - restSpanNs;
    if (rows.at('atNs', 0) > oldest - restSpanNs) return;
    let old = 0;
    while (rows.at('atNs', old) < oldest) old += 1;
    rows.dropFirst(old);
  }
}
