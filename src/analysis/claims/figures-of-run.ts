// Reads the figures of a claim from the report of a run: one for each cell and quantity.
import type { Figure, FigureUnit } from '@shared/claims/claims';
import { namedCell, runtimeOf } from '@shared/experiment/cells';
import type { CellReport, Report, TrialReport } from '@shared/report/report';
import { baseStrategyOf } from '@shared/experiment/strategies';
import { coresBusy, measuredTrials } from '../cells/cells';
import { median } from '../stats/quantile';
import { figureOf } from './figure';

interface Quantity {
  readonly unit: FigureUnit;
  /** Its value in one trial; `serialNs` is the median cold time of the same runtime's serial cell. */
  readonly of: (trial: TrialReport, serialNs: number | undefined) => number | undefined;
}

function ratio(over: number | undefined, under: number | undefined): number | undefined {
  return over === undefined || under === undefined || under === 0 ? undefined : over / under;
}

/** What a run can measure, cold times throughout. */
const quantities = {
  /** Serial's median time over the trial's. */
  speedup: { unit: 'times', of: ({ coldNs }, serialNs) => ratio(serialNs, coldNs) },
  'cores-busy': { unit: 'cores', of: coresBusy },
  elapsed: { unit: 'ns', of: ({ coldNs }) => coldNs },
  cpu: {
    unit: 'ns',
    of: ({ cpuUserNs, cpuSystemNs }) =>
      cpuUserNs === undefined || cpuSystemNs === undefined ? undefined : cpuUserNs + cpuSystemNs,
  },
  /** From the decision until every worker is ready. */
  start: {
    unit: 'ns',
    of: ({ phases }) => (phases === undefined ? undefined : phases.spawnNs + phases.readyNs),
  },
  pss: { unit: 'bytes', of: ({ peakPssBytes }) => peakPssBytes },
  private: { unit: 'bytes', of: ({ peakPrivateBytes }) => peakPrivateBytes },
} as const satisfies Record<string, Quantity>;

export type RunQuantity = keyof typeof quantities;

/** The strategy's name for rules: the family, with what distinguishes it from others of its runtime. */
export function variantName({ strategy, python, placement }: CellReport): string {
  const family = strategy === 'python-interpreters' ? 'interpreters' : baseStrategyOf(strategy);
  const how = python?.startMethod === undefined ? '' : `-${python.startMethod}`;
  return `${family}${how}${placement === 'main' ? '-main' : ''}`;
}

/** One figure for each cell that was measured and each quantity asked for; `x` is its workers. */
export function figuresOfRun(
  { cells }: Pick<Report, 'cells'>,
  wanted: readonly RunQuantity[],
): readonly Figure[] {
  return cells.flatMap((cell) => {
    const runtime = runtimeOf(cell);
    const serial = cells.find(
      (other) => baseStrategyOf(other.strategy) === 'serial' && runtimeOf(other) === runtime,
    );
    const serialNs = median(
      measuredTrials(serial?.trials ?? []).flatMap(({ coldNs }) => coldNs ?? []),
    );
    return wanted.flatMap((quantity) => {
      const { unit, of } = quantities[quantity] as Quantity;
      const values = measuredTrials(cell.trials).flatMap((trial) => of(trial, serialNs) ?? []);
      const raw = {
        quantity,
        variant: variantName(cell),
        label: namedCell(cell),
        strategy: cell.strategy,
        unit,
        x: cell.workers,
        values,
      };
      return figureOf(raw, runtime) ?? [];
    });
  });
}
