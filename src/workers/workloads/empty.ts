// Empty: a task that does nothing, so that what is measured is the strategy itself.
import type { LoadedWorkload } from './context';

/** The checksum is the same for every task. */
export function create(): LoadedWorkload {
  return { run: () => 0 };
}
