// Writes what window and page say about a failed trial.
import type { Evidence } from '@shared/report/live';
import type { TrialReport } from '@shared/report/report';
import { message } from '../messages/message';

type Facts = { readonly [K in keyof Evidence]: Evidence[K] | undefined };

/** `threads 2, trial 4: killed`; a warm-up is said to be one. */
export function failedTrialTitle(
  label: string,
  { trial, status, warmup }: Pick<TrialReport, 'trial' | 'status' | 'warmup'>,
): string {
  return message(warmup ? 'failed-warm-up' : 'failed-trial', {
    label,
    number: trial + 1,
    status: message('trial-status', { status }),
  });
}

/** `worker 1, task 12, pid 4123, signal SIGKILL`: what is known, in this order. Numbers are names: no digit groups. */
export function evidenceFacts({ worker, task, pid, exitCode, signal }: Facts): string {
  const say = <T>(value: T | undefined, write: (value: string) => string): readonly string[] =>
    value === undefined ? [] : [write(String(value))];
  return [
    ...say(worker, (one) => message('failed-worker', { worker: one })),
    ...say(task, (one) => message('failed-task', { task: one })),
    ...say(pid, (one) => message('failed-pid', { pid: one })),
    ...say(exitCode, (code) => message('failed-exit-code', { code })),
    ...say(signal, (one) => message('failed-signal', { signal: one })),
  ].join(message('list-separator'));
}
