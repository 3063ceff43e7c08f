// Collects what limits the figures of a run: one closed set of warnings, each from what was recorded, with its
// figures and with what to do about it.
import type { Warning, WarningKind } from '@shared/report/warnings';
import type { RunFacts } from '../cells/records';
import { warnOfEnvironment } from './environment';
import { warnOfInstrument } from './instrument';
import { warnOfLoad } from './load';
import { warnOfMachine } from './machine';
import { warnOfSpread } from './spread';
import { warnOfTrials } from './trials';

/** The gravest first: what is missing, then what disturbs, then what only blurs. */
const severity: Readonly<Record<WarningKind, number>> = {
  'failed-trials': 0,
  'ended-early': 1,
  'not-measured': 2,
  'few-trials': 3,
  'stood-still': 4,
  load: 5,
  environment: 6,
  throttling: 7,
  swap: 8,
  drift: 9,
  modes: 10,
  imprecise: 11,
  'coarse-timer': 12,
  quota: 13,
  outliers: 14,
  'missed-samples': 15,
  frequency: 16,
  earlier: 17,
};

/** Every warning the run deserves, the gravest first. */
export function listWarnings(facts: RunFacts): Warning[] {
  return [
    ...warnOfTrials(facts),
    ...warnOfLoad(facts),
    ...warnOfMachine(facts),
    ...warnOfEnvironment(facts),
    ...warnOfSpread(facts),
    ...warnOfInstrument(facts),
  ].sort((one, other) => severity[one.kind] - severity[other.kind]);
}
