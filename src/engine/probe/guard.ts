// What is left to the sampler when the engine vanishes without a word: it ends the engine's children
// and removes its temporary folders, so that nothing outlives a run.
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Result } from '@shared/result';

/** Only folders so named, and those in them, are ever removed. */
const folderPrefix = 'corelane-';

export interface GuardOptions {
  readonly temporaryFolder: string;
  /** When a process started: a number given again by the kernel has another start. */
  readonly startTicks: (pid: number) => Result<number>;
  readonly kill: (pid: number) => void;
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
   * it is first listed. Folders that are not Corelane's are refused, see {@link isOurs}.
   */
  set(pids: readonly number[], folders: readonly string[]): void {
    const { startTicks, temporaryFolder, onRefused } = this.#options;
    const starts = new Map<number, number>();
    for (const pid of pids) {
      const known = this.#starts.get(pid);
      const start = known === undefined ? startTicks(pid) : { ok: true as const, value: known };
      if (start.ok) starts.set(pid, start.value);
    }
    this.#starts = starts;
    this.#folders = folders.filter((folder) => isOurs(folder, temporaryFolder));
    for (const folder of folders) if (!this.#folders.includes(folder)) onRefused(folder);
  }

  /** Ends those processes that are still the same ones, then removes the folders. */
  clearUp(): void {
    const { startTicks, kill, removeFolder } = this.#options;
    for (const [pid, noted] of this.#starts) {
      const start = startTicks(pid);
      if (start.ok && start.value === noted) kill(pid);
    }
    for (const folder of this.#folders) removeFolder(folder);
  }
}

/** Whether a folder is, or lies in, a `corelane-…` of the temporary folder, written without detours. */
export function isOurs(folder: string, temporaryFolder: string): boolean {
  if (!isAbsolute(folder) || resolve(folder) !== folder) return false;
  const [outermost] = relative(temporaryFolder, folder).split(sep);
  return outermost?.startsWith(folderPrefix) === true;
}
