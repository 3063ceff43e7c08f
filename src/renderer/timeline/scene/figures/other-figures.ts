// Who else used the cores: measuring itself, and what is left when the workers' time is taken off.
import { formatDecimals } from '@present/locale/format';
import { message } from '@present/messages/message';
import type { Interference } from '@shared/report/live';
import type { TimelineBuffer } from '../../../model/timeline-buffer';
import type { TrialTrack } from '../../../model/tracks';
import { lowerBound } from '../../../model/search';
import type { Extent } from '../viewport';

export interface OtherFigures {
  readonly cores: number;
  /** Cores the sampler used on average since the run began. */
  readonly samplerCores: number | undefined;
  /** Cores busy less the workers' own time, over the last seconds of the trial. */
  readonly otherCores: number | undefined;
  readonly samples: { readonly missed: number; readonly of: number } | undefined;
}

/** Long enough that the kernel's 10 ms ticks average out, short enough to be about now. */
const overNs = 3e9;

function busyBetween(
  buffer: TimelineBuffer,
  fromNs: number,
  toNs: number,
): {
  readonly coreNs: number;
  readonly spanNs: number;
  readonly firstNs: number;
} {
  const { length, columns } = buffer.coreRows.table;
  const { atNs: at, spanNs: spans, busy } = columns;
  let [coreNs, spanNs, firstNs] = [0, 0, toNs];
  for (let row = lowerBound(at, length, fromNs); row < length; row += 1) {
    const toRow = at[row] ?? 0;
    const span = spans[row] ?? 0;
    if (toRow > toNs) break;
    if (toRow - span < fromNs) continue;
    if (spanNs === 0) firstNs = toRow - span;
    spanNs += span;
    for (const shares of busy) coreNs += (shares[row] ?? Number.NaN) * span;
  }
  return { coreNs, spanNs, firstNs };
}

function workersBetween({ workers }: TrialTrack, fromNs: number, toNs: number): number {
  let usedNs = 0;
  for (const { samples } of workers) {
    const at = samples.column('atNs');
    for (let row = lowerBound(at, samples.length, fromNs); row < samples.length; row += 1) {
      const span = samples.at('spanNs', row);
      const overlap = Math.min(at[row] ?? 0, toNs) - Math.max((at[row] ?? 0) - span, fromNs);
      if (span > 0 && overlap > 0) usedNs += (samples.at('onCpuNs', row) * overlap) / span;
    }
  }
  return usedNs;
}

/** The figures at the trial's end, or now. */
export function otherFigures(
  buffer: TimelineBuffer,
  track: TrialTrack,
  { beginNs, nowNs }: Extent,
): OtherFigures {
  const { cost } = buffer;
  const fromNs = Math.max(beginNs, nowNs - overNs);
  const { coreNs, spanNs, firstNs } = busyBetween(buffer, fromNs, nowNs);
  const ours = workersBetween(track, firstNs, firstNs + spanNs);
  const sampled = track.workers.some(({ sampledNs }) => sampledNs > 0);
  return {
    cores: buffer.coreRows.count,
    samplerCores: cost === undefined || buffer.nowNs <= 0 ? undefined : cost.cpuNs / buffer.nowNs,
    otherCores: spanNs > 0 && sampled ? Math.max(0, (coreNs - ours) / spanNs) : undefined,
    samples: cost === undefined ? undefined : { missed: cost.missed, of: cost.ticks + cost.missed },
  };
}

/** What others use below this is not worth a line. */
const minCores = 0.1;
/** In a shorter trial a tick of the kernel's, 10 ms, is more than a tenth. */
const minSpanNs = 100e6;

/**
 * Returns what other programs took while a trial ran, and which took most: `others: 0.90 cores (yes, pid
 * 2210)`; undefined where that is next to nothing or not known.
 */
export function describeAround({ spanNs, othersCpuNs, others }: Interference): string | undefined {
  if (othersCpuNs === undefined || spanNs < minSpanNs) return undefined;
  const cores = othersCpuNs / spanNs;
  if (cores <= minCores) return undefined;
  const [most] = others ?? [];
  const values = { cores: formatDecimals(cores, 2) };
  return most === undefined
    ? message('live-other-cores', values)
    : message('live-other-cores-most', { ...values, name: most.name, pid: String(most.pid) });
}
