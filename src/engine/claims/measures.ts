// Every measurement, by name.
import { measureAddedWorkers } from './added-workers';
import type { Measure, Measures } from './context';
import { measureCounter } from './counter';
import { measureMessaging } from './messaging';
import { measureProcessor } from './processor';
import { measureSharing } from './sharing';
import { measureTiny } from './tiny';
import { measureWaiting } from './waiting';
import { measureWindow } from './window';

const notYet: Measure = () => Promise.resolve({ figures: [], notes: ['It is not measured yet.'] });

export const measures: Measures = {
  sharing: measureSharing,
  counter: measureCounter,
  processor: measureProcessor,
  'added-workers': measureAddedWorkers,
  waiting: measureWaiting,
  window: measureWindow,
  killing: notYet,
  crashing: notYet,
  messaging: measureMessaging,
  tiny: measureTiny,
};
