// The end of a worker that ran own code, outside every measured phase: its teardown, within a limit, and
// what it leaves running.
import type { OwnNote } from '@shared/wire/messages';
import { describeThrown } from './base/describe-thrown';
import { clearTimeout, setTimeout } from './base/intrinsics';
import { inTeardown, ownStage } from './own-stage';
import { promised } from './base/unbound';

/** How long a teardown may take. */
export const teardownWithinMs = 5_000;

/** How long exit hooks may take, in ms. */
export const hooksWithinMs = 5_000;

/**
 * How long letting go may take in all, in ms: past this a worker does not answer any more.
 * @param closes whether it has a teardown to run
 */
export function letGoWithinMs(closes: boolean): number {
  return (closes ? teardownWithinMs : 0) + 1_500;
}

export interface OwnEnd {
  readonly kind: 'thread' | 'process';
  /** Resolves with whether nothing keeps the worker alive any more. */
  readonly settle: () => Promise<boolean>;
}

/** What is noted of a teardown that does not end. */
const teardownTooLong: OwnNote = { about: 'teardown-late', text: '' };

/**
 * What is noted of a worker that does not answer after its last result.
 * @param closes whether it has a teardown; without one something else keeps it
 */
export function unanswered(closes: boolean, kind: OwnEnd['kind']): OwnNote {
  return closes ? teardownTooLong : { about: 'kept-alive', text: kind };
}

/** Returns what is noted of a call that ends the worker when all its results are in. */
export function lateCall(call: string): OwnNote {
  return { about: 'late-call', text: call, closing: ownStage.stage === 'teardown' };
}

/** What is noted of exit hooks that do not end. */
export const hooksTooLong: OwnNote = { about: 'exit-hook-late', text: '' };

/** Returns what is noted of an exit hook that threw. */
export function hookError(error: unknown): OwnNote {
  return noteThrown('exit-hook-threw', error);
}

/** Returns what is noted of an error where nothing kept the worker alive any more; its hooks may have thrown it. */
export function lateError(error: unknown): OwnNote {
  return noteThrown(ownStage.isEnding ? 'exit-hook-threw' : 'late-threw', error);
}

/** Returns what is noted of a teardown that threw, or of what it has started. */
export function teardownError(error: unknown): OwnNote {
  return noteThrown('teardown-threw', error);
}

function noteThrown(about: OwnNote['about'], error: unknown): OwnNote {
  const { message: text, reason } = describeThrown(error);
  return reason === undefined ? { about, text } : { about, text, reason };
}

/** Runs the teardown and waits for the worker to come to rest; what there is to tell of it. */
export async function letGo(
  close: (() => void | Promise<void>) | undefined,
  { kind, settle }: OwnEnd,
): Promise<readonly OwnNote[]> {
  const notes: OwnNote[] = [];
  if (close !== undefined) {
    ownStage.stage = 'teardown';
    const told = await ranOut(close);
    ownStage.stage = undefined;
    if (told !== undefined) notes[notes.length] = told;
    if (told === teardownTooLong) return notes;
  }
  if (!(await settle())) {
    notes[notes.length] = { about: 'kept-alive', text: kind };
  }
  return notes;
}

/** Resolves with what there is to tell of a teardown, undefined where it ended well. */
function ranOut(close: () => void | Promise<void>): Promise<OwnNote | undefined> {
  return promised<OwnNote | undefined>((resolve) => {
    const timer = setTimeout(() => resolve(teardownTooLong), teardownWithinMs);
    const run = async (): Promise<void> => {
      let told: OwnNote | undefined;
      try {
        await inTeardown(close);
      } catch (error) {
        told = teardownError(error);
      }
      clearTimeout(timer);
      resolve(told);
    };
    void run();
  });
}
