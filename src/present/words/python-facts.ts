// A Python in words. Pure.
import type { Interpreter } from '@shared/experiment/python';

/** Whether threads take turns in it: `on`, `off (free-threaded)`. */
export function describeLock({ freeThreaded, gil }: Interpreter): string {
  if (!freeThreaded) return 'on';
  return gil ? 'on, though free-threaded' : 'off, free-threaded';
}

/** `1 Python`, `3 Pythons`. */
export function countPythons(count: number): string {
  return `${count} ${count === 1 ? 'Python' : 'Pythons'}`;
}
