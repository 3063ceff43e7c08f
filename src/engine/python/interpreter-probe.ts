// The small program that tells what an interpreter is. Understood by Python 2 as well, so that an old
// one can say how old it is.

/** Prints one line of JSON; the fields of {@link ProbeAnswer}. */
export const probeProgram = `
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
    if sys.prefix != sys.base_prefix:
        answer["environment"] = sys.prefix
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
