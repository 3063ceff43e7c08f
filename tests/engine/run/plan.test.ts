import { problemText } from '@present/words/engine/problems';
import { describe, expect, it } from 'vitest';
import { checkSizes, planMore, planRun } from '@engine/run/plan';
import { createRandom } from '@engine/random';
import { parseExperiment } from '@shared/experiment/parse-experiment';
import type { Experiment } from '@shared/experiment/experiment';

function experiment(extra: object = {}): Experiment {
  const parsed = parseExperiment({
    version: 1,
    name: 'plan',
    workload: { kind: 'wait' },
    strategies: [
      { kind: 'serial' },
      { kind: 'threads', workers: [2, 4] },
      { kind: 'processes', workers: 'cores' },
    ],
    repeats: 3,
    warmup: 1,
    emptyRepeats: 0,
    seed: 7,
    ...extra,
  });
  if (!parsed.ok) throw new Error(problemText(parsed.problem));
  return parsed.value;
}

describe('planRun', () => {
  it('runs every cell once a round, warm-up rounds first', () => {
    const { cells, order } = planRun(experiment(), 8);
    expect(cells.map(({ id }) => id)).toEqual([
      'serial-1',
      'threads-2',
      'threads-4',
      'processes-8',
    ]);
    expect(order).toHaveLength(16);
    for (let round = 0; round < 4; round += 1) {
      const trials = order.filter((trial) => trial.round === round);
      expect(new Set(trials.map(({ cell }) => cell)).size).toBe(4);
      expect(trials.every(({ warmup }) => warmup === (round === 0))).toBe(true);
    }
    expect(order.map(({ trial }) => trial)).toEqual(order.map((_, index) => index));
  });

  it('gives the same order for the same seed and another for another', () => {
    const names = (seed: number): string[] =>
      planRun(experiment({ seed }), 2).order.map(({ cell }) => cell);
    expect(names(7)).toEqual(names(7));
    expect(names(7)).not.toEqual(names(8));
  });

  it('does not run the rounds all in one order', () => {
    const { order } = planRun(experiment({ repeats: 20 }), 2);
    const firsts = new Set(order.filter((_, index) => index % 4 === 0).map(({ cell }) => cell));
    expect(firsts.size).toBeGreaterThan(1);
  });

  it.each([
    [3, 3],
    [5, 3],
    [2, 7],
    [4, 0],
  ])('spreads the empty trials over %i measured rounds: %i of each cell', (repeats, empties) => {
    const { cells, order } = planRun(experiment({ repeats, emptyRepeats: empties }), 2);
    const empty = order.filter((trial) => trial.empty === true);
    for (const { id } of cells) {
      expect(empty.filter(({ cell }) => cell === id)).toHaveLength(empties);
    }
    expect(empty.filter(({ warmup }) => warmup)).toEqual([]);
    expect(order).toHaveLength(cells.length * (1 + repeats + empties));
    const perRound = Array.from(
      { length: repeats },
      (_, round) => empty.filter((trial) => trial.round === round + 1).length / cells.length,
    );
    expect(Math.max(...perRound) - Math.min(...perRound)).toBeLessThanOrEqual(1);
  });

  it('shuffles empty trials among the others of their round', () => {
    const { order } = planRun(experiment({ repeats: 8, emptyRepeats: 8 }), 2);
    const firstOfRounds = order.filter(
      ({ round }, index) => round > 0 && order[index - 1]?.round !== round,
    );
    expect(new Set(firstOfRounds.map(({ empty }) => empty === true)).size).toBe(2);
  });

  it('plans a cell named twice once', () => {
    const { cells } = planRun(
      experiment({
        strategies: [
          { kind: 'threads', workers: [2, 2] },
          { kind: 'threads', workers: 'cores' },
        ],
      }),
      2,
    );
    expect(cells).toHaveLength(1);
  });
});

describe('planMore', () => {
  it('gives one trial of each cell, numbered on, in seeded order', () => {
    const cells = ['a', 'b', 'c', 'd', 'e'];
    const plan = (seed: number) =>
      planMore(cells, createRandom(seed), { round: 6, firstTrial: 40 });
    const order = plan(3);
    expect(order.map(({ trial }) => trial)).toEqual([40, 41, 42, 43, 44]);
    expect(order.map(({ cell }) => cell).sort()).toEqual(cells);
    for (const trial of order) expect(trial).toMatchObject({ round: 6, warmup: false });
    expect(plan(3)).toEqual(order);
    const orders = [1, 2, 3, 4, 5].map((seed) =>
      plan(seed)
        .map(({ cell }) => cell)
        .join(''),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
  });
});

describe('checkSizes', () => {
  it('refuses more workers than allowed, where only the cores tell how many', () => {
    const strategies = [{ kind: 'hybrid', processes: 'cores', threads: 4 }];
    const { cells } = planRun(experiment({ strategies }), 64);
    expect(() => checkSizes(cells)).not.toThrow();
    const { cells: larger } = planRun(experiment({ strategies }), 96);
    expect(() => checkSizes(larger)).toThrow(
      expect.objectContaining({
        failure: { code: 'run-too-large', args: { cell: 'hybrid-96x4', workers: 384, most: 256 } },
      }),
    );
  });
});
