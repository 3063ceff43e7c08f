// What a trial's tasks had started and not ended, in sentences. Pure.
import { cleanText } from '@shared/base/clean-text';
import { fileName, isModule } from '@shared/experiment/own-code';
import type { Workload } from '@shared/experiment/workloads';
import type { LeftProcess, Swept } from './run-reaper';
import type { EndingCause } from './ending';

/** Longer than any name the kernel gives. */
const longestName = 40;

function namesOf(left: readonly LeftProcess[]): string {
  const names = left.map(({ name }) => (name === '' ? 'a process' : cleanText(name, longestName)));
  return [...new Set(names)].sort().join(', ');
}

/** One sentence each. Where the trial itself was ended, so was what it had under way: no word of that. */
export function describeLeft(
  { ended, still }: Swept,
  workload: Workload,
  cause: EndingCause | undefined,
): readonly string[] {
  const who = isModule(workload) ? cleanText(fileName(workload.path), longestName) : 'the work';
  const pids = still.map(({ pid }) => pid).join(', ');
  return [
    ...(ended.length === 0 || cause !== undefined
      ? []
      : [`${namesOf(ended)}, started by ${who}, went on after its tasks and was ended.`]),
    ...(still.length === 0
      ? []
      : [`${namesOf(still)} (${pids}), started by ${who}, can't be ended: end it yourself.`]),
  ];
}
