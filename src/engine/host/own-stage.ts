// Records what own code is doing in the calling thread, so that whoever hears of a fault or an exit can name it.
import type { FaultStage } from '@shared/wire/messages';
import { setImmediate } from './base/intrinsics';

export interface OwnStage {
  stage: Extract<FaultStage, 'load' | 'setup' | 'teardown'> | undefined;
  /** Nothing of it keeps the thread alive any more; only hooks may be called. */
  isAtRest: boolean;
}

/** One to a thread: each loads this file for itself. */
export const ownStage: OwnStage = { stage: undefined, isAtRest: false };

/** Reports an error of own code; the stage is where it belongs. */
type Fail = (error: unknown, stage: FaultStage) => void;

/**
 * Reports an error that no call of own code threw: what loads or sets up a file throws to its caller, so that it comes
 * from a timer or a worker of own code, whose moment is chance.
 */
export function failUncaught(error: unknown, fail: Fail): void {
  fail(error, ownStage.stage === 'teardown' ? 'teardown' : 'uncaught');
}

/** The same of a rejection that nothing handles. */
export function failUnhandled(reason: unknown, fail: Fail): void {
  const { stage } = ownStage;
  if (stage !== 'load' && stage !== 'setup') return fail(reason, stage ?? 'unhandled');
  // Electron tells of one before its caller can have handled it: what loads or sets up a file is told by that.
  setImmediate(() => fail(reason, 'unhandled'));
}
