// A wait that leaves the event loop free.
import { setImmediate, setTimeout } from 'node:timers/promises';

/** Waits `ms` on a timer; 0 is one turn of the event loop, as Node's timers make it 1 ms. */
export async function pause(ms: number): Promise<void> {
  if (ms === 0) await setImmediate();
  else await setTimeout(ms);
}
