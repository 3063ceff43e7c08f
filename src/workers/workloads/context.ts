// Defines what every workload receives and returns.
import type { WorkloadInputs } from '@shared/wire/messages';

export interface WorkloadContext {
  /** Every parameter of the catalogue's entry, within its limits. */
  readonly params: Readonly<Record<string, number>>;
  /** The experiment's seed, a uint32. */
  readonly seed: number;
  readonly inputs: WorkloadInputs;
}

export interface LoadedWorkload {
  /**
   * Runs one task and gives its checksum, an exact number: at once for computing work, as a promise
   * for waiting work. Throws or rejects when the work could not be done.
   */
  run(task: number): number | Promise<number>;
  /** Lets go of what was kept between tasks. */
  close?(): void | Promise<void>;
}

/** Makes a workload ready to run; each workload's file exports one as `create`. */
export type CreateWorkload = (context: WorkloadContext) => LoadedWorkload;

/** A parameter's value. Throws where it is missing: a parsed experiment always has it. */
export function param(context: WorkloadContext, name: string): number {
  const value = context.params[name];
  if (value === undefined) throw new Error(`the workload's parameter "${name}" is missing`);
  return value;
}
