// Computes how far a trial reaches in time, from what is known of it.
import { defined } from '@shared/base/defined';
import type { TrialTrack } from '../../model/tracks';
import type { Extent } from './viewport';

/**
 * @param nowNs the latest moment known, on the run's clock
 * @param expectedNs length of trials like it, from begin to end; undefined before the first
 */
export function extentOf(
  track: Pick<TrialTrack, 'beginNs' | 'end'>,
  nowNs: number,
  expectedNs: number | undefined,
): Extent {
  const { beginNs, end } = track;
  if (end !== undefined) {
    return { beginNs, nowNs: end.endNs, live: false, ...defined({ decidedNs: end.startNs }) };
  }
  return {
    beginNs,
    nowNs: Math.max(beginNs, nowNs),
    live: true,
    ...defined({ expectedEndNs: expectedNs === undefined ? undefined : beginNs + expectedNs }),
  };
}
