// Plans what an experiment will run, and in which order. Pure: `--dry-run` prints it.
import { defined } from '@shared/base/defined';
import { Failed } from '../trial/failed';
import { expandCells, type Cell } from '@shared/experiment/cells';
import { limits, type Experiment } from '@shared/experiment/experiment';
import type { PlannedTrial } from '@shared/report/live';
import type { Interpreter } from '@shared/experiment/python';
import { createRandom, shuffle } from '../random';

export interface Plan {
  readonly cells: readonly Cell[];
  /** Every trial in the order it will run. */
  readonly order: readonly PlannedTrial[];
}

/** A trial of a round before it has its place. */
interface Entry {
  readonly cell: string;
  readonly empty: boolean;
}

interface Round {
  readonly round: number;
  readonly warmup: boolean;
  /** Number of its first trial. */
  readonly firstTrial: number;
}

function placeRound(
  entries: readonly Entry[],
  random: () => number,
  { round, warmup, firstTrial }: Round,
): PlannedTrial[] {
  return shuffle(entries, random).map(({ cell, empty }, index) => ({
    trial: firstTrial + index,
    cell,
    round,
    warmup,
    ...defined({ empty: empty || undefined }),
  }));
}

/** Returns how many of `all` belong into part `index` of `parts`, so that they are spread evenly. */
function evenShare(all: number, parts: number, index: number): number {
  return Math.floor(((index + 1) * all) / parts) - Math.floor((index * all) / parts);
}

/**
 * Rounds of one trial of every cell each, shuffled by the seed: whatever drifts while the run goes
 * on hits all cells alike. Warm-up rounds come first and are marked. The trials of empty tasks are
 * spread evenly over the measured rounds and shuffled among the others.
 * @param cores the value of `"cores"` in the experiment
 * @param interpreters the Pythons found here
 */
export function planRun(
  experiment: Experiment,
  cores: number,
  interpreters: readonly Interpreter[] = [],
): Plan {
  const { warmup, repeats, emptyRepeats, seed } = experiment;
  const cells = expandCells(experiment, cores, interpreters);
  const random = createRandom(seed);
  const order: PlannedTrial[] = [];
  for (let round = 0; round < warmup + repeats; round += 1) {
    const empties = round < warmup ? 0 : evenShare(emptyRepeats, repeats, round - warmup);
    const entries = [false, ...new Array<boolean>(empties).fill(true)].flatMap((empty) =>
      cells.map(({ id }) => ({ cell: id, empty })),
    );
    const place = { round, warmup: round < warmup, firstTrial: order.length };
    order.push(...placeRound(entries, random, place));
  }
  return { cells, order };
}

/**
 * Throws where a cell would have more workers than allowed: with `"cores"` that depends on the machine.
 */
export function checkSizes(cells: readonly Cell[]): void {
  const { max } = limits.workers;
  for (const { id, topology } of cells) {
    const workers = topology.processes * topology.threads;
    if (workers > max) {
      throw new Failed({ code: 'run-too-large', args: { cell: id, workers, most: max } });
    }
  }
}

/** One more round, after those planned first, of some cells only; `random` shuffles it. */
export function planMore(
  cells: readonly string[],
  random: () => number,
  place: Omit<Round, 'warmup'>,
): readonly PlannedTrial[] {
  const entries = cells.map((cell) => ({ cell, empty: false }));
  return placeRound(entries, random, { ...place, warmup: false });
}
