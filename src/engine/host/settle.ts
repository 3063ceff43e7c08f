// After its last task a worker's event loop runs until nothing of own code keeps it alive, or a grace is over:
// what fails a little later is heard, and what stays for ever is named.
import process from 'node:process';
import {
  clearTimeout,
  offProcess,
  onProcessFirst,
  setImmediate,
  setTimeout,
} from './base/intrinsics';
import { ownStage } from './own-stage';
import { promised } from './base/unbound';

/** How long own code may keep a worker alive after its last result. */
export const graceMs = 200;

/** Between two looks. */
const lookMs = 2;

/** Lets the event loop of the calling thread come to its end; called again, it may not. */
export type LetLoopEnd = () => () => void;

/** What keeps the calling thread's event loop alive, how often by kind; none where the runtime does not tell. */
export type Alive = Readonly<Record<string, number>>;

const readKinds = process.getActiveResourcesInfo.bind(process);

export function readAlive(): Alive {
  const found: Record<string, number> = { __proto__: null } as never;
  const kinds = readKinds();
  for (let at = 0; at < kinds.length; at += 1) {
    const kind = kinds[at] ?? '';
    found[kind] = (found[kind] ?? 0) + 1;
  }
  return found;
}

/**
 * Resolves with true when nothing keeps the event loop alive; with false where the grace is over first.
 * @param letLoopEnd where Corelane itself keeps it alive
 */
export async function settle(letLoopEnd: LetLoopEnd = () => () => undefined): Promise<boolean> {
  const keep = letLoopEnd();
  try {
    const isOver = await promised<boolean>((resolve) => {
      const timer = setTimeout(() => {
        offProcess('beforeExit', ended);
        resolve(false);
      }, graceMs);
      timer.unref();
      const ended = (): void => {
        clearTimeout(timer);
        offProcess('beforeExit', ended);
        ownStage.isAtRest = true;
        ownStage.isEnding = true;
        resolve(true);
      };
      onProcessFirst('beforeExit', ended);
    });
    // What a hook has rejected is heard by then.
    if (isOver) await turn();
    return isOver;
  } finally {
    // Here again, no hook has thrown.
    ownStage.isEnding = false;
    keep();
  }
}

const pause = (ms: number): Promise<void> =>
  promised((resolve) => {
    setTimeout(resolve, ms);
  });

/** Resolves when what is due has run. */
const turn = (): Promise<void> =>
  promised((resolve) => {
    setImmediate(resolve);
  });

/** Returns whether there is more of a kind than before. */
function hasMore(before: Alive): boolean {
  const now = readAlive();
  for (const kind in now) {
    if ((now[kind] ?? 0) > (before[kind] ?? 0)) return true;
  }
  return false;
}

/**
 * Resolves when what the last task left for at once has run. Where nothing keeps the calling thread alive then, it is at
 * rest: what still comes, such as a timer that was told not to keep it, would be heard by chance only.
 * @param before what kept it alive before own code was loaded
 */
export async function restAtOnce(before: Alive): Promise<void> {
  await turn();
  if (!hasMore(before)) ownStage.isAtRest = true;
}

/**
 * The same as `settle` where the loop never ends by itself, as in a utility process: by what keeps it alive.
 * @param before as it was before own code was loaded
 */
export async function settleByLooks(before: Alive): Promise<boolean> {
  // What was to happen at once, and as soon as possible.
  await pause(1);
  for (let look = 0; look < graceMs / lookMs; look += 1) {
    await turn();
    if (!hasMore(before)) return true;
    await pause(lookMs);
  }
  return false;
}
