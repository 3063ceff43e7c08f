// Guards a host whose main thread runs own code: catches its exits, gives it a parent to talk to, keeps its output
// apart, and knows when it is at rest.
import { guardEnds, type EndingCall } from '@engine/host/guard-ends';
import { standInForParent } from '@engine/host/guards';
import { divertOutput } from '@engine/host/quiet-output';
import { keepListening, keepMethods } from '@engine/host/base/keep-methods';
import { readAlive, restAtOnce, settle, settleByLooks, type LetLoopEnd } from '@engine/host/settle';

export interface OwnHost {
  /** Resolves with whether own code keeps the process no longer alive. */
  settle(): Promise<boolean>;
  /** Resolves when what own code's last task left for at once has run. */
  rest(): Promise<void>;
  printedBytes(): number;
}

/**
 * To be called before anything of own code is loaded.
 * @param letLoopEnd absent where the event loop never ends by itself
 * @param onEnd called when own code calls what ends the process
 */
export function beginOwnHost(
  letLoopEnd: LetLoopEnd | undefined,
  onEnd: (ending: EndingCall) => void,
): OwnHost {
  keepMethods(process);
  keepListening(process);
  const printedBytes = divertOutput(false);
  standInForParent();
  guardEnds(onEnd);
  const before = readAlive();
  return {
    settle: () => (letLoopEnd === undefined ? settleByLooks(before) : settle(letLoopEnd)),
    rest: () => restAtOnce(before),
    printedBytes,
  };
}
