// The end of a worker that ran own code, outside every measured phase: its teardown, within a limit, and
// what it leaves running.
import { describeThrown } from './base/describe-thrown';
import { clearTimeout, setTimeout } from './base/intrinsics';
import { ownStage } from './own-stage';
import { promised } from './base/unbound';

/** How long a teardown may take. */
export const teardownWithinMs = 5_000;

/** How long letting go may take in all: past this a worker does not answer any more. */
export const letGoWithinMs = teardownWithinMs + 1_500;

export interface OwnEnd {
  /** The file's name, for notes. */
  readonly file: string;
  readonly kind: 'thread' | 'process';
  /** Resolves with whether nothing keeps the worker alive any more. */
  readonly settle: () => Promise<boolean>;
}

/** What is told of a teardown that does not end. */
export function teardownTooLong(file: string): string {
  return `teardown of ${file} did not end within ${teardownWithinMs / 1000} s`;
}

/** What is told of a call that ends the worker when all its results are in. */
export function lateCall(call: string, file: string): string {
  const who = ownStage.stage === undefined ? file : `${ownStage.stage} of ${file}`;
  return `${who} called ${call} after its last result`;
}

/** What is told of an exit hook that threw. */
export function describeHookError(error: unknown, file: string): string {
  return `an exit hook of ${file} threw: ${describeThrown(error).message}`;
}

/** Runs the teardown and waits for the worker to come to rest; what there is to tell of it. */
export async function letGo(
  close: (() => void | Promise<void>) | undefined,
  { file, kind, settle }: OwnEnd,
): Promise<readonly string[]> {
  const notes: string[] = [];
  if (close !== undefined) {
    ownStage.stage = 'teardown';
    const told = await ranOut(close, file);
    ownStage.stage = undefined;
    if (told !== undefined) notes[notes.length] = told;
    if (told === teardownTooLong(file)) return notes;
  }
  if (!(await settle())) {
    notes[notes.length] = `something in ${file} kept the ${kind} alive after its last result`;
  }
  return notes;
}

/** What there is to tell of a teardown, undefined where it ended well. */
function ranOut(close: () => void | Promise<void>, file: string): Promise<string | undefined> {
  return promised<string | undefined>((resolve) => {
    const timer = setTimeout(() => resolve(teardownTooLong(file)), teardownWithinMs);
    const run = async (): Promise<void> => {
      let told: string | undefined;
      try {
        await close();
      } catch (error) {
        told = `teardown of ${file} threw: ${describeThrown(error).message}`;
      }
      clearTimeout(timer);
      resolve(told);
    };
    void run();
  });
}
