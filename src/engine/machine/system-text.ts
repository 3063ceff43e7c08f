// Small texts about the whole machine: core lists, load, processor, memory.
import { cleanText } from '@shared/base/clean-text';
import { decimalNumber, scaled, wholeNumber } from './whole-number';

/** More than any machine has. */
export const maxCores = 65_536;

/** A name as the machine gives it; undefined where it gives none. */
export function plainName(text: string | undefined): string | undefined {
  const name = cleanText(text?.trim() ?? '', 200);
  return name === '' ? undefined : name;
}

/** Kernel numbers in a list such as `0-3,8,10-11`; empty for an empty list, undefined for what is none. */
export function parseCoreList(text: string): readonly number[] | undefined {
  const cores = new Set<number>();
  for (const part of text.trim().split(',')) {
    if (part === '') continue;
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    const [from, to] = [wholeNumber(first), wholeNumber(last)];
    if (from === undefined || to === undefined || to >= maxCores) return undefined;
    for (let core = from; core <= to; core += 1) cores.add(core);
  }
  return [...cores];
}

/** Cores the process may run on, from /proc/<pid>/status; undefined where it does not say. */
export function parseAllowedCores(text: string): readonly number[] | undefined {
  const list = /^Cpus_allowed_list:\s*(.+)$/m.exec(text)?.[1];
  return list === undefined ? undefined : parseCoreList(list);
}

/** The mean number of runnable tasks over 1, 5 and 15 minutes, from /proc/loadavg. */
export function parseLoadAverage(text: string): [number, number, number] | undefined {
  const [one, five, fifteen] = text.split(' ').map(decimalNumber);
  if (one === undefined || five === undefined || fifteen === undefined) return undefined;
  return [one, five, fifteen];
}

/** Returns what the processor says of itself in /proc/cpuinfo; many ARM kernels say neither. */
export function parseCpuInfo(text: string): {
  readonly model: string | undefined;
  readonly frequencyMhz: number | undefined;
} {
  const field = (name: string): string | undefined =>
    new RegExp(`^${name}\\s*:\\s*(.+)$`, 'm').exec(text)?.[1]?.trim();
  const frequencyMhz = decimalNumber(field('cpu MHz'));
  return {
    model: plainName(field('model name') ?? field('cpu model') ?? field('Model')),
    frequencyMhz: frequencyMhz === 0 ? undefined : frequencyMhz,
  };
}

/** Memory that can be had without swapping, in bytes, from /proc/meminfo. */
export function parseAvailableMemory(text: string): number | undefined {
  return scaled(wholeNumber(/^MemAvailable:\s*(\d+) kB$/m.exec(text)?.[1]), 1024);
}
