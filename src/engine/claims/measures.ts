// Every measurement, by name.
import type { Measure, Measures } from './context';
import { measureProcessor } from './processor';
import { measureSharing } from './sharing';

const notYet: Measure = () => Promise.resolve({ figures: [], notes: ['It is not measured yet.'] });

export const measures: Measures = {
  sharing: measureSharing,
  counter: notYet,
  processor: measureProcessor,
  'added-workers': notYet,
  waiting: notYet,
  window: notYet,
  killing: notYet,
  crashing: notYet,
  messaging: notYet,
  tiny: notYet,
};
