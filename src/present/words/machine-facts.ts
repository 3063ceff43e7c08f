// A machine in words: a line a fact, `not known` where the platform is silent; and its cores in short.
import { readerFaultText } from './engine/reader-fault';
import {
  formatBytes,
  formatDuration,
  formatFigure,
  groupDigits,
  notKnown,
  withUnit,
  writeNumber,
  formatDecimals,
} from '../locale/format';
import type { MachineInfo } from '@shared/report/machine';
import { list } from '../messages/list';
import { message } from '../messages/message';
import { countCores } from './count';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** `0–3, 6`: kernel numbers of cores, neighbours joined. */
export function listCores(cores: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const core of cores.toSorted((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run !== undefined && core === run[1] + 1) run[1] = core;
    else runs.push([core, core]);
  }
  return runs
    .map(([from, to]) =>
      from === to
        ? writeNumber(from)
        : message('range-dash', { from: writeNumber(from), to: writeNumber(to) }),
    )
    .join(message('list-separator'));
}

type Cores = Pick<MachineInfo, 'usableCores' | 'logicalCores' | 'quotaCores'>;

/** `8 cores, no quota`; where a process may use fewer than there are, `2 of 8 cores, quota 2.50`. */
export function describeCores({ usableCores, logicalCores, quotaCores }: Cores): string {
  const cores =
    usableCores === logicalCores
      ? countCores(usableCores)
      : message('cores-of', { usable: usableCores, count: logicalCores });
  return quotaCores === undefined
    ? message('cores-no-quota', { cores })
    : message('cores-quota', { cores, quota: formatFigure(quotaCores) });
}

const orNotKnown = <T>(value: T | undefined, write: (known: T) => string): string =>
  value === undefined ? notKnown() : write(value);

/** A counter as the kernel names it; what it has no name for in words. */
export const counterName = (name: string): string =>
  name === 'per-core' ? message('counter-per-core') : name;

/** The counters that the sampler could not read, and why: `frequency (no such file)`. */
function unreadable({ counters }: MachineInfo): string {
  const names = counters
    .filter(({ readable }) => !readable)
    .map(({ name, note }) =>
      note === undefined
        ? counterName(name)
        : message('machine-unreadable-why', {
            name: counterName(name),
            why: readerFaultText(note),
          }),
    );
  return names.length === 0 ? message('machine-all-readable') : list(names);
}

/** Every fact, in the order in which window, page and terminal tell them. */
export function machineFacts(machine: MachineInfo): readonly Fact[] {
  const { quotaCores, memoryLimitBytes } = machine;
  const none = message('machine-none');
  return [
    {
      name: message('machine-system'),
      value: `${machine.platform} ${machine.kernel}, ${machine.arch}`,
    },
    { name: message('machine-processor'), value: machine.cpuModel ?? notKnown() },
    { name: message('machine-logical-cores'), value: groupDigits(machine.logicalCores) },
    { name: message('machine-allowed-cores'), value: listCores(machine.affinity) },
    {
      name: message('machine-quota'),
      value: quotaCores === undefined ? none : formatFigure(quotaCores),
    },
    { name: message('machine-usable-cores'), value: groupDigits(machine.usableCores) },
    {
      name: message('machine-frequency'),
      value: orNotKnown(machine.frequencyMhz, (mhz) => withUnit(groupDigits(mhz), 'MHz')),
    },
    { name: message('machine-governor'), value: machine.governor ?? notKnown() },
    { name: message('machine-memory'), value: formatBytes(machine.memoryBytes) },
    {
      name: message('machine-available'),
      value: orNotKnown(machine.memoryAvailableBytes, formatBytes),
    },
    {
      name: message('machine-memory-limit'),
      value: memoryLimitBytes === undefined ? none : formatBytes(memoryLimitBytes),
    },
    {
      name: message('machine-load'),
      value: orNotKnown(machine.loadAverage, (loads) =>
        loads.map((load) => formatDecimals(load, 2)).join(' '),
      ),
    },
    { name: message('machine-tick'), value: orNotKnown(machine.tickNs, formatDuration) },
    { name: message('machine-unreadable'), value: unreadable(machine) },
  ];
}
