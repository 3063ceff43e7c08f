// The processes that draw the window: what they cost, and a lower priority while a run is under way, theirs back
// afterwards. Never the main process, whose children inherit its own.
import { app } from 'electron';
import { readdirSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import { readProcessCpuNs } from '@engine/machine/process-cpu';
import type { LiveEvent } from '@shared/report/live';

/**
 * Nice value while a run is under way: on a core that a worker wants it gets a tenth, more than it asks for. With the
 * lowest, 1.5 %, a picture waited a tenth of a second and more in the middle of being drawn.
 */
const lowered = 10;

/** Ids that have a priority of their own: threads on Linux, processes elsewhere. */
export type PriorityIds = () => readonly number[];

export class WindowPriority {
  readonly #before = new Map<number, number>();

  constructor(private readonly ids: PriorityIds = drawingThreads) {}

  /** Lowers at the first trial, keeps lowering what has been started since, restores at the end. */
  follow(event: LiveEvent): void {
    if (event.type === 'trial-begin') this.#lower();
    if (event.type === 'run-end') this.#restore();
  }

  #lower(): void {
    for (const id of this.ids()) {
      if (this.#before.has(id)) continue;
      attempt(() => {
        const before = getPriority(id);
        setPriority(id, Math.max(before, lowered));
        this.#before.set(id, before);
      });
    }
  }

  #restore(): void {
    const living = new Set(this.ids());
    for (const [id, before] of this.#before) {
      if (living.has(id)) attempt(() => setPriority(id, before));
    }
    this.#before.clear();
  }
}

/**
 * A thread may be gone between two steps, and an ordinary user may lower a priority but not raise
 * it again: neither stops a run.
 */
function attempt(change: () => void): void {
  try {
    change();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ERR_SYSTEM_ERROR') throw error;
  }
}

/** Process ids of the window and of the graphics process. */
function drawingProcesses(): readonly number[] {
  return app
    .getAppMetrics()
    .filter(({ type }) => type === 'Tab' || type === 'GPU')
    .map(({ pid }) => pid);
}

/** CPU time of the window's and the graphics process so far, in ns; undefined where not known. */
export function windowCpuNs(): number | undefined {
  let sum = 0;
  for (const pid of drawingProcesses()) {
    const ns = readProcessCpuNs(pid);
    if (ns === undefined) return undefined;
    sum += ns;
  }
  return sum;
}

function drawingThreads(): readonly number[] {
  return drawingProcesses().flatMap(threadsOf);
}

/** Linux keeps a nice value per thread: the process's id stands for its first one only. */
function threadsOf(pid: number): readonly number[] {
  if (process.platform !== 'linux') return [pid];
  try {
    return readdirSync(`/proc/${pid}/task`).map(Number);
  } catch {
    return [];
  }
}
