import { describe, expect, it } from 'vitest';
import { planRun } from '@engine/plan';
import { parseExperiment } from '@shared/parse-experiment';
import type { Experiment } from '@shared/experiment';

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
    seed: 7,
    ...extra,
  });
  if (!parsed.ok) throw new Error(parsed.problem.message);
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
