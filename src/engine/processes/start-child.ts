// Starts a process, which may fail at once where a limit of the machine is reached. Whoever waits for the process
// learns of that as of every other end; it is never an error that nobody handles.
import { errorText } from '@shared/base/error-text';
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import type { ChildExit } from '../types';
import { shortageIn } from './shortage';

export interface StartedChild {
  /** Absent where there is none. */
  readonly child: ChildProcess | undefined;
  /** Empty where no pipe could be made. */
  readonly stdio: readonly unknown[];
  /** Told when it could not be started, if so; also afterwards. */
  onFailed(listener: (exit: ChildExit) => void): void;
}

/** Never throws for what the system refuses. */
export function startChild(
  path: string,
  args: readonly string[],
  options: SpawnOptions,
): StartedChild {
  let failure: ChildExit | undefined;
  const listeners: ((exit: ChildExit) => void)[] = [];
  const fail = (error: unknown): void => {
    if (failure !== undefined) return;
    failure = exitOf(error);
    for (const listener of listeners) listener(failure);
  };
  let child: ChildProcess | undefined;
  try {
    child = spawn(path, args, options);
    child.on('error', (error) => {
      if (child?.pid === undefined) fail(error);
    });
  } catch (error) {
    // Some refusals are thrown, others reported later: here all are reported later.
    process.nextTick(fail, error);
  }
  return {
    child,
    // Where too many files are open there are none, whatever its type says.
    stdio: (child?.stdio as readonly unknown[] | undefined) ?? [],
    onFailed(listener) {
      if (failure === undefined) listeners.push(listener);
      else process.nextTick(listener, failure);
    },
  };
}

function exitOf(error: unknown): ChildExit {
  const text = errorText(error);
  const lacks = shortageIn(text);
  return lacks === undefined ? { why: text } : { lacks };
}
