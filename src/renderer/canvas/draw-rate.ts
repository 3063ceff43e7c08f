// Limits how often the window draws live data: where the workers take every core, drawing steals from them.
import type { Rates } from './frame';

export interface Situation {
  /** A run is under way. */
  readonly running: boolean;
  /** A trial is under way whose times count. */
  readonly counts: boolean;
  /** Cores busy in the newest samples; undefined where not known, taken as all of them. */
  readonly busy: number | undefined;
  readonly cores: number;
  /** What drawing a picture has taken lately; undefined before the first. */
  readonly drawMs: number | undefined;
}

/** Pictures a second, with hardly a core free, of what counts. */
const crowded = { least: 1, most: 12 } as const;
/** Milliseconds of a core that a second's pictures may take then, for each core there is: 1 %. */
const shareMs = 10;
/**
 * What follows a picture in other threads and processes, without a graphics processor. Measured on 2 cores:
 * docs/decisions/0029.
 */
const afterwardsMs = 3;
/** Less of a core than this is what the workers leave between two tasks: it is theirs. */
const minFree = 0.4;
const fastest = 30;
/** Where nothing counts, or a part of a core is free. */
const smooth = 14;
/** What each free core allows: about a quarter of it. */
const perFreeCore = 12;
/** Nothing runs: the cores come once a second, and a picture costs more than they do. */
const atRest = 0.4;
/** Words are changed by a frame of the whole page, and read a few times a second at the most. */
const words = { crowded: 1, free: 4 } as const;

/** Pictures per second for live data, and changes of the words about it. */
export function drawRates({ running, counts, busy, cores, drawMs = 0 }: Situation): Rates {
  if (!running) return { data: atRest, words: words.free };
  const free = Math.max(0, cores - (busy ?? cores));
  if (free >= minFree) {
    return { data: Math.min(fastest, Math.max(smooth, perFreeCore * free)), words: words.free };
  }
  if (!counts) return { data: smooth, words: words.crowded };
  const affordable = (shareMs * cores) / (drawMs + afterwardsMs);
  const data = Math.min(crowded.most, Math.max(crowded.least, affordable));
  return { data, words: words.crowded };
}
