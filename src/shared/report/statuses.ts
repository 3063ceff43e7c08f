// How trials and runs end.

export const trialStatuses = [
  'ok',
  'failed',
  'exited',
  'killed',
  'timeout',
  'memory-limit',
  'mismatch',
  'stopped',
] as const;

/**
 * How a trial ended: `failed` a task threw, `exited` or `killed` a worker ended by itself or by a
 * signal, `mismatch` a checksum was wrong, `stopped` by the user.
 */
export type TrialStatus = (typeof trialStatuses)[number];

/** How a run ended; `unfinished`: it did not, as its process was gone before. */
export const runStatuses = ['done', 'stopped', 'failed', 'unfinished'] as const;

export type RunStatus = (typeof runStatuses)[number];
