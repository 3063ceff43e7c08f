// A machine in words: one line a fact, `not known` where the platform is silent. Pure.
import { formatBytes, formatDuration, groupDigits, notKnown } from '@shared/base/format';
import type { MachineInfo } from '@shared/report/machine';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** `0–3, 6`: kernel numbers of cores, runs joined. */
export function listCores(cores: readonly number[]): string {
  const sorted = [...cores].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const core of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && core === run[1] + 1) run[1] = core;
    else runs.push([core, core]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

const orNotKnown = <T>(value: T | undefined, write: (known: T) => string): string =>
  value === undefined ? notKnown : write(value);

/** Every fact, in the order of the page. */
export function machineFacts(machine: MachineInfo): readonly Fact[] {
  return [
    { name: 'processor', value: machine.cpuModel ?? notKnown },
    { name: 'logical cores', value: String(machine.logicalCores) },
    { name: 'may run on cores', value: listCores(machine.affinity) },
    {
      name: 'CPU quota',
      value: machine.quotaCores === undefined ? 'none' : `${machine.quotaCores} cores`,
    },
    {
      name: 'frequency',
      value: orNotKnown(machine.frequencyMhz, (mhz) => `${groupDigits(mhz)} MHz`),
    },
    { name: 'governor', value: machine.governor ?? notKnown },
    { name: 'memory', value: formatBytes(machine.memoryBytes) },
    { name: 'memory available', value: orNotKnown(machine.memoryAvailableBytes, formatBytes) },
    {
      name: 'memory limit',
      value:
        machine.memoryLimitBytes === undefined ? 'none' : formatBytes(machine.memoryLimitBytes),
    },
    {
      name: 'load, 1 5 15 min',
      value: orNotKnown(machine.loadAverage, (load) =>
        load.map((one) => one.toFixed(2)).join('  '),
      ),
    },
    { name: 'system', value: `${machine.platform} ${machine.arch}` },
    { name: 'kernel', value: machine.kernel },
    { name: 'core counter tick', value: orNotKnown(machine.tickNs, formatDuration) },
  ];
}
