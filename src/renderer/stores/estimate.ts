// How long a run may take: only from what was measured here, for the same work. Pure.
import type { Cell } from '@shared/cells';
import type { Experiment } from '@shared/experiment';
import type { Report } from '@shared/report';
import type { StrategyKind } from '@shared/strategies';

/** A strategy's share of a run. */
export interface Share {
  readonly kind: StrategyKind;
  readonly trials: number;
  /** Absent where this machine hasn't measured every cell of it. */
  readonly ns?: number;
}

function sameWork(a: Experiment, b: Experiment): boolean {
  const work = ({ workload, tasks, schedule }: Experiment): string =>
    JSON.stringify([workload, tasks, schedule]);
  return work(a) === work(b);
}

/** Time between trials (fresh hosts starting) per trial of a report's run. */
function overheadNs(report: Report): number {
  const trials = report.cells.flatMap((cell) => cell.trials);
  const cold = trials.reduce((sum, trial) => sum + (trial.coldNs ?? 0), 0);
  return trials.length === 0 ? 0 : Math.max(0, report.run.durationNs - cold) / trials.length;
}

/**
 * Each strategy's trials and, if `report` measured all of its cells with the same work, its time:
 * the median cold time and the time between trials, as often as the run will repeat them.
 */
export function sharesOf(
  experiment: Experiment,
  cells: readonly Cell[],
  report: Report | undefined,
): readonly Share[] {
  const rounds = experiment.repeats + experiment.warmup;
  const measured =
    report !== undefined && sameWork(experiment, report.experiment) ? report : undefined;
  const between = measured === undefined ? 0 : overheadNs(measured);
  const shares = new Map<StrategyKind, Share>();
  for (const cell of cells) {
    const cold = measured?.cells.find(({ id }) => id === cell.id)?.medianColdNs;
    const before = shares.get(cell.strategy);
    const trials = (before?.trials ?? 0) + rounds;
    const known = cold !== undefined && (before === undefined || before.ns !== undefined);
    const ns = known ? { ns: (before?.ns ?? 0) + (cold + between) * rounds } : {};
    shares.set(cell.strategy, { kind: cell.strategy, trials, ...ns });
  }
  return [...shares.values()];
}

/** The whole run's time in nanoseconds; absent where a share is not known. */
export function totalNs(shares: readonly Share[]): number | undefined {
  if (shares.length === 0) return undefined;
  return shares.reduce<number | undefined>(
    (sum, share) => (sum === undefined || share.ns === undefined ? undefined : sum + share.ns),
    0,
  );
}

/** What one task took in `report`, run one after another; absent where it did other work. */
export function serialTaskNs(
  experiment: Experiment,
  report: Report | undefined,
): number | undefined {
  if (report === undefined) return undefined;
  const work = ({ workload }: Experiment): string => JSON.stringify(workload);
  if (work(experiment) !== work(report.experiment)) return undefined;
  const serial = report.cells.find(({ strategy }) => strategy === 'serial')?.medianWarmNs;
  return serial === undefined ? undefined : serial / report.experiment.tasks;
}
