// Made-up Pythons for tests.
import type { Interpreter } from '@shared/experiment/python';

/** A Python by its id, as `3.12` or `3.14t`. */
export function makePython(id: string, over: Partial<Interpreter> = {}): Interpreter {
  const freeThreaded = id.endsWith('t');
  return {
    id,
    path: `/opt/python/${id}/bin/python3`,
    version: `${id.replace('t', '')}.1`,
    implementation: 'CPython',
    freeThreaded,
    gil: !freeThreaded,
    startMethods: ['fork', 'spawn', 'forkserver'],
    subInterpreters: false,
    ...over,
  };
}
