// An error of a probe's own, whose reason is a code.
import type { ProbeFault } from '@shared/report/probe-failure';

/** Thrown where a probe can't go on. */
export class ProbeError extends Error {
  constructor(readonly reason: ProbeFault) {
    super(reason);
  }
}
