// A failure's figures in one line. Pure.
import { message } from '@present/messages/message';
import type { Evidence } from '@shared/report/live';

type Facts = { readonly [K in keyof Evidence]: Evidence[K] | undefined };

/** `worker 1, task 12, pid 4123, signal SIGKILL`: what is known, in this order. */
export function evidenceFacts(evidence: Facts): string {
  const facts = [
    ['evidence-worker', evidence.worker],
    ['evidence-task', evidence.task],
    ['evidence-pid', evidence.pid],
    ['evidence-exit-code', evidence.exitCode],
    ['evidence-signal', evidence.signal],
  ] as const;
  return facts
    .flatMap(([id, value]) => (value === undefined ? [] : [message(id, { value: String(value) })]))
    .join(', ');
}
