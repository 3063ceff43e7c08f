// Provides what the sentences of several claims are made of.
import type { Spread } from '@shared/claims/claim-facts';
import type { ProbeTitle } from '@shared/claims/claim-notes';
import type { Figure, WorkerEnd } from '@shared/claims/claims';
import { message } from '../../messages/message';

/** `9 ms (2 ms to 30 ms)`; the median alone where all values are written alike. */
export function spreadText(
  { median, low, high }: Spread,
  write: (value: number) => string,
): string {
  const [middle, from, to] = [write(median), write(low), write(high)];
  return from === to ? middle : message('claim-spread', { middle, from, to });
}

/** Parts of one sentence, with its full stop. */
export const sentenceOf = (parts: readonly string[]): string =>
  message('claim-sentence', { parts: parts.join(message('claim-separator')) });

/** Returns how workers are started, as messages choose by it. */
export function variantValues(variant: string): {
  readonly kind: 'threads' | 'processes' | 'started';
  readonly method: string;
} {
  const [, method] = variant.split('-');
  if (variant === 'threads') return { kind: variant, method: '' };
  return method === undefined ? { kind: 'processes', method: '' } : { kind: 'started', method };
}

/** Which probe it is: `Node.js, threads, abort`. */
export function probeTitle(title: ProbeTitle): string {
  if (typeof title === 'string') return title;
  const { probe, runtime: id, kind, fault } = title;
  if (probe === 'window') return message('probe-window');
  const runtime = { runtime: id === 'node' ? 'node' : 'python', interpreter: id } as const;
  if (kind === undefined) return message('probe-runtime', runtime);
  return fault === undefined
    ? message('probe-of-kind', { ...runtime, kind })
    : message('probe-of-fault', { ...runtime, kind, fault });
}

function workerText({ running, threw, error, signal, exitCode }: WorkerEnd): string {
  if (running === true) return message('worker-running');
  if (threw !== undefined) return message('worker-threw', { threw });
  if (error !== undefined) return message('worker-error', { error });
  if (signal !== undefined) return signal;
  return exitCode === undefined
    ? message('worker-ended')
    : message('worker-exit', { code: String(exitCode) });
}

/** Evidence of a figure: how the program or a worker ended, what was seen, or a text of an earlier version. */
export function figureNote({
  ended,
  worker,
  saw,
  note,
}: Pick<Figure, 'ended' | 'worker' | 'saw' | 'note'>): string | undefined {
  if (worker !== undefined) return workerText(worker);
  if (saw !== undefined) return message('program-saw', { value: saw });
  if (ended === undefined) return note;
  const { signal, exitCode } = ended;
  if (signal !== undefined) return message('claim-ended-signal', { signal });
  return exitCode === undefined
    ? message('claim-ended-unknown')
    : message('claim-ended-exit', { code: String(exitCode) });
}
