// The article's functions as written, and the size of a task from which workers pay.
import { figuresOfRun } from '@analysis/claims/figures-of-run';
import type { Measure } from './context';
import { notesOfRun, runExperiment } from './experiment-run';
import { lab } from './lab';
import { notesOfSearch, paysFigures } from './pays';

export const measureTiny: Measure = async (context) => {
  const report = await runExperiment(context, lab('tiny'));
  return {
    figures: [...figuresOfRun(report, ['elapsed']), ...paysFigures(report)],
    notes: [...notesOfRun(report), ...notesOfSearch(report)],
  };
};
