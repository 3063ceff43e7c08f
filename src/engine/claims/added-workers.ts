// Measures what one more worker costs: time to start and memory, by number of workers, with every strategy.
import { figuresOfRun } from '@analysis/claims/figures-of-run';
import { measurementExperiments } from '@shared/claims/measurements';
import type { ExperimentInput } from '@shared/experiment/experiment';
import type { Measure } from './context';
import { notesOfRun, runExperiment } from './experiment-run';
import { noPython } from './collect-figures';
import { parsed } from './lab';

const workers = [1, 2, 4, 8, 16];

/** The start methods of the first Python; without one only Node.js is measured. */
export const measureAddedWorkers: Measure = async (context) => {
  const [python] = context.interpreters;
  const inPython: ExperimentInput['strategies'] =
    python === undefined
      ? []
      : [
          { kind: 'python-threads', workers, interpreters: [python.id] },
          {
            kind: 'python-processes',
            workers,
            interpreters: [python.id],
            startMethod: python.startMethods,
          },
        ];
  const report = await runExperiment(
    context,
    parsed({
      ...measurementExperiments['added-workers'],
      strategies: [{ kind: 'threads', workers }, { kind: 'processes', workers }, ...inPython],
    }),
  );
  return {
    figures: figuresOfRun(report, ['start', 'pss', 'private']),
    notes: [...(python === undefined ? [noPython] : []), ...notesOfRun(report)],
  };
};
