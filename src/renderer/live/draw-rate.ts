// How often the window may draw live data: where the workers take every core, drawing steals from them.

/** Frames a second with no core free: one takes up to 20 ms of a core without a graphics processor. */
const slowest = 1;
const fastest = 30;
/** What each free core allows: about a quarter of it. */
const perFreeCore = 12;
/** Nothing runs: the cores come once a second, and a picture costs more than they do. */
const atRest = 0.4;

/**
 * Frames per second for live data.
 * @param measuring whether a run is under way
 * @param busy cores busy in the newest samples; undefined where not known, taken as all of them
 */
export function drawRate(measuring: boolean, busy: number | undefined, cores: number): number {
  if (!measuring) return atRest;
  const free = Math.max(0, cores - (busy ?? cores));
  return Math.min(fastest, Math.max(slowest, perFreeCore * free));
}
