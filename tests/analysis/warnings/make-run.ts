// Runs that are quiet but for what a test puts into them.
import { listWarnings } from '@analysis/warnings/warnings';
import type { Warning, WarningKind } from '@shared/report/findings';
import type { TrialReport } from '@shared/report/report';
import { makeCells, type CellTimes } from '../../helpers/make/cells';
import { makeFacts, type FactsShape } from '../../helpers/make/facts';

export type WorkloadFixtures = NonNullable<TrialReport['surroundings']>;

/** Around each trial of 1 s: nothing. */
export const quiet: WorkloadFixtures = {
  spanNs: 1e9,
  othersCpuNs: 8e6,
  others: [],
  stolenNs: 0,
  swappedPages: 0,
  throttledNs: 0,
  thermalThrottles: 0,
  frequencyMhz: 2600,
};

/** Trials with cold times around `ms`, 1 % apart, and with these surroundings, one trial each. */
export function around(
  ms: number,
  surroundings: readonly (WorkloadFixtures | undefined)[],
): CellTimes {
  return {
    coldMs: [],
    others: surroundings.map((told, i) => ({
      coldNs: ms * 1e6 * (1 + ((i % 3) - 1) / 100),
      warmNs: ms * 1e6,
      ...(told !== undefined && { surroundings: told }),
    })),
  };
}

export interface RunShape extends FactsShape {
  readonly serial?: CellTimes;
  readonly threads?: CellTimes;
}

/** Warnings of a run of serial and 2 threads, quiet and of 3 trials each unless told. */
export function warningsOf({ serial, threads, ...shape }: RunShape = {}): readonly Warning[] {
  const plain = around(2000, [quiet, quiet, quiet]);
  const cells = makeCells([{ kind: 'serial' }, { kind: 'threads', workers: 2 }], {
    'serial-1': serial ?? plain,
    'threads-2': threads ?? plain,
  });
  return listWarnings(makeFacts(cells, shape));
}

/** Those of one kind. */
export function ofKind(kind: WarningKind, shape: RunShape): readonly Warning[] {
  return warningsOf(shape).filter((warning) => warning.kind === kind);
}
