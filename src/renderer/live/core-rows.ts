// Samples of the cores as columns, each joined to the worker that was seen on it.
import type { SampleColumns } from '@shared/live';
import { attributeCores } from './attribution';
import { Columns } from './columns';

/** Samples of the cores: `busy0`, `busy1` … shares, `by0`, `by1` … the worker seen there or -1. */
export class CoreRows {
  readonly count: number;
  readonly columns: Columns<string>;

  constructor(count: number) {
    this.count = count;
    const names = Array.from({ length: count }, (_, core) => [`busy${core}`, `by${core}`]).flat();
    this.columns = new Columns<string>(['atNs', 'spanNs', 'trial', ...names]);
  }

  append(samples: SampleColumns, cores: readonly number[]): void {
    const seen = attributeCores(samples, cores);
    samples.cores.atNs.forEach((atNs, row) => {
      const figures: Record<string, number> = {
        atNs,
        spanNs: samples.cores.spanNs[row] ?? 0,
        trial: seen.trial[row] ?? -1,
      };
      for (let core = 0; core < this.count; core += 1) {
        figures[`busy${core}`] = samples.cores.busy[core]?.[row] ?? Number.NaN;
        figures[`by${core}`] = seen.worker[core]?.[row] ?? -1;
      }
      this.columns.push(figures);
    });
  }

  /** Cores busy in the newest sample; undefined before the first. */
  latestBusy(): number | undefined {
    const row = this.columns.length - 1;
    if (row < 0) return undefined;
    let busy = 0;
    for (let core = 0; core < this.count; core += 1) busy += this.columns.at(`busy${core}`, row);
    return busy;
  }
}
