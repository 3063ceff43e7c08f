// Work that waits: how long, and at what cost in CPU time, every strategy takes.
import { figuresOfRun } from '@analysis/claims/figures-of-run';
import type { Measure } from './context';
import { notesOfRun, runExperiment } from './experiment-run';
import { lab } from './lab';

export const measureWaiting: Measure = async (context) => {
  const report = await runExperiment(context, lab('waiting'));
  return {
    figures: figuresOfRun(report, ['elapsed', 'cpu', 'speedup']),
    notes: notesOfRun(report),
  };
};
