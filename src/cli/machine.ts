// `corelane machine`: the machine as a run sees it.
import { readMachine } from '@engine/machine/machine';
import { formatBytes, formatDuration, formatFigure, notKnown } from '@shared/base/format';
import { cleanText } from '@shared/base/clean-text';
import { findInterpreters } from '@engine/python/find-interpreters';
import type { MachineInfo } from '@shared/report/machine';
import type { FoundInterpreters } from '@shared/experiment/python';
import { alignColumns } from './columns';

/** What is known about this machine and its Pythons, as text or as JSON. */
export async function machineText(json: boolean): Promise<string> {
  const machine = readMachine();
  const pythons = await findInterpreters();
  return json
    ? `${JSON.stringify({ ...machine, pythons }, undefined, 2)}\n`
    : `${describeMachine(machine)}\n${describePythons(pythons)}`;
}

/** A line an interpreter: the usable ones, then why others are not. */
export function describePythons({ usable, unusable }: FoundInterpreters): string {
  if (usable.length + unusable.length === 0) return 'Python: none is found here\n';
  const rows = usable.map(({ id, implementation, version, freeThreaded, gil, path }): string[] => [
    id,
    `${implementation} ${version}`,
    freeThreaded ? `free-threaded, lock ${gil ? 'on' : 'off'}` : 'with a lock',
    path,
  ]);
  const others = unusable.map(({ path, why }): string[] => [
    '-',
    cleanText(path, 300),
    `can't be used: ${why}`,
  ]);
  const tables = [rows, others].filter((table) => table.length > 0).map(alignColumns);
  return `Python\n${tables.join('\n')}\n`;
}

/** One line a fact; what is not known says so. */
export function describeMachine(machine: MachineInfo): string {
  const orUnknown = <T>(value: T | undefined, write: (value: T) => string): string =>
    value === undefined ? notKnown : write(value);
  const rows: [string, string][] = [
    ['system', `${machine.platform} ${machine.kernel} ${machine.arch}`],
    ['processor', machine.cpuModel ?? notKnown],
    ['logical cores', String(machine.logicalCores)],
    ['usable cores', String(machine.usableCores)],
    ['allowed cores', writeRanges(machine.affinity)],
    ['core quota', machine.quotaCores === undefined ? 'none' : formatFigure(machine.quotaCores)],
    ['frequency', orUnknown(machine.frequencyMhz, (mhz) => `${formatFigure(mhz)} MHz`)],
    ['governor', machine.governor ?? notKnown],
    ['memory', formatBytes(machine.memoryBytes)],
    ['available', orUnknown(machine.memoryAvailableBytes, formatBytes)],
    [
      'memory limit',
      machine.memoryLimitBytes === undefined ? 'none' : formatBytes(machine.memoryLimitBytes),
    ],
    [
      'load average',
      orUnknown(machine.loadAverage, (loads) => loads.map((load) => load.toFixed(2)).join(' ')),
    ],
    ['core counter tick', orUnknown(machine.tickNs, formatDuration)],
  ];
  const counters = machine.counters.map(({ name, readable, note }): [string, string, string] => [
    name,
    readable ? 'readable' : 'not readable',
    note ?? '',
  ]);
  return `${alignColumns(rows)}\n\ncounters\n${alignColumns(counters)}\n`;
}

/** `0-3, 8`: kernel numbers of cores, neighbours joined. */
function writeRanges(numbers: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.to === number - 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
