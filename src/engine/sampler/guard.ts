// Cleans up from the sampler when the engine is killed: it ends the engine's children and removes its temporary
// folders, so that nothing outlives a run.
import type { Reading } from '../machine/reading';

export interface GuardOptions {
  /** Whether a folder is the engine's to remove, by what is in it. */
  readonly isHeld: (folder: string) => boolean;
  /** When a process started: a number given again by the kernel has another start. */
  readonly startTicks: (pid: number) => Reading<number>;
  readonly kill: (pid: number) => void;
  /** Ends all that carries the run's mark. */
  readonly sweep: () => void;
  readonly removeFolder: (folder: string) => void;
  readonly onRefused: (folder: string) => void;
}

export class Guard {
  readonly #options: GuardOptions;
  #starts: ReadonlyMap<number, number> = new Map();
  #folders: readonly string[] = [];

  constructor(options: GuardOptions) {
    this.#options = options;
  }

  /**
   * What to clear up from now on; the list before it no longer counts. A process's start is noted when
   * it is first listed. Folders that the engine does not hold are refused.
   */
  set(pids: readonly number[], folders: readonly string[]): void {
    const { startTicks, isHeld, onRefused } = this.#options;
    const starts = new Map<number, number>();
    for (const pid of pids) {
      const known = this.#starts.get(pid);
      const start = known === undefined ? startTicks(pid) : { ok: true as const, value: known };
      if (start.ok) starts.set(pid, start.value);
    }
    this.#starts = starts;
    this.#folders = folders.filter(isHeld);
    for (const folder of folders) if (!this.#folders.includes(folder)) onRefused(folder);
  }

  /**
   * Ends those processes that are still the same ones, and what carries the mark, then removes the
   * folders.
   */
  clearUp(): void {
    const { startTicks, kill, sweep, removeFolder } = this.#options;
    for (const [pid, noted] of this.#starts) {
      const start = startTicks(pid);
      if (start.ok && start.value === noted) kill(pid);
    }
    sweep();
    for (const folder of this.#folders) removeFolder(folder);
  }
}
