// Limits how often the window draws live data: where the workers take every core, drawing steals from them.

/** Frames a second with hardly a core free, whatever one takes. */
const crowded = { least: 0.5, most: 4 } as const;
/**
 * Milliseconds a second that drawing may take then. What follows in other threads and processes takes
 * several times as much without a graphics processor.
 */
const crowdedMs = 1.5;
/** Less of a core than this is what the workers leave between two tasks: it is theirs. */
const minFree = 0.4;
const fastest = 30;
/** What each free core allows: about a quarter of it. */
const perFreeCore = 12;
/** Nothing runs: the cores come once a second, and a picture costs more than they do. */
const atRest = 0.4;

/**
 * Frames per second for live data.
 * @param measuring whether a run is under way
 * @param busy cores busy in the newest samples; undefined where not known, taken as all of them
 * @param drawMs what drawing a frame has taken lately; undefined before the first
 */
export function drawRate(
  measuring: boolean,
  busy: number | undefined,
  cores: number,
  drawMs: number | undefined,
): number {
  if (!measuring) return atRest;
  const free = Math.max(0, cores - (busy ?? cores));
  if (free >= minFree) return Math.min(fastest, perFreeCore * free);
  if (drawMs === undefined) return crowded.least;
  return Math.min(crowded.most, Math.max(crowded.least, crowdedMs / drawMs));
}
