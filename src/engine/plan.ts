// From an experiment to what will be done, in which order. Pure: `--dry-run` prints it.
import { expandCells, type Cell } from '@shared/cells';
import type { Experiment } from '@shared/experiment';
import type { PlannedTrial } from '@shared/live';
import { createRandom, shuffle } from './random';

export interface Plan {
  readonly cells: readonly Cell[];
  /** Every trial in the order it will run. */
  readonly order: readonly PlannedTrial[];
}

/**
 * Rounds of one trial of every cell each, shuffled by the seed: whatever drifts while the run goes
 * on hits all cells alike. Warm-up rounds come first and are marked.
 * @param cores what `"cores"` in the experiment comes to
 */
export function planRun(experiment: Experiment, cores: number): Plan {
  const cells = expandCells(experiment, cores);
  const random = createRandom(experiment.seed);
  const rounds = experiment.warmup + experiment.repeats;
  const order: PlannedTrial[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const cell of shuffle(cells, random)) {
      order.push({
        trial: order.length,
        cell: cell.id,
        round,
        warmup: round < experiment.warmup,
      });
    }
  }
  return { cells, order };
}
