// Small texts about the whole machine: core lists, load, processor, memory.

/** Kernel numbers in a list such as `0-3,8,10-11`; empty for an empty list. */
export function parseCoreList(text: string): readonly number[] {
  return text
    .trim()
    .split(',')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [first, last] = part.split('-').map(Number);
      const from = first ?? Number.NaN;
      const to = last ?? from;
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    });
}

/** Cores the process may run on, from /proc/<pid>/status; undefined where it does not say. */
export function parseAllowedCores(text: string): readonly number[] | undefined {
  const list = /^Cpus_allowed_list:\s*(.+)$/m.exec(text)?.[1];
  return list === undefined ? undefined : parseCoreList(list);
}

/** The mean number of runnable tasks over 1, 5 and 15 minutes, from /proc/loadavg. */
export function parseLoadAverage(text: string): [number, number, number] | undefined {
  const [one, five, fifteen] = text.split(' ').map(Number);
  if (one === undefined || five === undefined || fifteen === undefined) return undefined;
  return [one, five, fifteen].every(Number.isFinite) ? [one, five, fifteen] : undefined;
}

/** What the processor says of itself in /proc/cpuinfo; many ARM kernels say neither. */
export function parseCpuInfo(text: string): {
  readonly model: string | undefined;
  readonly frequencyMhz: number | undefined;
} {
  const field = (name: string): string | undefined =>
    new RegExp(`^${name}\\s*:\\s*(.+)$`, 'm').exec(text)?.[1]?.trim();
  const frequencyMhz = Number(field('cpu MHz'));
  return {
    model: field('model name') ?? field('cpu model') ?? field('Model'),
    frequencyMhz: frequencyMhz > 0 ? frequencyMhz : undefined,
  };
}

/** Memory that can be had without swapping, in bytes, from /proc/meminfo. */
export function parseAvailableMemory(text: string): number | undefined {
  const kilobytes = /^MemAvailable:\s*(\d+) kB$/m.exec(text)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}
