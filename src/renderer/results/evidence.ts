// A failure's figures in one line. Pure.
import type { Evidence } from '@shared/report/live';

type Facts = { readonly [K in keyof Evidence]: Evidence[K] | undefined };

/** `worker 1, task 12, pid 4123, signal SIGKILL`: what is known, in this order. */
export function evidenceFacts(evidence: Facts): string {
  const facts = [
    ['worker', evidence.worker],
    ['task', evidence.task],
    ['pid', evidence.pid],
    ['exit code', evidence.exitCode],
    ['signal', evidence.signal],
  ] as const;
  return facts
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
