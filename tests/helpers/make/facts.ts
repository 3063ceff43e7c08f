// What warnings and the verdict follow from, around cells made by hand.
import type { RunFacts } from '@analysis/cells/records';
import { experimentSchema, type ExperimentInput } from '@shared/experiment/experiment';
import type { CellReport } from '@shared/report/report';
import { makeMachine } from './report';
import { makeSamples } from './samples';

/** Facts that replace the plain ones; of the experiment, only what a test is about. */
export interface FactsShape extends Partial<Omit<RunFacts, 'cells' | 'experiment'>> {
  readonly experiment?: Partial<ExperimentInput>;
}

/** A quiet run on 2 cores that left these cells, with no samples and 3 repeats. */
export function makeFacts(cells: readonly CellReport[], shape: FactsShape = {}): RunFacts {
  const { experiment, ...over } = shape;
  return {
    experiment: experimentSchema.parse({
      version: 1,
      name: 'facts',
      workload: { kind: 'powers' },
      strategies: [{ kind: 'serial' }],
      repeats: 3,
      ...experiment,
    }),
    machine: makeMachine(),
    cells,
    trials: new Map(cells.map(({ id, trials }) => [id, trials])),
    emptyTrials: new Map(cells.map(({ id, emptyTrials }) => [id, emptyTrials])),
    samples: makeSamples([], [0, 1], 1e8),
    scaling: [],
    ...over,
  };
}
