// Python interpreters: what is known of each, and which of them an experiment means.
import type { PythonFault } from './python-fault';
import type { StartMethod } from './strategies';

/** A Python interpreter of this machine. */
export interface Interpreter {
  /** Short and unique among those found: `3.12`, `3.13t` for a free-threaded build, `3.12.1` beside another 3.12. */
  id: string;
  path: string;
  version: string;
  /** As it names itself: `CPython`, `PyPy`. */
  implementation: string;
  /** Built so that it can run without its lock. */
  freeThreaded: boolean;
  /** Whether its lock is on now. */
  gil: boolean;
  startMethods: StartMethod[];
  /** Can make sub-interpreters with a lock of their own. */
  subInterpreters: boolean;
  /** The folder of its virtual environment, where it is in one. */
  environment?: string | undefined;
}

/** How a cell's tasks run in Python. */
export interface PythonCell {
  /** Id of the interpreter. */
  readonly interpreter: string;
  readonly path: string;
  readonly startMethod?: StartMethod | undefined;
  /** Tasks a pool is handed at once. */
  readonly chunk?: number | undefined;
}

/** An interpreter that is there but can't be used, and why. */
export interface UnusableInterpreter {
  readonly path: string;
  readonly why: PythonFault;
}

/** What was found on this machine: the one that `python3` means first. */
export interface FoundInterpreters {
  readonly usable: readonly Interpreter[];
  readonly unusable: readonly UnusableInterpreter[];
}

/** The oldest version that the agent works with. */
export const minPython = { major: 3, minor: 8 } as const;

/**
 * The interpreters a selector means: `default` the first, `all` every one, otherwise an id, a version
 * (`3.12` or `3.12.1`) or a path. Empty where there is none such.
 */
export function selectInterpreters(
  selector: string,
  found: readonly Interpreter[],
): readonly Interpreter[] {
  if (selector === 'all') return found;
  if (selector === 'default') return found.slice(0, 1);
  const exact = found.filter(({ id, path }) => id === selector || path === selector);
  if (exact.length > 0) return exact.slice(0, 1);
  return found
    .filter(({ version }) => version === selector || version.startsWith(`${selector}.`))
    .slice(0, 1);
}
