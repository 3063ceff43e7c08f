// Defines the messages between the engine and its probe programs. A probe is a small program that does one of the
// things threads and processes are argued about, and reports what happened.
import type { RawFigure } from './claims';
import type { ProbeName } from './methods';
import type { ProbeFault } from '../report/probe-failure';
import type { WorkerIdentity } from '../base/worker-identity';

export type ProbeParams = Readonly<Record<string, string | number | readonly number[]>>;

/** Do this once, say what happened, then end. */
export interface ProbeRequest {
  readonly type: 'probe';
  readonly probe: ProbeName;
  readonly params: ProbeParams;
  /** A folder for what it writes, removed afterwards. */
  readonly folder: string;
}

/**
 * What a probe may note: its frames came unevenly, or a part was not tried for want of a limit on a process's memory or
 * of shared memory for so many `bytes`.
 */
export const probeNotes = ['frames-uneven', 'no-memory-limit', 'no-shared-memory'] as const;

export type ProbeNote = (typeof probeNotes)[number];

export type ProbeAnswer =
  /** All workers there are now, the ended ones included: each keeps its number. */
  | { readonly type: 'workers'; readonly workers: readonly WorkerIdentity[] }
  | { readonly type: 'figures'; readonly figures: readonly RawFigure[] }
  /** Something limits what it measured. */
  | { readonly type: 'note'; readonly code: ProbeNote; readonly bytes?: number | undefined }
  /** It failed: what was thrown, or the reason, where the message is empty. */
  | { readonly type: 'fault'; readonly message: string; readonly reason?: ProbeFault }
  | { readonly type: 'done' };

/** What a probe noted. */
export type ProbeSaid = Extract<ProbeAnswer, { readonly type: 'note' }>;
