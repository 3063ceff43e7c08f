// Records what own code is doing in the calling thread, so that whoever hears of a fault or an exit can name it.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { FaultStage } from '@shared/wire/messages';
import { setImmediate } from './base/intrinsics';

export interface OwnStage {
  stage: Extract<FaultStage, 'load' | 'setup' | 'teardown'> | undefined;
  /** Nothing of it keeps the thread alive any more; only hooks may be called. */
  isAtRest: boolean;
  /** Its event loop has ended and its hooks are called: the worker ends if one throws. */
  isEnding: boolean;
}

/** One to a thread: each loads this file for itself. */
export const ownStage: OwnStage = { stage: undefined, isAtRest: false, isEnding: false };

/**
 * What a teardown has started carries this, however late it goes wrong. It is first used after the last result, as it
 * makes promises slower.
 */
const teardownScope = new AsyncLocalStorage<true>();

/** Calls a teardown, so that what goes wrong of it later is told from what tasks have left. */
export function inTeardown<T>(close: () => T): T {
  return teardownScope.run(true, close);
}

interface Told {
  /** Reports an error of own code; the stage is where it belongs. */
  fail(error: unknown, stage: FaultStage): void;
  /** Notes an error that costs no result: a teardown's. */
  noteTeardown(error: unknown): void;
  /**
   * Notes an error that came when nothing kept the worker alive any more.
   * @param ends whether the worker ends by it
   */
  noteLate(error: unknown, ends: boolean): void;
}

/**
 * Reports an error that no call of own code threw: what loads or sets up a file throws to its caller, so that it comes
 * from a timer or a worker of own code, whose moment is chance.
 */
export function failUncaught(error: unknown, told: Told): void {
  if (teardownScope.getStore() === true) return told.noteTeardown(error);
  if (ownStage.isAtRest) return told.noteLate(error, ownStage.isEnding);
  told.fail(error, ownStage.stage === 'teardown' ? 'teardown' : 'uncaught');
}

/** The same of a rejection that nothing handles. */
export function failUnhandled(reason: unknown, told: Told): void {
  if (teardownScope.getStore() === true) return told.noteTeardown(reason);
  if (ownStage.isAtRest) return told.noteLate(reason, false);
  const { stage } = ownStage;
  if (stage !== 'load' && stage !== 'setup') return told.fail(reason, stage ?? 'unhandled');
  // Electron tells of one before its caller can have handled it: what loads or sets up a file is told by that.
  setImmediate(() => told.fail(reason, 'unhandled'));
}
