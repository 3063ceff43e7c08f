// Defines a draft and its origin.
import type { Experiment } from '@shared/experiment/experiment';
import type { Preset } from '@shared/experiment/presets';
import type { WorkloadDraft } from './draft-workload';

/** An experiment in the making: a cleared number field is `NaN`, which no limit allows. */
export interface Draft extends Omit<Experiment, 'workload'> {
  workload: WorkloadDraft;
}

/** Where the draft came from. */
export type Origin =
  | { readonly kind: 'preset'; readonly preset: Preset }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'command' }
  | { readonly kind: 'claim'; readonly number: number };
