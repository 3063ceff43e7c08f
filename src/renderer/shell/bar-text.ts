// What the bar says. Pure.
import { formatDuration } from '@shared/base/format';
import type { MachineInfo } from '@shared/report/machine';
import type { Report } from '@shared/report/report';
import type { Origin } from '../draft/draft';

/** `2 cores, no quota`; where a process may use fewer than there are, `2 of 8 cores, quota 2.5`. */
export function describeMachine(machine: MachineInfo): string {
  const { usableCores, logicalCores, quotaCores } = machine;
  const cores =
    usableCores === logicalCores
      ? `${usableCores} ${usableCores === 1 ? 'core' : 'cores'}`
      : `${usableCores} of ${logicalCores} cores`;
  return quotaCores === undefined ? `${cores}, no quota` : `${cores}, quota ${quotaCores}`;
}

/** A date as people write it: `22 Nov 2026, 14:07`. */
export function formatDate(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return 'date not known';
  const month = date.toLocaleString('en', { month: 'short' });
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getDate()} ${month} ${date.getFullYear()}, ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** `run of 22 Nov 2026, 14:07, 133 trials, 11 min 42 s`. */
export function describeRun(report: Report): string {
  const trials = report.cells.reduce((sum, cell) => sum + cell.trials.length, 0);
  const count = `${trials} ${trials === 1 ? 'trial' : 'trials'}`;
  const stopped = report.run.status === 'done' ? '' : `, ${report.run.status}`;
  return `run of ${formatDate(report.run.startedAt)}, ${count}, ${formatDuration(report.run.durationNs)}${stopped}`;
}

/** Where a draft of that name came from: a file's name, a preset. */
export function describeOrigin(origin: Origin, name: string): string {
  switch (origin.kind) {
    case 'file':
      return origin.path.split(/[\\/]/).at(-1) ?? origin.path;
    case 'preset':
      return origin.preset.title === name ? 'preset' : `preset ${origin.preset.title}`;
    case 'command':
      return 'from the command line';
    case 'claim':
      return `from claim ${origin.number}`;
  }
}
