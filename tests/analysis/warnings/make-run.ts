// Runs that are quiet but for what a test puts into them.
import { listWarnings } from '@analysis/warnings/warnings';
import type { RunFacts } from '@analysis/cells/records';
import { sayWarnings } from '@present/words/warnings';
import type { Warning, WarningKind } from '@shared/report/warnings';
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

/** A warning with the words that readers have. */
export type ToldWarning = Omit<Warning, 'fact'> & {
  readonly text: string;
  readonly advice: string;
};

/** The warnings of a run in words. */
export function tell(facts: RunFacts): readonly ToldWarning[] {
  const said = sayWarnings({ warnings: listWarnings(facts), cells: [...facts.cells] });
  return said.map(({ warning: { fact: _, ...warning }, text, advice }) => ({
    ...warning,
    ...{ text, advice },
  }));
}

/** Warnings of a run of serial and 2 threads, quiet and of 3 trials each unless told. */
export function warningsOf({ serial, threads, ...shape }: RunShape = {}): readonly ToldWarning[] {
  const plain = around(2000, [quiet, quiet, quiet]);
  const cells = makeCells([{ kind: 'serial' }, { kind: 'threads', workers: 2 }], {
    'serial-1': serial ?? plain,
    'threads-2': threads ?? plain,
  });
  return tell(makeFacts(cells, shape));
}

/** Those of one kind. */
export function ofKind(kind: WarningKind, shape: RunShape): readonly ToldWarning[] {
  return warningsOf(shape).filter((warning) => warning.kind === kind);
}
