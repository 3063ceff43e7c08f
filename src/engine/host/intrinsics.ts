// What a host uses of its runtime, as it was before own code was loaded: fake clocks and replaced functions
// of own code change nothing here.

/** Timers of the real clock. */
export const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate } = globalThis;

/** Ends the calling process, or in a worker thread that thread. */
export const realExit: (code?: number) => never = process.exit.bind(process);
