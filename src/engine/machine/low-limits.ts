// Limits of this shell that are too low for a Node.js with workers: it aborts where they are reached, and can say
// nothing then. So they are looked at before.
import { readFileSync } from 'node:fs';
import { processLimitIn } from './process-limit';

/** A limit that is lower than workers need, with what they need at least. */
export type LowLimit =
  | { readonly kind: 'address-space'; readonly bytes: number; readonly minBytes: number }
  | { readonly kind: 'processes'; readonly count: number; readonly minCount: number };

/** Measured with Node.js 20: two threads end by SIGTRAP below 1.6 to 2.5 GB, each reserves its own code range. */
const minBytes = 4e9;
/** The threads of the command line, the sampler and one host. */
const minCount = 32;

/**
 * The limits of `/proc/self/limits`, a text, that are too low. Pure.
 * @param isRoot whether the limit on processes does not hold
 */
export function lowLimitsIn(limits: string, isRoot: boolean): readonly LowLimit[] {
  const soft = /^Max address space +(\d+)/m.exec(limits)?.[1];
  const bytes = soft === undefined ? Infinity : Number(soft);
  const count = isRoot ? Infinity : (processLimitIn(limits) ?? Infinity);
  return [
    ...(bytes < minBytes ? [{ kind: 'address-space' as const, bytes, minBytes }] : []),
    ...(count < minCount ? [{ kind: 'processes' as const, count, minCount }] : []),
  ];
}

/** The limits of this process that are too low; none where they can't be read. */
export function lowLimits(): readonly LowLimit[] {
  if (process.platform !== 'linux') return [];
  try {
    return lowLimitsIn(readFileSync('/proc/self/limits', 'utf8'), process.getuid?.() === 0);
  } catch {
    return [];
  }
}
