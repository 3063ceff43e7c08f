// Python interpreters: what is known of each, and which of them an experiment means.
import { z } from 'zod';
import { startMethods } from './strategies';

export const interpreterSchema = z.object({
  /** Short and unique among those found: `3.12`, `3.13t` for a free-threaded build, `3.12.1` beside another 3.12. */
  id: z.string(),
  path: z.string(),
  version: z.string(),
  /** As it names itself: `CPython`, `PyPy`. */
  implementation: z.string(),
  /** Built so that it can run without its lock. */
  freeThreaded: z.boolean(),
  /** Whether its lock is on now. */
  gil: z.boolean(),
  startMethods: z.array(z.enum(startMethods)),
  /** Can make sub-interpreters with a lock of their own. */
  subInterpreters: z.boolean(),
  /** The folder of its virtual environment, where it is in one. */
  environment: z.string().optional(),
});

export type Interpreter = z.infer<typeof interpreterSchema>;

/** How a cell's tasks run in Python. */
export const pythonCellSchema = z.object({
  /** Id of the interpreter. */
  interpreter: z.string(),
  path: z.string(),
  startMethod: z.enum(startMethods).optional(),
  /** Tasks a pool is handed at once. */
  chunk: z.number().optional(),
});

export type PythonCell = Readonly<z.infer<typeof pythonCellSchema>>;

/** An interpreter that is there but can't be used, and why. */
export interface UnusableInterpreter {
  readonly path: string;
  readonly why: string;
}

/** What was found on this machine: the one that `python3` means first. */
export interface FoundInterpreters {
  readonly usable: readonly Interpreter[];
  readonly unusable: readonly UnusableInterpreter[];
}

/** The oldest version that the agent works with. */
export const leastPython = { major: 3, minor: 8 } as const;

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
