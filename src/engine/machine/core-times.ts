// Per-core times out of /proc/stat: how long each core was idle, and how long in all.
import type { AsciiCursor } from './ascii-cursor';
import { maxCores } from './system-text';

/** Times of the usable cores since boot, in ticks of any length; NaN for a core that is offline. */
export interface CoreTimes {
  readonly idle: Float64Array;
  readonly total: Float64Array;
}

/** Kernel number of a core to its place in the columns. */
export type CoreSlots = ReadonlyMap<number, number>;

/** Length of a tick in /proc: USER_HZ, part of the kernel's interface and 100 on every current one. */
export const tickNs = 10_000_000;

const coreLine = new TextEncoder().encode('cpu');
const idleField = 3;
const iowaitField = 4;
/** user nice system idle iowait irq softirq steal; the two guest fields are part of user and nice. */
const fieldCount = 8;

export function emptyCoreTimes(cores: number): CoreTimes {
  return { idle: new Float64Array(cores), total: new Float64Array(cores) };
}

/** Places of these cores in columns, in their order. */
export function coreSlots(ids: readonly number[]): CoreSlots {
  return new Map(ids.map((id, slot) => [id, slot]));
}

/** Kernel numbers of the cores that are online, from the text of /proc/stat. */
export function parseOnlineCores(text: string): readonly number[] {
  const numbers = [...text.matchAll(/^cpu(\d+) /gm)].map((match) => Number(match[1]));
  return [...new Set(numbers)].filter((core) => core < maxCores);
}

/**
 * Reads the `cpuN` lines of /proc/stat into `into`.
 * Idle is idle and iowait: a core that waits for a disk is free. Steal, time the hypervisor gave to
 * somebody else, counts as busy: it was not to be had. Older kernels leave fields out at the end;
 * they count as 0.
 * Source: the kernel's Documentation/filesystems/proc.rst, "Miscellaneous kernel statistics".
 */
export function parseCoreTimes(
  cursor: AsciiCursor,
  length: number,
  slots: CoreSlots,
  into: CoreTimes,
): void {
  into.idle.fill(Number.NaN);
  into.total.fill(Number.NaN);
  cursor.reset(length);
  // The first line is the sum over all cores.
  while (cursor.nextLine() && cursor.startsWith(coreLine)) {
    const slot = slots.get(cursor.number());
    if (slot === undefined) continue;
    let idle = 0;
    let total = 0;
    for (let field = 0; field < fieldCount; field += 1) {
      const ticks = cursor.number();
      if (Number.isNaN(ticks)) break;
      total += ticks;
      if (field === idleField || field === iowaitField) idle += ticks;
    }
    into.idle[slot] = idle;
    into.total[slot] = total;
  }
}
