// The worker pools that dispatch is compared with, each as its documentation would have it for tiny
// tasks, and with the settings that proved fastest here: a fixed number of warm workers, and where it
// is offered, many tasks on their way to a worker at once.
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Pool
 * @property {() => Promise<unknown>} one runs one task that does nothing
 * @property {() => Promise<unknown>} close
 */

/**
 * @typedef {object} Peer
 * @property {string} package
 * @property {number} inFlight tasks asked for at once, with `Promise.all`: what proved fastest
 * @property {(workers: number) => Promise<Pool>} open
 */

const NEVER_MS = 2 ** 31 - 1;
/** Tasks that may be with one worker at once. */
const PIPELINE = 64;

const file = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * @param {'worker_threads' | 'child_process'} runtime
 * @param {number} workers
 * @returns {Promise<Pool>}
 */
async function openTinypool(runtime, workers) {
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: file('noop.mjs'),
    runtime,
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: NEVER_MS,
    concurrentTasksPerWorker: PIPELINE,
  });
  return { one: () => pool.run(0), close: () => pool.destroy() };
}

/**
 * @param {'thread' | 'process'} workerType
 * @param {number} workers
 * @returns {Promise<Pool>}
 */
async function openWorkerpool(workerType, workers) {
  const { default: workerpool } = await import('workerpool');
  const pool = workerpool.pool(file('noop-workerpool.mjs'), {
    workerType,
    minWorkers: workers,
    maxWorkers: workers,
  });
  // Its promises are its own kind.
  return {
    one: () => /** @type {Promise<unknown>} */ (/** @type {unknown} */ (pool.exec('noop', []))),
    close: async () => void (await pool.terminate()),
  };
}

/** @type {Readonly<Record<'threads' | 'processes', readonly Peer[]>>} */
export const peers = {
  threads: [
    {
      package: 'piscina',
      inFlight: 10_000,
      open: async (workers) => {
        const { FixedQueue, Piscina } = await import('piscina');
        const pool = new Piscina({
          filename: file('noop.mjs'),
          minThreads: workers,
          maxThreads: workers,
          idleTimeout: NEVER_MS,
          concurrentTasksPerWorker: PIPELINE,
          taskQueue: new FixedQueue(),
        });
        return { one: () => pool.run(0), close: () => pool.destroy() };
      },
    },
    {
      package: 'tinypool',
      inFlight: 10_000,
      open: (workers) => openTinypool('worker_threads', workers),
    },
    {
      package: 'workerpool',
      inFlight: 1_000,
      open: (workers) => openWorkerpool('thread', workers),
    },
    {
      package: 'poolifier',
      inFlight: 1_000,
      open: async (workers) => {
        const { FixedThreadPool } = await import('poolifier');
        const pool = new FixedThreadPool(workers, file('noop-poolifier.mjs'), {
          enableEvents: false,
        });
        return { one: () => pool.execute(), close: () => pool.destroy() };
      },
    },
  ],
  processes: [
    {
      package: 'tinypool',
      inFlight: 10_000,
      open: (workers) => openTinypool('child_process', workers),
    },
    {
      package: 'workerpool',
      inFlight: 1_000,
      open: (workers) => openWorkerpool('process', workers),
    },
  ],
};
