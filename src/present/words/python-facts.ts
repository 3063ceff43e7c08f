// A Python in words. Pure.
import type { Interpreter } from '@shared/experiment/python';

/** Whether threads take turns in it: `on`, `off (free-threaded)`. */
export function describeLock({ freeThreaded, gil }: Interpreter): string {
  if (!freeThreaded) return 'on';
  return gil ? 'on, though free-threaded' : 'off, free-threaded';
}
