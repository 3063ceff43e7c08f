// The figures beside a trial's lanes, from its tracks: a few a second, not a frame.
import { coresBusy } from '@analysis/cells/cells';
import type { TimelineBuffer } from '../../../model/timeline-buffer';
import type { TrialTrack } from '../../../model/tracks';
import { describeMissing } from './missing';
import { lowerBound } from '../../../model/search';
import type { Extent } from '../viewport';

export interface TrialFigures {
  /** Cores that its workers kept busy, on average; undefined before a sample. */
  readonly coresBusy: number | undefined;
  /** What the average is over. */
  readonly busyOver: 'second' | 'trial';
  readonly tasksDone: number;
  /** What the picture lacks, a sentence each. */
  readonly missing: readonly string[];
  readonly tasks: number;
  /** Mean of the workers, and the time they were sampled over. */
  readonly wait: { readonly ns: number; readonly ofNs: number } | undefined;
  /** Times a sample saw a worker on another core than the one before; undefined unsampled. */
  readonly moves: number | undefined;
  readonly memory: { readonly totalBytes: number; readonly sharedBytes: number } | undefined;
  /** What its processes held when the workers had ended; undefined before, or where it was not read. */
  readonly leftBytes: number | undefined;
  readonly loopWorstNs: number | undefined;
}

/** Mean CPU use of all workers over the samples that end after `sinceNs`, in cores. */
function coresBusySince({ workers }: TrialTrack, sinceNs: number): number | undefined {
  let cores: number | undefined;
  for (const { samples } of workers) {
    let [onCpuNs, spanNs] = [0, 0];
    const first = lowerBound(samples.column('atNs'), samples.length, sinceNs);
    for (let row = first; row < samples.length; row += 1) {
      onCpuNs += samples.at('onCpuNs', row);
      spanNs += samples.at('spanNs', row);
    }
    if (spanNs > 0) cores = (cores ?? 0) + onCpuNs / spanNs;
  }
  return cores;
}

function loopWorst({ loop }: TimelineBuffer, { beginNs, nowNs }: Extent): number | undefined {
  const at = loop.column('atNs');
  let worst: number | undefined;
  for (let row = lowerBound(at, loop.length, beginNs); row < loop.length; row += 1) {
    if ((at[row] ?? 0) > nowNs) break;
    worst = Math.max(worst ?? 0, loop.at('maxNs', row));
  }
  return worst;
}

/** The figures of one trial as far as it is known. */
export function trialFigures(
  buffer: TimelineBuffer,
  track: TrialTrack,
  extent: Extent,
): TrialFigures {
  const { end } = track;
  const sampled = track.workers.filter(({ sampledNs }) => sampledNs > 0);
  const mean = (pick: (worker: (typeof sampled)[number]) => number): number =>
    sampled.reduce((sum, worker) => sum + pick(worker), 0) / sampled.length;
  const { totalBytes, sharedBytes, maxBytes } = track.memory.curve;
  // Of a finished trial the most: at its end its workers are gone.
  const shown = end === undefined ? totalBytes.length - 1 : totalBytes.indexOf(maxBytes);
  const whole = end === undefined ? undefined : coresBusy(end);
  return {
    coresBusy: whole ?? coresBusySince(track, extent.nowNs - 1e9),
    busyOver: whole === undefined ? 'second' : 'trial',
    tasksDone: track.tasksDone,
    missing: describeMissing(buffer, track),
    tasks: buffer.tasks,
    wait:
      sampled.length === 0
        ? undefined
        : { ns: mean(({ waitNs }) => waitNs), ofNs: mean(({ sampledNs }) => sampledNs) },
    moves: sampled.length === 0 ? undefined : sampled.reduce((sum, { moves }) => sum + moves, 0),
    memory:
      shown < 0
        ? undefined
        : { totalBytes: totalBytes[shown] ?? 0, sharedBytes: sharedBytes[shown] ?? 0 },
    leftBytes: end?.leftPssBytes,
    loopWorstNs: loopWorst(buffer, extent),
  };
}
