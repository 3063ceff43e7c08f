// Interpreters by their version.
import type { Interpreter } from '@shared/experiment/python';

/** Sorts the oldest first; of one version the free-threaded build last. */
export function byVersion(one: Interpreter, other: Interpreter): number {
  return (
    one.version.localeCompare(other.version, 'en', { numeric: true }) ||
    Number(one.freeThreaded) - Number(other.freeThreaded)
  );
}
