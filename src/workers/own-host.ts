// What a host does whose main thread runs own code: hears its exits, gives it a parent to talk to, keeps its
// output apart, and knows when it is at rest.
import { guardExit, standInForParent } from '@engine/host/guards';
import { divertOutput } from '@engine/host/quiet-output';
import { readAlive, settle, settleByLooks, type LetLoopEnd } from '@engine/host/settle';

export interface OwnHost {
  /** Resolves with whether own code keeps the process no longer alive. */
  settle(): Promise<boolean>;
  printedBytes(): number;
}

/**
 * To be called before anything of own code is loaded.
 * @param letLoopEnd absent where the event loop never ends by itself
 * @param onExit told of an exit that own code asks for
 */
export function beginOwnHost(
  letLoopEnd: LetLoopEnd | undefined,
  onExit: (call: string, code: number) => void,
): OwnHost {
  const printedBytes = divertOutput(false);
  standInForParent();
  guardExit(onExit);
  const before = readAlive();
  return {
    settle: () => (letLoopEnd === undefined ? settleByLooks(before) : settle(letLoopEnd)),
    printedBytes,
  };
}
