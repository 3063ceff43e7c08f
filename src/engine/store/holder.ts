// Decides whether a run that was under way still is: by the process that holds it, as processes/holder decides.
import { uptime } from 'node:os';
import type { RunHolder } from '@shared/kept/journal';
import { wallClockMs } from '../clock';
import { holderState } from '../processes/holder';

export { ownHolder as thisHolder } from '../processes/holder';

/**
 * Returns whether the holder still lives; `undefined` where that can't be seen from here (it is in another
 * container of this machine). A data folder is of one machine: what held it in another boot is gone.
 * @param sinceMs when it began to hold, as `Date.now()` tells: before this boot, it is gone
 */
export function holderLives(holder: RunHolder, sinceMs: number): boolean | undefined {
  switch (holderState(holder)) {
    case 'gone':
    case 'other-boot':
      return false;
    case 'other-namespace':
      return undefined;
    case 'lives':
      // Where the boot has no name, a number that was given again would pass for it.
      return holder.boot !== undefined || sinceMs >= wallClockMs() - uptime() * 1000;
  }
}
