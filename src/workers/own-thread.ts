// What a worker thread that runs own code does beside: hears its late failures and exits, keeps what it
// prints away from the main thread, and sees to its end.
import { describeThrown } from '@engine/host/describe-thrown';
import { guardErrors, guardExit } from '@engine/host/guards';
import { realExit } from '@engine/host/intrinsics';
import { letGo } from '@engine/host/let-go';
import { ownStage } from '@engine/host/own-stage';
import { divertOutput } from '@engine/host/quiet-output';
import { settle } from '@engine/host/settle';
import type { FromThread } from '@engine/host/thread-group';
import type { FaultStage } from '@shared/messages';
import { fileName, type ModuleWorkload } from '@shared/own-work';

export interface OwnThread {
  /** Tells of what was thrown; the thread is ended by its host. */
  fail(error: unknown): void;
  /** Lets go after the last task and says so; what it gives ends the thread. */
  letGo(close: (() => void | Promise<void>) | undefined): Promise<() => void>;
}

/** To be called before anything of own code is loaded. */
export function beginOwnThread(
  workload: ModuleWorkload,
  shared: boolean,
  say: (message: FromThread) => void,
): OwnThread {
  const file = fileName(workload.path);
  const printedBytes = divertOutput(shared);
  let isOver = false;
  const fail = (error: unknown, stage: FaultStage | undefined = ownStage.stage): void =>
    say({
      type: 'fault',
      kind: 'threw',
      ...describeThrown(error),
      ...(stage === undefined ? {} : { stage }),
    });
  guardExit((call, exitCode) => {
    const { stage } = ownStage;
    if (isOver) {
      const who = stage === undefined ? file : `${stage} of ${file}`;
      const notes = [`${who} called ${call} after its last result`];
      return say({ type: 'closed', notes, printedBytes: printedBytes() });
    }
    say({
      type: 'fault',
      kind: 'called',
      message: call,
      exitCode,
      ...(stage === undefined ? {} : { stage }),
    });
  });
  guardErrors({
    onUncaught: (error) => fail(error, ownStage.stage ?? 'uncaught'),
    onUnhandled: (reason) => fail(reason, ownStage.stage ?? 'unhandled'),
  });
  return {
    fail,
    async letGo(close) {
      isOver = true;
      const notes = await letGo(close, { file, kind: 'thread', settle });
      say({ type: 'closed', notes, printedBytes: printedBytes() });
      return () => realExit(0);
    },
  };
}
