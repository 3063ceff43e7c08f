// Decodes how a utility process ended. Electron's exit event gives one number: the exit code where the process
// ended by itself, the raw wait status where a signal ended it, and 0 for such a signal too when the news of the
// closed channel came first (seen on Electron 25). The kernel's own record, read at that moment, tells these apart:
// a process that ends by itself says so while it still runs; one that a signal ended is a zombie with its wait
// status, or gone already.
import { constants } from 'node:os';
import type { ChildExit } from '@engine/types';

/** Signals that end a process by themselves and are no likely exit code. */
const fatal = ['SIGILL', 'SIGTRAP', 'SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGKILL', 'SIGSEGV', 'SIGTERM'];

/** The first name of each number: SIGABRT, not its other name SIGIOT. */
const signalNames = new Map(
  Object.entries(constants.signals)
    .reverse()
    .map(([name, number]) => [number as number, name]),
);

/** From a wait status as `waitpid(2)` gives it: signal in the low 7 bits, exit code above 8. */
function fromWaitStatus(status: number): ChildExit {
  const signal = status & 0x7f;
  if (signal === 0) return { code: (status >> 8) & 0xff };
  const name = signalNames.get(signal);
  return name === undefined ? { code: status } : { signal: name };
}

/** State and exit status (fields 3 and 52) of `/proc/<pid>/stat`, see proc(5). */
function readStat(text: string): { readonly state: string; readonly status: number } | undefined {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  const status = Number(fields[49]);
  return state === undefined || !Number.isInteger(status) ? undefined : { state, status };
}

/** What is known of a process that has just ended. */
export interface ExitClues {
  /** As Electron's exit event gives it. */
  readonly code: number;
  /** `/proc/<pid>/stat` at that moment; absent where the process is gone. */
  readonly stat: string | undefined;
  /** The platform has such records. */
  readonly hasProc: boolean;
  /** It was ended by us. */
  readonly killed: boolean;
}

/** The exit code or the signal. Neither where it can't be told. */
export function exitOf({ code, stat, hasProc, killed }: ExitClues): ChildExit {
  const record = stat === undefined ? undefined : readStat(stat);
  if (record?.status !== undefined && record.status !== 0) return fromWaitStatus(record.status);
  if (killed && code === 0) return { signal: 'SIGKILL' };
  if (!hasProc || record !== undefined) return { code };
  const ended = fromWaitStatus(code);
  return ended.signal !== undefined && fatal.includes(ended.signal) ? ended : { code };
}
