// Processes that a probe has started, so that they can be ended when it can no longer do so itself.
import { killIfAlive } from '../processes/signal';
import { readStartTicks } from '../machine/proc-readers';

export class ProcessMarks {
  readonly #starts = new Map<number, number>();

  /** Notes processes with their start, by which a number that is given again is told from them. */
  note(pids: readonly number[]): void {
    for (const pid of pids) {
      if (this.#starts.has(pid)) continue;
      const start = readStartTicks(pid);
      if (start.ok) this.#starts.set(pid, start.value);
    }
  }

  /** Ends those that are still the same ones. */
  killAll(): void {
    for (const [pid, noted] of this.#starts) {
      const start = readStartTicks(pid);
      if (!start.ok || start.value !== noted) continue;
      killIfAlive(pid);
    }
    this.#starts.clear();
  }
}
