// @ts-nocheck -- frozen: as it was before samples had typed columns, see README.md
import { attributeCores } from './attribution.mjs';
import { Columns } from './columns.mjs';
/** With so many rows, pairs of a trial become one. */
const maxRows = 100_000;
/** Samples of the cores: `busy0`, `busy1` … shares, `by0`, `by1` … the worker seen there or -1. */
export class CoreRows {
  count;
  columns;
  constructor(count) {
    this.count = count;
    const names = Array.from({ length: count }, (_, core) => [`busy${core}`, `by${core}`]).flat();
    this.columns = new Columns(['atNs', 'spanNs', 'trial', ...names]);
  }
  append(samples, cores) {
    const seen = attributeCores(samples, cores);
    samples.cores.atNs.forEach((atNs, row) => {
      const figures = {
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
    this.columns.joinBeyond(maxRows, (one, next) => this.#join(one, next));
  }
  #join(one, next) {
    const [before, after] = [one['spanNs'] ?? 0, next['spanNs'] ?? 0];
    if (one['trial'] !== next['trial'] || before + after <= 0) return undefined;
    const both = { ...next, spanNs: before + after };
    for (let core = 0; core < this.count; core += 1) {
      const busy = `busy${core}`;
      both[busy] = ((one[busy] ?? 0) * before + (next[busy] ?? 0) * after) / (before + after);
      // The worker that the busier part was of.
      if ((one[busy] ?? 0) > (next[busy] ?? 0)) both[`by${core}`] = one[`by${core}`] ?? -1;
    }
    return both;
  }
  /** Cores busy on average over the samples of the last `overNs`; undefined before the first. */
  meanBusy(overNs) {
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
