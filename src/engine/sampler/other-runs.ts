// Other runs of Corelane on this machine, the app's and the command line's, whoever started them: each has
// a shell that waits for the end of its leader, and that says which it is.
import { readFileSync } from 'node:fs';
import { watchdogName, leaderOf } from '@shared/wire/run-mark';
import { readMark } from '../processes/marked';
import type { Runs } from './others';
import type { ProcessRows } from '../machine/process-table';

/** Where processes can't be looked at. */
export function noRuns(): Runs {
  return { isOurs: () => false, leaders: [] };
}

/** The process that leads the run whose cleanup watchdog this command line belongs to; undefined elsewhere. Pure. */
export function leaderIn(commandLine: readonly string[]): number | undefined {
  const place = commandLine.indexOf(watchdogName);
  return place < 0 ? undefined : leaderOf(commandLine[place + 1] ?? '');
}

function commandLineOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    // It has ended.
    return [];
  }
}

/** From /proc. @param token of this run's mark */
export function findRuns(processes: ProcessRows, token: string): Runs {
  const leaders = [...processes.values()]
    .filter(({ name }) => name === 'sh')
    .flatMap(({ pid }) => leaderIn(commandLineOf(pid)) ?? []);
  return { isOurs: (pid) => readMark(pid, token) !== undefined, leaders };
}
