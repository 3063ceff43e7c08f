// Cells with hand-written times, for tests of what is said about them.
import { summariseCells } from '@analysis/cells';
import { expandCells } from '@shared/cells';
import { experimentSchema, type ExperimentInput } from '@shared/experiment';
import type { CellReport, TrialReport } from '@shared/report';
import { makeTrial } from './make-trial';

/** Times in milliseconds, and warm ones where they are not the same. */
export interface CellTimes {
  readonly coldMs: readonly number[];
  readonly warmMs?: readonly number[];
  /** Trials besides the timed ones. */
  readonly others?: readonly Partial<TrialReport>[];
}

/** The strategies' cells on 2 cores, with the times given for each cell's id. */
export function makeCells(
  strategies: ExperimentInput['strategies'],
  times: Readonly<Record<string, CellTimes>>,
): readonly CellReport[] {
  const { placement, strategies: parsed } = experimentSchema.parse({
    version: 1,
    name: 'times',
    workload: { kind: 'powers' },
    strategies,
  });
  const cells = expandCells({ strategies: parsed, placement }, 2);
  const trials = cells.map(({ id }) => {
    const { coldMs = [], warmMs = coldMs, others = [] } = times[id] ?? {};
    const timed = coldMs.map((ms, round) =>
      makeTrial({ round, coldNs: ms * 1e6, warmNs: (warmMs[round] ?? ms) * 1e6 }),
    );
    return [id, [...timed, ...others.map((over) => makeTrial(over))]] as const;
  });
  return summariseCells({ cells, trials: new Map(trials), emptyTrials: new Map() });
}
