// Computes what a report's tables show, as plain figures: window, terminal and files draw these.
import { message } from '../messages/message';
import { defined } from '@shared/base/defined';
import { runtimeOf } from '@shared/experiment/cells';
import { formatRatio } from '../locale/format';
import type { CellReport, Summary, TrialReport } from '@shared/report/report';
import type { StrategyKind } from '@shared/experiment/strategies';
import { medianInterval, type Interval } from '@analysis/stats/bootstrap';
import { failedAmong, measuredTrials, trialTimes, type Basis } from '@analysis/cells/cells';
import { chooseCell, compareCells, medianTime, type Choice } from '@analysis/cells/choice';
import { variantOf } from '@shared/report/variants';
import { labelCell, labelCount, labelStrategy } from '../names/cells';

/** One row of the results table. What no trial holds is absent. */
export interface ResultRow {
  readonly id: string;
  readonly strategy: StrategyKind;
  /** `threads`, `py 3.12 threads`. */
  readonly variant: string;
  /** `8`, `4×2`, `8 main`. */
  readonly count: string;
  /** `threads 8`, `hybrid 4×2`. */
  readonly label: string;
  /** Trials that were measured and succeeded, and failed ones; a stop is neither. */
  readonly trials: number;
  readonly failed: number;
  /** Times of the measured trials on the basis of the rows, in their order. */
  readonly times: readonly TrialTime[];
  readonly summary?: Summary;
  /** 95 % interval of the median time, or with few trials their range. */
  readonly interval?: Interval;
  /** Serial's median time over this one's, on the basis of the rows. */
  readonly speedup?: number;
  /** The same of the warm times, whatever the basis. */
  readonly speedupWarm?: number;
  /**
   * It is the strategy to use: of those that no other was found faster than, the one with the lowest resource use.
   * None is where too few trials were measured to say.
   */
  readonly chosen: boolean;
  /**
   * `fastest`, `needs least`, or against the chosen one: `no difference found`, `1.07× the time`;
   * empty where there are fewer than 3 trials to compare.
   */
  readonly note: string;
  readonly cpuNs?: number;
  readonly coresBusy?: number;
  readonly peakPssBytes?: number;
  readonly privateBytes?: number;
  readonly sharedBytes?: number;
}

/** A measured trial's time. */
export interface TrialTime {
  readonly trial: number;
  readonly ns: number;
  /** Its cold time is far from the cell's others; it counts like them. */
  readonly outlier: boolean;
}

function noteOn(cell: CellReport, choice: Choice | undefined, basis: Basis): string {
  if (choice === undefined || medianTime(cell, basis) === undefined) return '';
  if (cell === choice.fastest) return message('results-fastest');
  if (cell === choice.cell) return message('results-cheapest');
  const comparison = compareCells(cell, choice.cell, basis);
  if (comparison?.p === undefined) return '';
  return comparison.answer === 'no-difference'
    ? message('results-no-difference')
    : message('results-times', { ratio: formatRatio(comparison.ratio.ratio) });
}

function resultRow(cell: CellReport, choice: Choice | undefined, basis: Basis): ResultRow {
  const interval = medianInterval(trialTimes(cell.trials, basis));
  const summary = cell[basis];
  const speedup = basis === 'cold' ? cell.speedupCold : cell.speedup;
  const pss = cell.medianPeakPssBytes;
  const own = cell.medianPeakPrivateBytes;
  return {
    id: cell.id,
    strategy: cell.strategy,
    variant: labelStrategy(cell),
    count: labelCount(cell),
    label: labelCell(cell),
    trials: measuredTrials(cell.trials).length,
    failed: failedAmong(cell.trials).length,
    times: measuredTrials(cell.trials).flatMap(({ trial, coldNs, warmNs }) => {
      const ns = basis === 'cold' ? coldNs : warmNs;
      const outlier = basis === 'cold' && cell.outliers.includes(trial);
      return ns === undefined ? [] : [{ trial, ns, outlier }];
    }),
    chosen: choice?.decided === true && cell === choice.cell,
    note: noteOn(cell, choice, basis),
    ...defined({
      summary,
      interval,
      speedup,
      speedupWarm: cell.speedup,
      cpuNs: cell.medianCpuNs,
      coresBusy: cell.coresBusy,
      peakPssBytes: pss,
      privateBytes: own,
      sharedBytes: pss === undefined || own === undefined ? undefined : Math.max(0, pss - own),
    }),
  };
}

/**
 * Rows of the results table, one runtime after another: in each the fastest median time first, what has
 * none last.
 * @param basis the time they are ranked, compared and shown by
 */
export function resultRows(
  cells: readonly CellReport[],
  basis: Basis = 'cold',
): readonly ResultRow[] {
  const runtimes = [...new Set(cells.map(runtimeOf))];
  return runtimes.flatMap((runtime) => {
    const own = cells.filter((cell) => runtimeOf(cell) === runtime);
    const choice = chooseCell(own, basis);
    const ranking = choice?.ranking ?? [];
    const untimed = own.filter((cell) => !ranking.includes(cell));
    return [...ranking, ...untimed].map((cell) => resultRow(cell, choice, basis));
  });
}

/**
 * Of every strategy (with its placement and Python) the first row, which is its fastest worker count, and
 * the row of the strategy to use.
 */
export function bestOfEach(
  rows: readonly ResultRow[],
  cells: readonly CellReport[],
): readonly ResultRow[] {
  const seen = new Set<string>();
  return rows.filter(({ id, strategy, chosen }) => {
    const cell = cells.find((one) => one.id === id);
    const variant = cell === undefined ? strategy : variantOf(cell);
    const first = !seen.has(variant);
    seen.add(variant);
    return first || chosen;
  });
}

/** `304–328`, or `range 304–328` where figures are too few for a 95 % interval. */
export function writeInterval(
  { low, high, confidence }: Interval,
  write: (value: number) => string,
  form: 'dash' | 'words' = 'dash',
): string {
  const ends = { from: write(low), to: write(high) };
  const interval = form === 'dash' ? message('range-dash', ends) : message('range', ends);
  return confidence === undefined ? interval : message('results-interval-range', { interval });
}

/** A trial that did not end well, with its cell. */
export interface FailedTrial {
  readonly label: string;
  readonly trial: TrialReport;
}

/** Trials that did not end well, in the order of the run. */
export function failedTrials(cells: readonly CellReport[]): readonly FailedTrial[] {
  return cells
    .flatMap((cell) => cell.trials.map((trial) => ({ label: labelCell(cell), trial })))
    .filter(({ trial }) => trial.status !== 'ok')
    .sort((one, other) => one.trial.order - other.trial.order);
}
