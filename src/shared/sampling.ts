// How often what is sampled is read: the experiment's `hz` is the rate of the cheapest counters.

/**
 * Samples of the cores a second, where workers are sampled `hz` times a second. Reading the cores costs
 * more and, as they count in ticks of 10 ms, tells less each time: every fourth sample reads them, about 12
 * to 25 times a second; below that every sample does.
 */
export function coreSampleHz(hz: number): number {
  const wanted = Math.min(25, Math.max(12.5, hz / 4));
  return hz / Math.max(1, Math.ceil(hz / wanted));
}
