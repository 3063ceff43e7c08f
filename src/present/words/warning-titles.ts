// What each kind of warning is called. Pure.
import type { WarningKind } from '@shared/report/findings';

/** Headings of the warnings, without a full stop. */
export const warningTitles: Readonly<Record<WarningKind, string>> = {
  outliers: 'Outliers',
  drift: 'Drift',
  modes: 'Multimodal times',
  'few-trials': 'Few trials',
  imprecise: 'Not precise enough',
  'coarse-timer': 'Coarse clock',
  load: 'Background load',
  'stood-still': 'Stood still',
  throttling: 'Throttling',
  frequency: 'Frequency',
  swap: 'Swapping',
  'missed-samples': 'Missed samples',
  'failed-trials': 'Failed trials',
  'ended-early': 'Ended early',
  'not-measured': 'Not measured',
  quota: 'CPU quota',
  environment: 'Environment',
  earlier: 'Other warning',
};
