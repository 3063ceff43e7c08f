// Records what own code is doing in the calling thread, so that whoever hears of a fault or an exit can name it.
import type { FaultStage } from '@shared/wire/messages';

export interface OwnStage {
  stage: Extract<FaultStage, 'load' | 'setup' | 'teardown'> | undefined;
  /** Nothing of it keeps the thread alive any more; only hooks may be called. */
  isAtRest: boolean;
}

/** One to a thread: each loads this file for itself. */
export const ownStage: OwnStage = { stage: undefined, isAtRest: false };
