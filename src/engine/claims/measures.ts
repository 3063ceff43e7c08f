// Every measurement, by name.
import { measureAddedWorkers } from './added-workers';
import type { Measures } from './context';
import { measureCrashing } from './crashing';
import { measureKilling } from './killing';
import { measureCounter } from './counter';
import { measureMessaging } from './messaging';
import { measureProcessor } from './processor';
import { measureSharing } from './sharing';
import { measureTiny } from './tiny';
import { measureWaiting } from './waiting';
import { measureWindow } from './window';

export const measures: Measures = {
  sharing: measureSharing,
  counter: measureCounter,
  processor: measureProcessor,
  'added-workers': measureAddedWorkers,
  waiting: measureWaiting,
  window: measureWindow,
  killing: measureKilling,
  crashing: measureCrashing,
  messaging: measureMessaging,
  tiny: measureTiny,
};
