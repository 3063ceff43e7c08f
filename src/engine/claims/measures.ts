// Every measurement, by name.
import { measureAddedWorkers } from './added-workers';
import type { Measure, Measures } from './context';
import { measureCrashing } from './crashing';
import { measureKilling } from './killing';
import { measureProcessor } from './processor';
import { measureSharing } from './sharing';
import { measureTiny } from './tiny';
import { measureWaiting } from './waiting';
import { measureWindow } from './window';

const notYet: Measure = () => Promise.resolve({ figures: [], notes: ['It is not measured yet.'] });

export const measures: Measures = {
  sharing: measureSharing,
  counter: notYet,
  processor: measureProcessor,
  'added-workers': measureAddedWorkers,
  waiting: measureWaiting,
  window: measureWindow,
  killing: measureKilling,
  crashing: measureCrashing,
  messaging: notYet,
  tiny: measureTiny,
};
