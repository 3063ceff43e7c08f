// The worker pools that dispatch is compared with, each as its documentation would have it for tiny
// tasks: a fixed number of warm workers, the faster queue, and where it is offered, many tasks on their
// way to a worker at once. Which of the settings is fastest is found out in each run.
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Pool
 * @property {() => Promise<unknown>} one runs one task that does nothing
 * @property {() => Promise<unknown>} close
 */

/**
 * @typedef {object} Peer
 * @property {string} package
 * @property {readonly number[]} pipelines tasks that may be with one worker at once, each to be tried
 * @property {(workers: number, pipeline: number) => Promise<Pool>} open
 */

const NEVER_MS = 2 ** 31 - 1;
/** One at a time, as by default, and enough of them that no worker waits for the next. */
const PIPELINES = [1, 64];
/** Where the pool decides by itself. */
const ITS_OWN = [1];

const file = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * @param {'worker_threads' | 'child_process'} runtime
 * @param {number} workers
 * @param {number} pipeline
 * @returns {Promise<Pool>}
 */
async function openTinypool(runtime, workers, pipeline) {
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: file('noop.mjs'),
    runtime,
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: NEVER_MS,
    concurrentTasksPerWorker: pipeline,
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
      pipelines: PIPELINES,
      open: async (workers, pipeline) => {
        const { FixedQueue, Piscina } = await import('piscina');
        const pool = new Piscina({
          filename: file('noop.mjs'),
          minThreads: workers,
          maxThreads: workers,
          idleTimeout: NEVER_MS,
          concurrentTasksPerWorker: pipeline,
          taskQueue: new FixedQueue(),
        });
        return { one: () => pool.run(0), close: () => pool.destroy() };
      },
    },
    {
      package: 'tinypool',
      pipelines: PIPELINES,
      open: (workers, pipeline) => openTinypool('worker_threads', workers, pipeline),
    },
    {
      package: 'workerpool',
      pipelines: ITS_OWN,
      open: (workers) => openWorkerpool('thread', workers),
    },
    {
      package: 'poolifier',
      pipelines: ITS_OWN,
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
      pipelines: PIPELINES,
      open: (workers, pipeline) => openTinypool('child_process', workers, pipeline),
    },
    {
      package: 'workerpool',
      pipelines: ITS_OWN,
      open: (workers) => openWorkerpool('process', workers),
    },
  ],
};
