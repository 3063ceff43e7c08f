// The same with threads: they take the next task from a shared counter, and nothing else happens.
// Usage: node threads.mjs TASKS ITERATIONS WORKERS
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { loadCompute } from './compute.mjs';

const GO = 0;
const NEXT = 1;

/** @typedef {{ control: Int32Array, tasks: number, iterations: number }} Share */

/** @param {Share} share */
async function runShare({ control, tasks, iterations }) {
  const work = loadCompute(iterations);
  parentPort?.postMessage('ready');
  Atomics.wait(control, GO, 0);
  let sum = 0;
  for (;;) {
    const task = Atomics.add(control, NEXT, 1);
    if (task >= tasks) break;
    sum += await work.run(task);
  }
  parentPort?.postMessage({ endNs: process.hrtime.bigint(), sum });
}

async function runAll() {
  const [tasks = 0, iterations = 0, workers = 0] = process.argv.slice(2).map(Number);
  const control = new Int32Array(new SharedArrayBuffer(8));
  const share = { control, tasks, iterations };
  const file = new URL(import.meta.url);
  const threads = Array.from({ length: workers }, () => new Worker(file, { workerData: share }));
  const answers = () =>
    Promise.all(threads.map((thread) => new Promise((resolve) => thread.once('message', resolve))));
  await answers();
  const done = answers();
  const began = process.hrtime.bigint();
  Atomics.store(control, GO, 1);
  Atomics.notify(control, GO);
  const ends = (await done).map(({ endNs }) => Number(endNs - began));
  process.stdout.write(`${JSON.stringify({ ns: Math.max(...ends) })}\n`);
}

if (isMainThread) await runAll();
else await runShare(workerData);
