// What messages cost between processes and between threads, by their size.
import { formatBytes, formatDuration } from '../../locale/format';
import type { ClaimFactOf } from '@shared/claims/claim-facts';
import { message } from '../../messages/message';
import { sentenceOf, spreadText } from './parts';

const sizesOf = (bytes: readonly number[]): string =>
  bytes.map(formatBytes).join(message('list-separator'));

/** `1 kB to a process and back took 60 µs, to a thread 20 µs; …` */
export function tripsText({ comparisons }: ClaimFactOf<'trips'>): string {
  return sentenceOf(
    comparisons.map(({ by, trips }) => {
      const parts = trips.map(({ bytes, processNs, threadNs }) =>
        message('claim-trip', {
          size: formatBytes(bytes),
          process: spreadText(processNs, formatDuration),
          thread: spreadText(threadNs, formatDuration),
        }),
      );
      const text = parts.join(message('claim-separator'));
      return by === undefined ? text : message('claim-trips-by', { by, trips: text });
    }),
  );
}

/** `Processes cost more at 16 kB, not at 64 B.` */
export function differText({ by: kind, more, not }: ClaimFactOf<'trips-differ'>): string {
  const by = kind ?? 'none';
  const values = { by, more: sizesOf(more), not: sizesOf(not) } as const;
  if (more.length === 0) return message('claim-trips-no-more', { by, not: values.not });
  return not.length === 0
    ? message('claim-trips-more', { by, more: values.more })
    : message('claim-trips-more-not', values);
}

/** `Not decided at 64 MB: the times spread too far.` */
export const openText = ({ by, sizes }: ClaimFactOf<'trips-open'>): string =>
  message('claim-trips-open', { by: by ?? 'none', sizes: sizesOf(sizes) });

/** `Shared memory is faster than copying from 16 kB.` */
export function uncopiedText({ variant, fromBytes }: ClaimFactOf<'uncopied'>): string {
  return message('claim-uncopied', {
    means: variant,
    from: fromBytes === undefined ? 'every' : 'size',
    size: fromBytes === undefined ? '' : formatBytes(fromBytes),
  });
}
