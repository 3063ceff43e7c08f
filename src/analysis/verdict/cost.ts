// The verdict's middle: what the way costs against serial, and what limits it.
import type { BottleneckKind, EvidencePlace } from '@shared/report/findings';
import { formatBytes, formatCores, formatDuration, formatRatio } from '@shared/base/format';
import type { CellReport } from '@shared/report/report';
import { listParts, measured, sentence, type Sentence } from './clauses';
import { formatShare, nameCell } from '@shared/words/names';
import { coresInReach, type Cores } from '../cells/utilisation';

interface Loss {
  /** Subject and verb; a share of the time follows. */
  readonly text: string;
  readonly place: EvidencePlace;
}

const losses: Readonly<Record<Exclude<BottleneckKind, 'none'>, Loss>> = {
  'start-up': { text: 'starting and joining take', place: 'phases' },
  messaging: { text: 'handing out tasks and results takes', place: 'phases' },
  imbalance: { text: 'waiting for the last worker takes', place: 'lane' },
  'run-queue': { text: 'waiting for a core takes', place: 'lane' },
  waiting: { text: 'waiting in tasks takes', place: 'lane' },
  'interpreter-lock': { text: 'taking turns, as under an interpreter lock, takes', place: 'lane' },
  memory: { text: 'tasks slowing each other down take', place: 'lane' },
};

/** `starting and joining take 31 % of the time`; `1.9 of 2 cores are busy` where nothing limits it. */
function limit(cell: CellReport, cores: Cores): Sentence {
  const { bottleneck, coresBusy, medianColdNs = Number.NaN } = cell;
  if (bottleneck === undefined) return [];
  const { kind, share } = bottleneck;
  if (kind !== 'none' && share !== undefined) {
    const { text, place } = losses[kind];
    const detail = `${formatDuration(share * medianColdNs)} of ${formatDuration(medianColdNs)}`;
    return [measured(`${text} ${formatShare(share)} of the time`, place, cell, detail)];
  }
  if (coresBusy === undefined) return [];
  const reach = coresInReach(cell, cores);
  const busy = `${formatCores(coresBusy, reach)} ${reach === 1 ? 'is' : 'are'} busy`;
  return [measured(busy, 'row', cell, cell.utilisation ?? bottleneck.fact.text)];
}

function ratioPart(
  one: number | undefined,
  other: number | undefined,
  write: (ratio: string, detail: string) => Sentence,
  figure: (value: number) => string,
): readonly Sentence[] {
  if (one === undefined || other === undefined || !(other > 0)) return [];
  return [write(formatRatio(one / other), `${figure(one)}, serial ${figure(other)}`)];
}

/** CPU time and memory against serial's, and what limits the way. */
export function sayCost(cell: CellReport, serial: CellReport, machine: Cores): Sentence {
  const costs = [
    ...ratioPart(
      cell.medianCpuNs,
      serial.medianCpuNs,
      (ratio, detail) => [measured(`${ratio} the CPU time`, 'row', cell, detail)],
      formatDuration,
    ),
    ...ratioPart(
      cell.medianPeakPssBytes,
      serial.medianPeakPssBytes,
      (ratio, detail) => [measured(`${ratio} the memory`, 'memory', cell, detail)],
      formatBytes,
    ),
  ];
  if (costs.length === 0) return sayLimit(cell, machine);
  const limits = limit(cell, machine);
  return sentence(
    'It costs ',
    ...listParts(costs),
    ' of serial',
    ...(limits.length === 0 ? [] : ['; ', ...limits]),
    '.',
  );
}

/** What limits the way, as a sentence of its own. */
export function sayLimit(cell: CellReport, machine: Cores): Sentence {
  const limits = limit(cell, machine);
  return limits.length === 0 ? [] : sentence(`With ${nameCell(cell)}, `, ...limits, '.');
}
