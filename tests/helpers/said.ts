// What a report would say of something thrown, in words.
import { describeThrown } from '@engine/host/base/describe-thrown';
import { saidText } from '@present/words/engine/said';

/** The words of what was thrown. */
export function saidOf(thrown: unknown): string {
  const { message, reason } = describeThrown(thrown);
  return saidText(reason ?? message);
}

/** The words of what a function throws, or a promise is rejected with. */
export async function whyOf(
  work: (() => unknown) | number | PromiseLike<unknown>,
): Promise<string> {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    return saidOf(error);
  }
  throw new Error('nothing was thrown');
}
