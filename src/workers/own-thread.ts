// Guards a worker thread that runs own code: catches its late failures and exits, keeps what it prints away from
// the main thread, and sees to its end.
import { describeThrown } from '@engine/host/base/describe-thrown';
import { guardEnds } from '@engine/host/guard-ends';
import { guardErrors } from '@engine/host/guards';
import { realExit } from '@engine/host/base/intrinsics';
import { hookError, lateCall, lateError, letGo, teardownError } from '@engine/host/let-go';
import { keepListening, keepMethods } from '@engine/host/base/keep-methods';
import { failUncaught, failUnhandled, ownStage } from '@engine/host/own-stage';
import { divertOutput } from '@engine/host/quiet-output';
import { readAlive, restAtOnce, settle } from '@engine/host/settle';
import type { FromThread } from '@engine/host/thread-group';
import type { FaultStage } from '@shared/wire/messages';

export interface OwnThread {
  /** Tells of what was thrown; the thread is ended by its host. */
  fail(error: unknown): void;
  /** Resolves when what its last task left for at once has run. */
  rest(): Promise<void>;
  /** Lets go after the last task and says so; what it gives ends the thread. */
  letGo(close: (() => void | Promise<void>) | undefined): Promise<() => void>;
}

/** To be called before anything of own code is loaded. */
export function beginOwnThread(shared: boolean, say: (message: FromThread) => void): OwnThread {
  keepMethods(process);
  keepListening(process);
  const printedBytes = divertOutput(shared);
  const before = readAlive();
  const fail = (error: unknown, stage: FaultStage | undefined = ownStage.stage): void =>
    say({
      type: 'fault',
      kind: 'threw',
      ...describeThrown(error),
      ...optionalStage(stage),
    });
  guardEnds(({ call, caller, inHook, ...ending }) => {
    const { stage, isAtRest } = ownStage;
    if (inHook || stage === 'teardown' || isAtRest) {
      return say({ type: 'closed', notes: [lateCall(call)], printedBytes: printedBytes() });
    }
    const outside = caller === undefined ? 'uncaught' : undefined;
    say({
      type: 'fault',
      kind: 'called',
      message: call,
      ...ending,
      ...optionalStage(stage ?? outside),
    });
  });
  const told = {
    fail,
    noteTeardown: (error: unknown): void => say({ type: 'note', ...teardownError(error) }),
    noteLate: (error: unknown): void => say({ type: 'note', ...lateError(error) }),
  };
  guardErrors({
    onUncaught: (error) => failUncaught(error, told),
    onUnhandled: (reason) => failUnhandled(reason, told),
  });
  return {
    fail,
    rest: () => restAtOnce(before),
    async letGo(close) {
      const notes = await letGo(close, { kind: 'thread', settle });
      say({ type: 'closed', notes, printedBytes: printedBytes() });
      return () => realExit(0, (error) => say({ type: 'note', ...hookError(error) }));
    },
  };
}

function optionalStage(stage: FaultStage | undefined): { readonly stage?: FaultStage } {
  return stage === undefined ? {} : { stage };
}
