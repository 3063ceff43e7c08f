// The small program that tells what an interpreter is. Understood by old ones as well, so that they can say how
// old they are; what is older than 3.4 can't be isolated, and is known by that.

import { describeFileError } from '../file-error';
import { leastPython } from '@shared/python';

/** Prints one line of JSON; the fields of {@link ProbeAnswer}. */
const probeProgram = `
import json, os, platform, sys
answer = {
    "path": sys.executable,
    "version": platform.python_version(),
    "implementation": platform.python_implementation(),
}
if sys.version_info >= (3, 8):
    import multiprocessing, sysconfig
    answer["freeThreaded"] = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
    answer["gil"] = getattr(sys, "_is_gil_enabled", lambda: True)()
    answer["startMethods"] = multiprocessing.get_all_start_methods()
    answer["subInterpreters"] = sys.version_info >= (3, 12)
    folder = os.path.dirname(os.path.dirname(sys.executable))
    if os.path.isfile(os.path.join(folder, "pyvenv.cfg")):
        answer["environment"] = folder
sys.stdout.write(json.dumps(answer))
`;

export interface ProbeAnswer {
  readonly path: string;
  readonly version: string;
  readonly implementation: string;
  readonly freeThreaded?: boolean;
  readonly gil?: boolean;
  readonly startMethods?: readonly string[];
  readonly subInterpreters?: boolean;
  readonly environment?: string;
}

/**
 * What an interpreter is started with to tell. Isolated and without its site packages, so that nothing that
 * lies in this folder or in an environment is run; of what it then no longer reads, the lock's switch counts.
 */
export function probeArguments(
  env: Readonly<Record<string, string | undefined>> = process.env,
): readonly string[] {
  const lock = env['PYTHON_GIL'];
  const switched = lock === undefined || lock === '' ? [] : ['-X', `gil=${lock}`];
  return ['-I', '-S', ...switched, '-c', probeProgram];
}

/** Why an interpreter gave no answer: the last thing it said, or what the system says of it. */
export function describeSilence(error: unknown): string {
  if (!(error instanceof Error)) return `it does not run: ${String(error)}`;
  if (error instanceof SyntaxError) return 'it does not tell what it is';
  const { stderr = '', killed = false } = error as { stderr?: string; killed?: boolean };
  if (killed) return 'it does not answer';
  if (stderr.startsWith('Unknown option: -I')) {
    return `it is older than 3.4; ${leastPython.major}.${leastPython.minor} is the oldest that works`;
  }
  const said = stderr.trim().split('\n').at(-1)?.trim() ?? '';
  if (said !== '') return `it does not run: ${said}`;
  const { code } = error as { code?: unknown };
  return typeof code === 'number'
    ? `it does not run: it ends with exit code ${code}`
    : `it does not run: ${describeFileError(error)}`;
}
