// Defines an entry of the workload catalogue.

/** One whole-number parameter of a workload, with the limits every reader of an experiment applies. */
export interface ParameterSpec {
  readonly label: string;
  /** Unit as written after the figure; empty where a plain count. */
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** A slider over this range is logarithmic. */
  readonly logarithmic: boolean;
  readonly help: string;
}

export interface WorkloadSpecification {
  readonly title: string;
  /** What one task does, in one short line. */
  readonly summary: string;
  /** `cpu` keeps a core busy, `io` waits, `mixed` does both, `fault` misbehaves on purpose. */
  readonly nature: 'cpu' | 'io' | 'mixed' | 'fault';
  /** Tasks repeat the same input every so many tasks; the reference checksums are that many. */
  readonly variants: number;
  readonly params: Readonly<Record<string, ParameterSpec>>;
  /** The parameter that makes a task longer, for a search over the size of a task. */
  readonly size?: string;
  /** Offered in the form. Those that are not can still be written in a file. */
  readonly listed: boolean;
}
