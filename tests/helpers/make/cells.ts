// Cells with hand-written times, for tests of what is said about them.
import { summariseCells } from '@analysis/cells/cells';
import { expandCells } from '@shared/experiment/cells';
import { experimentSchema, type ExperimentInput } from '@shared/experiment/experiment';
import type { CellReport, TrialReport } from '@shared/report/report';
import { makeTrial } from './trial';

/** Times in milliseconds, and warm ones where they are not the same. */
export interface CellTimes {
  readonly coldMs: readonly number[];
  readonly warmMs?: readonly number[];
  /** Trials besides the timed ones. */
  readonly others?: readonly Partial<TrialReport>[];
  /** Cold and warm times of empty tasks. */
  readonly emptyMs?: readonly number[];
}

/**
 * The strategies' cells on `cores` cores, with the times given for each cell's id. Trials are
 * numbered round by round, as an interleaved run does; the empty ones come last.
 */
export function makeCells(
  strategies: ExperimentInput['strategies'],
  times: Readonly<Record<string, CellTimes>>,
  cores = 2,
): readonly CellReport[] {
  const { placement, strategies: parsed } = experimentSchema.parse({
    version: 1,
    name: 'times',
    workload: { kind: 'powers' },
    strategies,
  });
  const cells = expandCells({ strategies: parsed, placement }, cores);
  const trialIn = (column: number) => (row: number, over: Partial<TrialReport>) => {
    const trial = row * cells.length + column;
    return makeTrial({ trial, order: trial, round: row, ...over });
  };
  const trials = cells.map(({ id }, column) => {
    const { coldMs = [], warmMs = coldMs, others = [] } = times[id] ?? {};
    const timed = coldMs.map((ms, row) => ({
      coldNs: ms * 1e6,
      warmNs: (warmMs[row] ?? ms) * 1e6,
    }));
    const number = trialIn(column);
    return [id, [...timed, ...others].map((over, row) => number(row, over))] as const;
  });
  const rows = Math.max(0, ...trials.map(([, { length }]) => length));
  const emptyTrials = cells.map(({ id }, column) => {
    const number = trialIn(column);
    const empty = (times[id]?.emptyMs ?? []).map((ms, row) =>
      number(rows + row, { coldNs: ms * 1e6, warmNs: ms * 1e6 }),
    );
    return [id, empty] as const;
  });
  return summariseCells({ cells, trials: new Map(trials), emptyTrials: new Map(emptyTrials) });
}
