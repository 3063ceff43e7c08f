// Keeps the process and thread of each worker of a trial, within the run's budget: of a trial all of them, or none.
import type { WorkerIdentity } from '@shared/wire/messages';
import { Allowance } from './budget';

export class RecordedWorkers {
  readonly #allowance: Allowance;
  readonly #told = new Map<number, readonly WorkerIdentity[]>();
  #leftOut = 0;

  constructor(budget: number, trials: number) {
    this.#allowance = new Allowance(budget, trials);
  }

  add(trial: number, workers: readonly WorkerIdentity[]): void {
    this.#told.set(trial, workers);
  }

  /** A trial has ended: its workers, and whether there is room for them. */
  close(trial: number): { readonly workers: readonly WorkerIdentity[]; readonly kept: boolean } {
    const workers = this.of(trial);
    const kept = workers.length <= this.#allowance.quota;
    this.#allowance.keep(kept ? workers.length : 0);
    if (!kept) {
      this.#told.delete(trial);
      this.#leftOut += 1;
    }
    return { workers, kept };
  }

  /** Returns what is kept of a trial. */
  of(trial: number): readonly WorkerIdentity[] {
    return this.#told.get(trial) ?? [];
  }

  /** Trials whose workers are not kept. */
  get leftOut(): number {
    return this.#leftOut;
  }
}
