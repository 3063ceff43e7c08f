// The program as the article has it: what it takes, and from which size of a task it pays.
import { formatDuration, formatRatio } from '../../locale/format';
import type { ClaimFactOf, Side } from '@shared/claims/claim-facts';
import { list } from '../../messages/list';
import { message } from '../../messages/message';
import { spreadText } from './parts';

/** `serial takes 105 µs (100 µs to 110 µs); 2 threads 55 ms (50 ms to 90 ms), 524× as long.` */
export function writtenText({ serialNs, variants }: ClaimFactOf<'as-written'>): string {
  const parts = variants.map(({ side, workers, ns, faster, ratio }) =>
    message('claim-written-strategy', {
      side,
      workers,
      time: spreadText(ns, formatDuration),
      ratio: formatRatio(ratio),
      faster: faster ? 'yes' : 'no',
    }),
  );
  return message('claim-written', {
    serial: spreadText(serialNs, formatDuration),
    strategies: parts.join(message('claim-separator')),
  });
}

type Sizes = ClaimFactOf<'pays-from'>['sizes'];

const listed = (
  sizes: Sizes,
  write: (values: { readonly side: Side; readonly time: string }) => string,
): string => list(sizes.map(({ side, taskNs }) => write({ side, time: formatDuration(taskNs) })));

/** `Measured with two tasks: threads from 160 ms per task.` */
export const paysFromText = ({ sizes }: ClaimFactOf<'pays-from'>): string =>
  message('claim-pays-from', {
    sizes: listed(sizes, (values) => message('claim-pays-size', values)),
  });

/** `With two tasks, no size was found from which it pays, only a bound: threads not reached up to 12 ms per task.` */
export const paysNotText = ({ sizes }: ClaimFactOf<'pays-not-up-to'>): string =>
  message('claim-pays-not', {
    sizes: listed(sizes, (values) => message('claim-pays-bound', values)),
  });

/** `By the measured cost of starting, two threads with a core each pay from about 49.9 ms per task.` */
export const paysStartText = ({ sizes }: ClaimFactOf<'pays-by-start'>): string =>
  message('claim-pays-start', {
    sizes: listed(sizes, (values) => message('claim-pays-start-size', values)),
  });
