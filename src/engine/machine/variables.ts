// Variables of the environment that change what a child or its code does, and so a measurement. Pure.

/** Of runtimes, of their pools of threads, of allocators and of the dynamic linker. */
const named: ReadonlySet<string> = new Set([
  'NODE_OPTIONS',
  'NODE_V8_COVERAGE',
  'NODE_ENV',
  'NODE_DEBUG',
  'NODE_PENDING_DEPRECATION',
  'VSCODE_INSPECTOR_OPTIONS',
  'UV_THREADPOOL_SIZE',
  'UV_USE_IO_URING',
  'OMP_NUM_THREADS',
  'OPENBLAS_NUM_THREADS',
  'MKL_NUM_THREADS',
  'NUMEXPR_NUM_THREADS',
  'RAYON_NUM_THREADS',
  'GOMAXPROCS',
  'LD_PRELOAD',
  'LD_LIBRARY_PATH',
  'LD_BIND_NOW',
  'DYLD_INSERT_LIBRARIES',
  'GLIBC_TUNABLES',
  'GCONV_PATH',
  'ELECTRON_RUN_AS_NODE',
]);

const families = /^(?:PYTHON|MALLOC_|OMP_|KMP_|GOMP_|JEMALLOC_|MIMALLOC_)/;

/** A value is shown up to this length. */
const maxLength = 500;

/** Those that are set, by name in order; undefined where none is. */
export function readVariables(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> | undefined {
  const found = Object.entries(environment)
    .filter(([name]) => named.has(name) || families.test(name))
    .flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value.slice(0, maxLength)] as const],
    )
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
