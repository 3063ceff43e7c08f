// Defines an entry of the workload catalogue.

/** A workload's kind and its parameter's name: what its texts go by. */
export type ParameterId =
  | 'powers-number'
  | 'powers-iterations'
  | 'primes-limit'
  | 'matmul-size'
  | 'hash-bytes'
  | 'hash-rounds'
  | 'json-records'
  | 'sort-length'
  | 'wait-ms'
  | 'files-bytes'
  | 'http-delayMs'
  | 'http-bytes'
  | 'mixed-cpuIterations'
  | 'mixed-waitMs'
  | 'fault-mode'
  | 'fault-atTask';

/** What a parameter's figure is a number of; `count` of what its label names. */
export type ParameterUnit = 'count' | 'times' | 'rows' | 'records' | 'numbers' | 'ms' | 'B';

/** One whole-number parameter of a workload, with the limits every reader of an experiment applies. */
export interface ParameterSpec {
  readonly id: ParameterId;
  readonly unit: ParameterUnit;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** A slider over this range is logarithmic. */
  readonly logarithmic: boolean;
  /** For readers of the schema, in English as the schema is. */
  readonly description: string;
}

export interface WorkloadSpecification {
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
