// Samples of the cores as columns, each joined to the worker that was seen on it.
import type { SampleColumns } from '@shared/report/live';
import { attributeCores } from './attribution';
import { Columns } from './columns';

type Row = Readonly<Record<string, number>>;

/** With so many rows, pairs of a trial become one. */
const mostRows = 100_000;

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
    this.columns.joinBeyond(mostRows, (one, next) => this.#join(one, next));
  }

  #join(one: Row, next: Row): Row | undefined {
    const [before, after] = [one['spanNs'] ?? 0, next['spanNs'] ?? 0];
    if (one['trial'] !== next['trial'] || before + after <= 0) return undefined;
    const both: Record<string, number> = { ...next, spanNs: before + after };
    for (let core = 0; core < this.count; core += 1) {
      const busy = `busy${core}`;
      both[busy] = ((one[busy] ?? 0) * before + (next[busy] ?? 0) * after) / (before + after);
      // The worker that the busier part was of.
      if ((one[busy] ?? 0) > (next[busy] ?? 0)) both[`by${core}`] = one[`by${core}`] ?? -1;
    }
    return both;
  }

  /** Cores busy on average over the samples of the last `overNs`; undefined before the first. */
  meanBusy(overNs: number): number | undefined {
    const { columns, count } = this;
    const sinceNs = columns.at('atNs', columns.length - 1) - overNs;
    let [busyNs, spanNs] = [0, 0];
    for (let row = columns.length - 1; row >= 0 && columns.at('atNs', row) > sinceNs; row -= 1) {
      const span = columns.at('spanNs', row);
      spanNs += span;
      for (let core = 0; core < count; core += 1) busyNs += columns.at(`busy${core}`, row) * span;
    }
    return spanNs > 0 ? busyNs / spanNs : undefined;
  }
}
