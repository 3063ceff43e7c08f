// Records what own code is doing in the calling thread, so that whoever hears of a fault or an exit can name it.
import type { FaultStage } from '@shared/wire/messages';

export interface OwnStage {
  stage: Extract<FaultStage, 'load' | 'setup' | 'teardown'> | undefined;
  /** Nothing of it keeps the thread alive any more; only hooks may be called. */
  isAtRest: boolean;
}

/** One to a thread: each loads this file for itself. */
export const ownStage: OwnStage = { stage: undefined, isAtRest: false };

/**
 * Returns where an error belongs that no call of own code threw: what loads or sets up a file throws to its caller, so
 * that it comes from a timer or a worker of own code, whose moment is chance.
 */
export function stageOfUncaught(): FaultStage {
  return ownStage.stage === 'teardown' ? 'teardown' : 'uncaught';
}
