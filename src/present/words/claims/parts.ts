// Provides what the sentences of several claims are made of.
import type { Spread } from '@shared/claims/claim-facts';
import type { Figure } from '@shared/claims/claims';
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

/** Evidence of a figure: how the program ended, or what an error said. */
export function figureNote({ ended, note }: Pick<Figure, 'ended' | 'note'>): string | undefined {
  if (ended === undefined) return note;
  const { signal, exitCode } = ended;
  if (signal !== undefined) return message('claim-ended-signal', { signal });
  return exitCode === undefined
    ? message('claim-ended-unknown')
    : message('claim-ended-exit', { code: String(exitCode) });
}
