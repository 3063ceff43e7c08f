// Measures what a message costs, there and back, by its size.
import type { ClaimNote } from '@shared/claims/claim-notes';
import type { ClaimContext, Measure, Measured } from './context';
import { collectFigures } from './collect-figures';
import { lab } from './lab';
import { runProbes } from './probe-run';

/** Payloads in bytes, and how many round trips are made with each method and each payload. */
export interface MessagingParams {
  readonly payloads: readonly number[];
  /** As many as fit in these milliseconds, */
  readonly ms: number;
  /** but so many at least, */
  readonly least: number;
  /** and at most. */
  readonly most: number;
}

const trips: MessagingParams = {
  payloads: [0, 64, 1000, 16_000, 256_000, 4_000_000, 64_000_000],
  ms: 120,
  least: 7,
  most: 200,
};

/** A message in several copies needs room: below so many free bytes the largest is left out. */
const minFreeBytes = 2e9;

const largeBytes = 64_000_000;

/** As {@link measureMessaging}, with other numbers. */
export async function sendAround(
  context: ClaimContext,
  { payloads, ...limits }: MessagingParams,
): Promise<Measured> {
  const [python] = context.interpreters;
  const freeBytes = context.freeMemory();
  const fit = payloads.filter((bytes) => bytes < largeBytes || freeBytes >= minFreeBytes);
  const act = { probe: 'messaging', timeoutSeconds: 60 } as const;
  const params = { payloads: fit, ...limits };
  const ends = await runProbes(context, lab('messaging'), [
    {
      ...act,
      params: { ...params, kind: 'threads' },
      strategy: 'threads',
      workers: 3,
    },
    {
      ...act,
      params: { ...params, kind: 'processes' },
      strategy: 'processes',
      workers: 1,
    },
    ...(python === undefined
      ? []
      : [
          {
            ...act,
            params: { ...params, kind: 'threads' },
            strategy: 'python-threads',
            workers: 2,
            python,
          } as const,
          {
            ...act,
            params: { ...params, kind: 'processes' },
            strategy: 'python-processes',
            // Two that stay; in shared memory one to warm up and one for each payload.
            workers: 3 + fit.length,
            python,
          } as const,
        ]),
  ]);
  const measured = collectFigures(context, ends);
  const leftOut = payloads.filter((bytes) => !fit.includes(bytes));
  if (leftOut.length === 0) return measured;
  const note: ClaimNote = { kind: 'messages-left-out', sizes: leftOut, freeBytes };
  return { ...measured, notes: [...measured.notes, note] };
}

export const measureMessaging: Measure = (context) => sendAround(context, trips);
