// Warnings in words: what each is called, what was seen, and what to do about it.
import type { Report } from '@shared/report/report';
import type { Warning, WarningFact } from '@shared/report/warnings';
import { message } from '../messages/message';
import { type CellNames, type Said, cellNames, namesBy } from './warnings/cells';
import * as instrument from './warnings/instrument';
import { sayLoad } from './warnings/load';
import * as machine from './warnings/machine';
import * as spread from './warnings/spread';
import * as trials from './warnings/trials';

/** A warning with its words. */
export interface SaidWarning extends Said {
  readonly warning: Warning;
  /** Without a full stop. */
  readonly title: string;
}

/** What the words are made of: the warnings, and the cells that they name. */
export type WarningSource = Pick<Report, 'warnings' | 'cells'>;

function sayFact(fact: WarningFact, names: CellNames): Said {
  switch (fact.kind) {
    case 'outliers':
      return spread.sayOutliers(fact, names);
    case 'drift':
      return spread.sayDrift(fact, names);
    case 'modes':
      return spread.sayModes(fact, names);
    case 'failed-trials':
      return trials.sayFailedTrials(fact, names);
    case 'ended-early':
      return trials.sayEndedEarly(fact);
    case 'not-measured':
      return trials.sayNotMeasured(fact, names);
    case 'one-trial':
      return trials.sayOneTrial(fact, names);
    case 'few-trials':
      return trials.sayFewTrials(fact, names);
    case 'imprecise':
      return trials.sayImprecise(fact, names);
    case 'stood-still':
      return trials.sayStoodStill(fact);
    case 'load':
      return sayLoad(fact, names);
    case 'throttled-by-quota':
      return machine.sayQuotaThrottling(fact);
    case 'throttled-by-heat':
      return machine.sayHeat(fact);
    case 'stolen':
      return machine.sayStolen(fact);
    case 'swap':
      return machine.saySwap(fact);
    case 'frequency':
      return machine.sayFrequency(fact, names);
    case 'quota':
      return machine.sayQuota(fact);
    case 'environment':
      return machine.sayEnvironment(fact);
    case 'coarse-timer':
      return instrument.sayCoarseTimer(fact, names);
    case 'missed-samples':
      return instrument.sayMissedSamples(fact);
    case 'text':
      return fact;
    default:
      // Only in a report that came out of no file.
      fact satisfies never;
      return { text: '', advice: '' };
  }
}

/** Returns what a warning's fact says was seen; its cells are named by labels. */
export function warningFactText(
  fact: WarningFact,
  labels: readonly { readonly cell: string; readonly label: string }[],
): string {
  const label = (id: string): string => labels.find(({ cell }) => cell === id)?.label ?? id;
  return sayFact(fact, namesBy(label)).text;
}

/** The warnings of a report with their words, in their order. */
export function sayWarnings({ warnings, cells }: WarningSource): readonly SaidWarning[] {
  const names = cellNames(cells);
  return warnings.map((warning) => {
    const { text, advice } = sayFact(warning.fact, names);
    return { warning, title: message('warning-title', { kind: warning.kind }), text, advice };
  });
}
