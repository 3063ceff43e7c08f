// What a report is of, in words: the work, the machine, the moment.
import { writeNumber } from './figure';
import { formatBytes, formatCount, groupDigits } from '@shared/base/format';
import type { Experiment } from '@shared/experiment/experiment';
import type { MachineInfo } from '@shared/report/machine';
import { describeOwnWork } from '@shared/experiment/own-work';
import { isOwnWork, workloadSpec, type Workload } from '@shared/experiment/workloads';

/** Units of measurement; the catalogue's other units are words that a label says already. */
const measures: readonly string[] = ['B', 'ms'];

/** `powers (number 7, iterations 20,000,000)`; of own code its name and what it is given. */
function describeWorkload(workload: Workload): string {
  if (isOwnWork(workload)) return describeOwnWork(workload);
  const specs = workloadSpec(workload.kind).params;
  const params = Object.entries(workload.params).map(([name, value]) => {
    const { label, unit } = specs[name] ?? { label: name, unit: '' };
    return `${label} ${groupDigits(value)}${measures.includes(unit) ? ` ${unit}` : ''}`;
  });
  return workload.kind + (params.length === 0 ? '' : ` (${params.join(', ')})`);
}

/** `powers (number 7, iterations 20,000,000), 16 tasks, 5 repeats` */
export function describeWork({ workload, tasks, repeats, until }: Experiment): string {
  const times = until === undefined ? '' : ` to ${groupDigits(Math.max(repeats, until.most))}`;
  return `${describeWorkload(workload)}, ${formatCount(tasks, 'task')}, ${groupDigits(repeats)}${times} ${repeats === 1 && times === '' ? 'repeat' : 'repeats'}`;
}

/** `8 cores, no quota`, `2 of 8 cores, quota 1.5` */
export function describeCores({ usableCores, logicalCores, quotaCores }: MachineInfo): string {
  const cores =
    usableCores === logicalCores
      ? formatCount(usableCores, 'core')
      : `${writeNumber(usableCores)} of ${formatCount(logicalCores, 'core')}`;
  return `${cores}, ${quotaCores === undefined ? 'no quota' : `quota ${writeNumber(Number(quotaCores.toFixed(2)))}`}`;
}

/** `8 GB, 5.6 GB free` */
export function describeMemory({ memoryBytes, memoryAvailableBytes }: MachineInfo): string {
  const free =
    memoryAvailableBytes === undefined ? '' : `, ${formatBytes(memoryAvailableBytes)} available`;
  return formatBytes(memoryBytes) + free;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `22 Nov 2026, 14:07 UTC`; what is not a date stays as it is. */
export function describeMoment(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const time = moment.toISOString().slice(11, 16);
  return `${moment.getUTCDate()} ${months[moment.getUTCMonth()] ?? ''} ${moment.getUTCFullYear()}, ${time} UTC`;
}
