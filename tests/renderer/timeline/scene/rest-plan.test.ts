import { problemText } from '@present/words/engine/problems';
import { describe, expect, it } from 'vitest';
import { expandCells } from '@shared/experiment/cells';
import { parseExperiment } from '@shared/experiment/parse-experiment';
import { defaultPreset } from '@shared/experiment/presets';
import { describeRestPlan, plannedCells } from '@renderer/timeline/scene/rest-plan';

describe('the plan at rest', () => {
  const parsed = parseExperiment(defaultPreset.experiment);
  if (!parsed.ok) throw new Error(problemText(parsed.problem));
  const plan = { experiment: parsed.value, cells: expandCells(parsed.value, 8) };

  it('says what Run will do', () => {
    const { until: _, ...fixed } = plan.experiment;
    const one = { ...fixed, tasks: 1, repeats: 1, warmup: 0, emptyRepeats: 0 };
    expect(describeRestPlan(one, plan.cells.slice(0, 1))).toBe(
      'Run does the same task in one cell, 1 trial in all, and draws what each core and worker really did.',
    );
    expect(describeRestPlan(plan.experiment, plan.cells)).toContain('in 5 cells, in random order');
    const until = { precision: 0.02, most: 15, budgetSeconds: 60 };
    const breakEven = { tasks: [2], workers: 'cores' as const, budgetSeconds: 60 };
    expect(describeRestPlan({ ...one, until, breakEven }, plan.cells.slice(0, 1))).toBe(
      'Run does the same task in one cell, at least 1 trial in all, searches the break-even, and draws what each core and worker really did.',
    );
  });

  it('outlines threads and processes first, as many lanes as there is room for', () => {
    const shown = plannedCells(plan.cells, 16, 6);
    expect(shown.map(({ strategy, processes }) => [strategy, processes])).toEqual([
      ['threads', [3]],
      ['processes', [1, 1, 1]],
    ]);
  });

  it('outlines every strategy where there is room', () => {
    const shown = plannedCells(plan.cells, 16, 60);
    expect(shown.map(({ strategy }) => strategy)).toEqual([
      'threads',
      'processes',
      'hybrid',
      'async',
      'serial',
    ]);
    expect(shown[0]).toMatchObject({ processes: [8], tasksPerLane: 2 });
    expect(shown[2]?.processes).toEqual([2, 2]);
  });
});
