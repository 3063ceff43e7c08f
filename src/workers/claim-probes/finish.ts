// Checks whether workers still do their work.
import { deferred, within } from '@engine/host/base/deferred';
import type { ProbeWorker } from './worker-set';

/** Well above what a busy machine needs; in ms. */
const finishWithinMs = 6_000;

/** Asks workers of the role `work-on` to finish; how many have done so. */
export async function countFinished(members: readonly ProbeWorker[]): Promise<number> {
  const finished = await Promise.all(
    members.map((member) => {
      const done = deferred<true>();
      member.onMessage(() => done.resolve(true));
      member.send('finish');
      return within(done.promise, finishWithinMs);
    }),
  );
  return finished.filter((one) => one === true).length;
}
