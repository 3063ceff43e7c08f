// Finds where the instrument itself reaches its limits: the clock, and samples that did not come.
import type { Warning } from '@shared/report/warnings';
import type { CellReport, ReportSamples, TrialReport } from '@shared/report/report';
import { measuredTrials, medianTrial } from '../cells/cells';
import { median } from '../stats/quantile';
import type { RunFacts } from '../cells/records';
import { warn } from './warn';

/**
 * What one reading of the clock takes, where the run has no empty tasks that show it: measured with Node 20
 * at 2.6 GHz, 53 to 79 ns.
 */
const usualReadNs = 60;

/** A task, and a cold time, should be as long as this many readings. */
const minTaskReads = 40;
const minColdReads = 100;

/** Share of the samples that may be missing without a warning. */
const maxMissed = 0.05;

/** In a trial with fewer samples than this, one missed is no sign. */
const minSamples = 20;

const spansOf = ({ spans: { startNs, endNs } }: TrialReport): readonly number[] =>
  startNs.map((start, row) => (endNs[row] ?? start) - start);

/**
 * Returns what a reading of the clock adds to a span: the shortest that a task which does nothing was seen to
 * take, which is the step of a coarse clock. Times of 0 between two such steps say nothing.
 */
function clockReadNs(cells: readonly CellReport[]): number {
  let least = Infinity;
  for (const trial of cells.flatMap(({ emptyTrials }) => measuredTrials(emptyTrials))) {
    const { taskTimes } = trial;
    const lengths = taskTimes === undefined ? spansOf(trial) : [taskTimes.leastNs ?? 0];
    for (const ns of lengths) if (ns > 0 && ns < least) least = ns;
  }
  return least < Infinity ? least : usualReadNs;
}

function warnCoarseTimer({ cells }: RunFacts): Warning[] {
  const readNs = clockReadNs(cells);
  const shorter = (reads: number, of: (cell: CellReport) => number | undefined) =>
    cells.flatMap((cell) => {
      const ns = of(cell);
      return ns === undefined || ns >= reads * readNs ? [] : [{ cell, ns }];
    });
  const tasks = shorter(minTaskReads, (cell) => {
    const trial = medianTrial(cell);
    return trial && (trial.taskTimes?.medianNs ?? median(spansOf(trial)));
  });
  const whole = shorter(minColdReads, ({ medianColdNs }) => medianColdNs);
  if (tasks.length + whole.length === 0) return [];
  const list = (found: readonly { readonly cell: CellReport; readonly ns: number }[]) =>
    found.map(({ cell, ns }) => ({ cell: cell.id, ns }));
  return [
    warn(
      { kind: 'coarse-timer', readNs, tasks: list(tasks), cold: list(whole) },
      { cells: cells.filter((cell) => [...tasks, ...whole].some((found) => found.cell === cell)) },
    ),
  ];
}

/** Rows of the cores' samples, which are in the order of time, that end within the trial. */
function* rowsWithin({ atNs }: ReportSamples['cores'], trial: TrialReport): Generator<number> {
  let low = 0;
  let high = atNs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((atNs[middle] as number) < (trial.startNs ?? Infinity)) low = middle + 1;
    else high = middle;
  }
  for (let row = low; (atNs[row] ?? Infinity) <= trial.endNs; row += 1) yield row;
}

/** A row that covers several periods stands for those missed before it. */
function missedShare(cores: ReportSamples['cores'], trial: TrialReport, periodNs: number): number {
  let due = 0;
  let taken = 0;
  for (const row of rowsWithin(cores, trial)) {
    due += Math.max(1, Math.round((cores.spanNs[row] ?? 0) / periodNs));
    taken += 1;
  }
  return due < minSamples ? 0 : 1 - taken / due;
}

function warnMissed({ cells, samples, sampler }: RunFacts): Warning[] {
  // The cores are read less often than the workers: how often, their rows show.
  const periodNs = median(samples.cores.spanNs) ?? Infinity;
  // Rows that were joined can't be distinguished from rows that stand for missed ones.
  const told = samples.reduced?.cores === undefined;
  const found = (told ? cells : [])
    .flatMap(({ trials }) => measuredTrials(trials))
    .map((trial) => ({ trial, share: missedShare(samples.cores, trial, periodNs) }))
    .filter(({ share }) => share > maxMissed);
  const { missed = 0, ticks = 0, worstLateNs = 0 } = sampler ?? {};
  const due = missed + ticks;
  const run = missed > maxMissed * due ? { missed, due, worstLateNs } : undefined;
  if (run === undefined && found.length === 0) return [];
  const most = Math.max(...found.map(({ share }) => share));
  const trials = found.length === 0 ? undefined : { trials: found.length, most };
  return [
    warn(
      { kind: 'missed-samples', limit: maxMissed, run, trials },
      { trials: found.map(({ trial }) => trial) },
    ),
  ];
}

/** A clock too coarse for the tasks, and missed samples. */
export function warnOfInstrument(facts: RunFacts): Warning[] {
  return [...warnCoarseTimer(facts), ...warnMissed(facts)];
}
