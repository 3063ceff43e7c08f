// What limits the figures of a run: one closed set of warnings, each from what was recorded, with
// its figures and with what to do about it.
import type { Warning, WarningKind } from '@shared/findings';
import type { RunFacts } from './records';
import { warnOfInstrument } from './warnings/instrument';
import { warnOfLoad } from './warnings/load';
import { warnOfMachine } from './warnings/machine';
import { warnOfSpread } from './warnings/spread';
import { warnOfStandstill } from './warnings/standstill';
import { warnOfTrials } from './warnings/trials';

/** The gravest first: what is missing, then what disturbs, then what only blurs. */
const gravity: Readonly<Record<WarningKind, number>> = {
  'failed-trials': 0,
  'ended-early': 1,
  'not-measured': 2,
  'few-trials': 3,
  'stood-still': 4,
  load: 5,
  throttling: 6,
  swap: 7,
  drift: 8,
  modes: 9,
  imprecise: 10,
  'coarse-timer': 11,
  quota: 12,
  outliers: 13,
  'missed-samples': 14,
  frequency: 15,
  earlier: 16,
};

/** Every warning the run deserves, the gravest first. */
export function listWarnings(facts: RunFacts): Warning[] {
  return [
    ...warnOfTrials(facts),
    ...warnOfStandstill(facts),
    ...warnOfLoad(facts),
    ...warnOfMachine(facts),
    ...warnOfSpread(facts),
    ...warnOfInstrument(facts),
  ].sort((one, other) => gravity[one.kind] - gravity[other.kind]);
}
