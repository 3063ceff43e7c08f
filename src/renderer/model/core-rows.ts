// Samples of the cores as columns, each joined to the worker that was seen on it.
import type { SampleColumns } from '@shared/report/live';
import { attributeCores } from '@analysis/cells/attribution';
import { Table } from '@shared/base/table';
import { sampleTables } from '@shared/report/tables';

/** With so many rows, pairs of a trial become one. */
const maxRows = 100_000;

/** As sampled, and the trial of the workers that were seen: on each core `by`, -1 where none of ours ran. */
const shape = { ...sampleTables.cores, trial: 'indexOrNone', by: ['indexOrNone'] } as const;

/** Samples of the cores. */
export class CoreRows {
  readonly count: number;
  readonly table: Table<typeof shape>;

  constructor(count: number) {
    this.count = count;
    this.table = new Table(shape, count);
  }

  append(samples: SampleColumns, cores: readonly number[]): void {
    const seen = attributeCores(samples, cores);
    const { atNs, spanNs, busy } = samples.cores;
    for (let row = 0; row < atNs.length; row += 1) {
      const into = this.table.begin();
      const own = this.table.columns;
      own.atNs[into] = atNs[row] ?? Number.NaN;
      own.spanNs[into] = spanNs[row] ?? 0;
      own.trial[into] = seen.trial[row] ?? -1;
      for (let core = 0; core < this.count; core += 1) {
        const [share, by] = [own.busy[core], own.by[core]];
        if (share !== undefined) share[into] = busy[core]?.[row] ?? Number.NaN;
        if (by !== undefined) by[into] = seen.worker[core]?.[row] ?? -1;
      }
    }
    this.table.joinBeyond(maxRows, (into, from) => this.#join(into, from));
  }

  #join(into: number, from: number): boolean {
    const { atNs, spanNs, trial, busy, by } = this.table.columns;
    const [before, after] = [spanNs[into] ?? 0, spanNs[from] ?? 0];
    if (trial[into] !== trial[from] || before + after <= 0) return false;
    atNs[into] = atNs[from] ?? Number.NaN;
    spanNs[into] = before + after;
    busy.forEach((shares, core) => {
      const [one, next] = [shares[into] ?? 0, shares[from] ?? 0];
      shares[into] = (one * before + next * after) / (before + after);
      const workers = by[core];
      // The worker that the busier part was of.
      if (workers !== undefined && one <= next) workers[into] = workers[from] ?? -1;
    });
    return true;
  }

  /** Cores busy on average over the samples of the last `overNs`; undefined before the first. */
  meanBusy(overNs: number): number | undefined {
    const { length, columns } = this.table;
    const { atNs, spanNs, busy } = columns;
    const sinceNs = (atNs[length - 1] ?? Number.NaN) - overNs;
    let [busyNs, sumNs] = [0, 0];
    for (let row = length - 1; row >= 0 && (atNs[row] ?? 0) > sinceNs; row -= 1) {
      const span = spanNs[row] ?? 0;
      sumNs += span;
      for (const shares of busy) busyNs += (shares[row] ?? Number.NaN) * span;
    }
    return sumNs > 0 && length > 0 ? busyNs / sumNs : undefined;
  }
}
