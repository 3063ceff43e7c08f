// Whether others used the machine while trials were measured, and who.
import type { Warning } from '@shared/report/findings';
import { formatCount, formatFigure } from '@shared/base/format';
import type { OtherProcess } from '@shared/report/live';
import type { CellReport, TrialReport } from '@shared/report/report';
import { otherRunName } from '@shared/wire/run-mark';
import { measuredTrials } from '../cells/cells';
import { labelCell, listSome } from '@shared/words/names';
import type { RunFacts } from '../cells/records';
import { threadsOf } from '../cells/utilisation';
import { sumWorkerTime } from '../cells/worker-time';
import { percent, warn } from './words';

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

/** What others took, over all measured trials together; absent where none tells it. */
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

/** Two decimals, as cores are told everywhere. */
const cores = (number: number): string => `${number.toFixed(2)} ${number === 1 ? 'core' : 'cores'}`;

function nameOthers({ processes }: Others): string {
  const names = processes.map(
    ({ name, pid, cores: own }) =>
      `${name === otherRunName ? name : `“${name}”`} (pid ${pid}), ${cores(own)}`,
  );
  return names.length === 0 ? '' : `, from ${names.join('; ')}`;
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

function describeQueued(queued: readonly Queued[]): readonly string[] {
  const shares = queued.map(
    ({ cell, share }) => `${labelCell(cell)} (${percent(share)} of the time)`,
  );
  return shares.length === 0
    ? []
    : [`Workers waited for a core though there were enough: ${listSome(shares)}.`];
}

function describeLoadAverage({ loadAverage, usableCores }: RunFacts['machine']): readonly string[] {
  const load = loadAverage?.[0] ?? 0;
  return load < usableCores / 2
    ? []
    : [
        `The load average over the last minute was ${formatFigure(load)} on ${formatCount(usableCores, 'usable core')} when the machine was read; a run just before counts in it.`,
      ];
}

function adviceOn({ processes }: Others): string {
  const what = processes.length === 0 ? 'what else runs' : processes.length === 1 ? 'it' : 'them';
  return `Close ${what} and run again.`;
}

/** Two runs at once take each other's cores, memory and caches, whatever a count of CPU time says. */
function describeRuns(pids: readonly number[]): string | undefined {
  if (pids.length === 0) return undefined;
  return pids.length === 1
    ? `Another Corelane run (pid ${pids[0]}) was under way at the same time.`
    : `${pids.length} other Corelane runs (pids ${listSome(pids.map(String))}) were under way at the same time.`;
}

/** Load from others, with the other runs of Corelane first: they are the easiest to do without. */
export function warnOfLoad(facts: RunFacts): Warning[] {
  const { otherRuns = [] } = facts;
  const [load] = warnOfOthers(facts);
  if (otherRuns.length === 0) return load === undefined ? [] : [load];
  // Those that took most are in the sentence about load.
  const untold = otherRuns.filter(
    (pid) => load?.text.includes(`${otherRunName} (pid ${pid})`) !== true,
  );
  const text = [describeRuns(untold) ?? [], load?.text ?? []].flat().join(' ');
  const advice = ['Run one after the other.', load?.advice ?? []].flat().join(' ');
  return [{ ...(load ?? warn('load', text, advice)), text, advice }];
}

/**
 * Load from others: what their processes took while trials ran, who they are, and how long workers
 * waited for a core with no more of them than cores. The load average before the run is asked only
 * where nothing is known of other processes, because an own run just before raises it too.
 */
function warnOfOthers(facts: RunFacts): Warning[] {
  const queued = queuedCells(facts);
  const cells = queued.map(({ cell }) => cell);
  const waits = describeQueued(queued);
  const others = sumOthers(facts);
  if (others?.disturbing === true) {
    const took = `Other processes took ${cores(others.cores)} on average while trials ran${nameOthers(others)}.`;
    const place = { cells, trials: others.trials };
    return [warn('load', [took, ...waits].join(' '), adviceOn(others), place)];
  }
  if (others !== undefined && waits.length > 0) {
    const took = `Other processes that can be seen here took ${cores(others.cores)} meanwhile.`;
    const advice =
      'Leave a core free for the runtime and the instrument; in a container, look what runs outside it.';
    return [warn('load', [...waits, took].join(' '), advice, { cells })];
  }
  const signs = others === undefined ? [...waits, ...describeLoadAverage(facts.machine)] : [];
  const advice = 'Close what else runs, wait a minute and run again.';
  return signs.length === 0 ? [] : [warn('load', signs.join(' '), advice, { cells })];
}
