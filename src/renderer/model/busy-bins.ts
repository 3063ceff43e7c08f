// On-CPU time of a trial's workers in bins of equal length: what the overview draws. The number
// of bins is bounded: when they are used up, pairs are joined and each covers twice the time.

const most = 1024;
const firstWidthNs = 1e6;

export class BusyBins {
  readonly #bins = new Float64Array(most);
  readonly #originNs: number;
  #widthNs = firstWidthNs;
  #used = 0;

  constructor(originNs: number) {
    this.#originNs = originNs;
  }

  get widthNs(): number {
    return this.#widthNs;
  }

  /** Bins in use, first at the origin; each holds ns of CPU time. */
  get values(): Float64Array {
    return this.#bins.subarray(0, this.#used);
  }

  /** Adds `onCpuNs` spread evenly over the `spanNs` before `atNs`; what lies before the origin is left out. */
  add(atNs: number, spanNs: number, onCpuNs: number): void {
    if (!Number.isFinite(atNs) || !Number.isFinite(spanNs) || !Number.isFinite(onCpuNs)) return;
    const toNs = atNs - this.#originNs;
    const fromNs = Math.max(0, toNs - spanNs);
    if (toNs <= fromNs || spanNs <= 0) return;
    while (toNs > most * this.#widthNs) this.#join();
    const first = Math.floor(fromNs / this.#widthNs);
    const last = Math.min(most - 1, Math.floor(toNs / this.#widthNs));
    for (let bin = first; bin <= last; bin += 1) {
      const low = Math.max(fromNs, bin * this.#widthNs);
      const high = Math.min(toNs, (bin + 1) * this.#widthNs);
      this.#bins[bin] = (this.#bins[bin] ?? 0) + (onCpuNs * Math.max(0, high - low)) / spanNs;
    }
    this.#used = Math.max(this.#used, last + 1);
  }

  #join(): void {
    const bins = this.#bins;
    for (let bin = 0; bin < most / 2; bin += 1) {
      bins[bin] = (bins[bin * 2] ?? 0) + (bins[bin * 2 + 1] ?? 0);
    }
    bins.fill(0, most / 2);
    this.#used = Math.ceil(this.#used / 2);
    this.#widthNs *= 2;
  }
}
