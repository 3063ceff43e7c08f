// What is said of limits that are too low, before they are reached.
import { lowLimits, type LowLimit } from '@engine/machine/process-limit';
import { message } from '@present/messages/message';
import { formatBytes } from '@shared/base/format';
import { complain } from './refuse';

function textOf(low: LowLimit): string {
  if (low.kind === 'processes') {
    return message('limit-processes', { count: low.count, min: low.minCount });
  }
  const { bytes, minBytes } = low;
  return message('limit-address-space', { limit: formatBytes(bytes), min: formatBytes(minBytes) });
}

/** Complains of each limit of this shell that may end workers. */
export function complainOfLowLimits(): void {
  for (const low of lowLimits()) complain(textOf(low));
}
