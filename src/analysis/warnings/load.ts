// Finds whether other processes used the machine while trials were measured, and which.
import type { Warning, WarningFactOf } from '@shared/report/warnings';
import type { OtherProcess } from '@shared/report/live';
import type { CellReport, TrialReport } from '@shared/report/report';
import { measuredTrials } from '../cells/cells';
import type { RunFacts } from '../cells/records';
import { threadsOf } from '../cells/utilisation';
import { sumWorkerTime } from '../cells/worker-time';
import { warn } from './warn';

/**
 * Cores that others may take on average without a warning: a desktop with many always uses some of
 * them, and one that is burnt must be seen on any.
 */
export const minOtherCores = (usableCores: number): number =>
  Math.min(0.5, Math.max(0.1, usableCores / 40));

/** The kernel may count in ticks of 10 ms: less CPU time in all than 5 of them accuses nobody. */
export const minOtherCpuNs = 50e6;

/** A process is named where it took at least this part of the least that is warned of. */
const minNamed = 0.5;

/** Workers that wait for a core longer than this had to share it. */
const minQueued = 0.05;

interface Others {
  /** Cores taken on average while trials were measured. */
  readonly cores: number;
  /** That is enough for a warning. */
  readonly disturbing: boolean;
  readonly processes: readonly {
    readonly name: string;
    readonly pid: number;
    readonly cores: number;
  }[];
  readonly trials: readonly TrialReport[];
}

interface Watched {
  readonly trial: TrialReport;
  readonly spanNs: number;
  readonly cpuNs: number;
  readonly others: readonly OtherProcess[];
}

function watch(trial: TrialReport): readonly Watched[] {
  const { surroundings } = trial;
  if (surroundings?.othersCpuNs === undefined) return [];
  const { spanNs, othersCpuNs: cpuNs, others = [] } = surroundings;
  return [{ trial, spanNs, cpuNs, others }];
}

/** Returns what others took, over all measured trials together; absent where none holds it. */
function sumOthers({ cells, machine }: RunFacts): Others | undefined {
  const least = minOtherCores(machine.usableCores);
  const watched = cells.flatMap(({ trials }) => measuredTrials(trials).flatMap(watch));
  const spanNs = watched.reduce((sum, entry) => sum + entry.spanNs, 0);
  if (spanNs <= 0) return undefined;
  const cpuNs = watched.reduce((sum, entry) => sum + entry.cpuNs, 0);
  const byPid = new Map<number, OtherProcess>();
  for (const other of watched.flatMap(({ others }) => others)) {
    const known = byPid.get(other.pid)?.cpuNs ?? 0;
    byPid.set(other.pid, { ...other, cpuNs: known + other.cpuNs });
  }
  return {
    cores: cpuNs / spanNs,
    disturbing: cpuNs >= minOtherCpuNs && cpuNs / spanNs >= least,
    processes: [...byPid.values()]
      .map(({ name, pid, cpuNs: own }) => ({ name, pid, cores: own / spanNs }))
      .filter(({ cores }) => cores >= minNamed * least)
      .sort((one, other) => other.cores - one.cores)
      .slice(0, 3),
    trials: watched
      .filter((entry) => entry.cpuNs >= minOtherCpuNs && entry.cpuNs / entry.spanNs >= least)
      .map(({ trial }) => trial),
  };
}

interface Queued {
  readonly cell: CellReport;
  readonly share: number;
}

/** Cells with no more workers than cores, or quota, whose workers had to wait for one all the same. */
function queuedCells({ cells, samples, machine }: RunFacts): readonly Queued[] {
  const times = sumWorkerTime(cells, samples);
  const { usableCores, quotaCores = Infinity } = machine;
  return cells.flatMap((cell) => {
    const share = times.get(cell.id)?.queued ?? 0;
    return threadsOf(cell) <= Math.min(usableCores, quotaCores) && share > minQueued
      ? [{ cell, share }]
      : [];
  });
}

type Load = WarningFactOf<'load'>;

/** Known where at least half of the cores were loaded. */
function loadAverageOf({ loadAverage, usableCores }: RunFacts['machine']): Load['loadAverage'] {
  const load = loadAverage?.[0] ?? 0;
  return load < usableCores / 2 ? undefined : { load, usableCores };
}

/**
 * Load from others: other runs of Corelane, what other processes took while trials ran, who they are, and
 * how long workers waited for a core with no more of them than cores. The load average before the run is
 * asked only where nothing is known of other processes, because an own run just before raises it too.
 */
export function warnOfLoad(facts: RunFacts): Warning[] {
  const found = queuedCells(facts);
  const queued = found.map(({ cell, share }) => ({ cell: cell.id, share }));
  const sum = sumOthers(facts);
  const told = sum !== undefined && (sum.disturbing || queued.length > 0) ? sum : undefined;
  const others = told && {
    cores: told.cores,
    disturbing: told.disturbing,
    processes: [...told.processes],
  };
  const loadAverage = sum === undefined ? loadAverageOf(facts.machine) : undefined;
  const otherRuns = [...(facts.otherRuns ?? [])];
  const nothing = otherRuns.length + queued.length === 0 && told === undefined;
  if (nothing && loadAverage === undefined) return [];
  return [
    warn(
      { kind: 'load', otherRuns, others, queued, loadAverage },
      {
        cells: found.map(({ cell }) => cell),
        trials: told?.disturbing === true ? told.trials : [],
      },
    ),
  ];
}
