// What limits the figures of a run: one closed set of warnings, each from what was recorded, with
// its figures and with what to do about it.
import type { Warning, WarningKind } from '@shared/findings';
import type { RunFacts } from './records';
import { warnOfInstrument } from './warnings/instrument';
import { warnOfLoad } from './warnings/load';
import { warnOfMachine } from './warnings/machine';
import { warnOfSpread } from './warnings/spread';
import { warnOfTrials } from './warnings/trials';

/** The gravest first: what is missing, then what disturbs, then what only blurs. */
const gravity: Readonly<Record<WarningKind, number>> = {
  'failed-trials': 0,
  'ended-early': 1,
  'not-measured': 2,
  'few-trials': 3,
  load: 4,
  throttling: 5,
  swap: 6,
  drift: 7,
  modes: 8,
  imprecise: 9,
  'coarse-timer': 10,
  quota: 11,
  outliers: 12,
  'missed-samples': 13,
  frequency: 14,
  earlier: 15,
};

/** Every warning the run deserves, the gravest first. */
export function listWarnings(facts: RunFacts): Warning[] {
  return [
    ...warnOfTrials(facts),
    ...warnOfLoad(facts),
    ...warnOfMachine(facts),
    ...warnOfSpread(facts),
    ...warnOfInstrument(facts),
  ].sort((one, other) => gravity[one.kind] - gravity[other.kind]);
}
