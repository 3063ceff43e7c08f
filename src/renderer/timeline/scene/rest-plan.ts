// Computes the schematic of a planned run, from the plan alone; no figure of it is measured.
import { message } from '@present/messages/message';
import { plannedTrials, type Cell } from '@shared/experiment/cells';
import type { Experiment } from '@shared/experiment/experiment';
import { strategyKinds, strategyRecords, type StrategyKind } from '@shared/experiment/strategies';
import { cellName } from './worker-look';

/** Dashed outlines of one cell: its processes, their lanes, the tasks of a lane. */
export interface PlannedCell {
  readonly strategy: StrategyKind;
  readonly name: string;
  /** Lanes of each process. */
  readonly processes: readonly number[];
  /** Tasks in each lane, in order of the lanes; at most {@link maxBoxes} are drawn. */
  readonly tasksPerLane: number;
}

const maxBoxes = 8;
const shownFirst = strategyKinds.toSorted(
  (one, other) => strategyRecords[one].sketchRank - strategyRecords[other].sketchRank,
);

function widest(cells: readonly Cell[], kind: StrategyKind): Cell | undefined {
  return cells
    .filter((cell) => cell.strategy === kind)
    .reduce<Cell | undefined>(
      (most, cell) => (most === undefined || cell.workers > most.workers ? cell : most),
      undefined,
    );
}

function plannedCell(cell: Cell, tasks: number, maxLanes: number): PlannedCell {
  const { processes, threads, concurrency } = cell.topology;
  const lanesEach = Math.min(threads * concurrency, maxLanes);
  const shown = Math.max(1, Math.min(processes, Math.floor(maxLanes / lanesEach)));
  return {
    strategy: cell.strategy,
    name: cellName(cell),
    processes: Array.from({ length: shown }, () => lanesEach),
    tasksPerLane: Math.min(maxBoxes, Math.ceil(tasks / cell.workers)),
  };
}

/**
 * The widest cell of each strategy for which there is room; of the first two at least a part.
 * @param maxLanes lanes that there is room for, each cell taking half a lane more
 */
export function plannedCells(
  cells: readonly Cell[],
  tasks: number,
  maxLanes: number,
): readonly PlannedCell[] {
  const widestCells = shownFirst.flatMap((kind) => widest(cells, kind) ?? []);
  const least = Math.max(1, Math.floor(maxLanes / Math.max(1, Math.min(2, widestCells.length))));
  const chosen: PlannedCell[] = [];
  let room = maxLanes;
  for (const cell of widestCells) {
    const needed = cell.workers + 0.5;
    if (needed > room && chosen.length >= 2) continue;
    const planned = plannedCell(cell, tasks, Math.min(cell.workers, least));
    room -= planned.processes.reduce((sum, lanes) => sum + lanes, 0.5);
    chosen.push(planned);
  }
  return chosen;
}

/** Returns what pressing Run will do, in one sentence. */
export function describeRestPlan(experiment: Experiment, cells: readonly Cell[]): string {
  return message('rest-plan', {
    tasks: experiment.tasks,
    cells: cells.length,
    trials: plannedTrials(experiment, cells.length),
    least: experiment.until === undefined ? 'no' : 'yes',
    search: experiment.breakEven === undefined ? 'no' : 'yes',
  });
}
