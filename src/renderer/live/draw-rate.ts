// How often the window may draw live data: where the workers take every core, drawing steals from them.

/** One drawing takes up to 16 ms of a core where there is no graphics processor. */
const slowest = 3;
const fastest = 30;
/** Nothing runs: the cores come a few times a second, and the picture must not keep one busy. */
const atRest = 0.5;

/**
 * Frames per second for live data.
 * @param measuring whether a trial is under way
 * @param busy cores busy in the newest sample; undefined where not known, taken as all of them
 */
export function drawRate(measuring: boolean, busy: number | undefined, cores: number): number {
  if (!measuring) return atRest;
  const free = Math.min(1, Math.max(0, cores - (busy ?? cores)));
  return Math.round(slowest + free * (fastest - slowest));
}
