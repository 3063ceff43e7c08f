// Tasks a second of one worker pool in a process of its own: in the setting that is fastest now, or in the one named.
// Usage: node rate.mjs threads|processes PACKAGE WORKERS BATCHES [PIPELINE TASKS]
import { setTimeout as wait } from 'node:timers/promises';
import { median } from '../lib/stats.mjs';
import { peers } from './pools.mjs';

const [kind = '', name, workers, batches, ...setting] = process.argv.slice(2);
const [pipeline, tasks] = setting.map(Number);
const peer = peers[kind === 'processes' ? 'processes' : 'threads'].find(
  (each) => each.package === name,
);
if (peer === undefined) throw new Error(`there is no pool of ${kind} in ${name}`);

const CLOSE_LIMIT_MS = 2_000;

const once = Number(batches) === 1;
/** Batches that start the workers and let the engine compile: not counted. */
const warmUp = once ? 1 : 3;
/** Tasks asked for at once, with `Promise.all`. */
const inFlight = tasks !== undefined ? [tasks] : once ? [1_000] : [1_000, 10_000];
const lastPipeline = peer.pipelines.slice(-1);
const pipelines = pipeline !== undefined ? [pipeline] : once ? lastPipeline : peer.pipelines;

/**
 * @param {import('./pools.mjs').Pool} pool
 * @param {number} count tasks of a batch
 * @returns {Promise<number>} median rate of the batches
 */
async function rateOf(pool, count) {
  /** @type {number[]} */
  const rates = [];
  for (let batch = 0; batch < warmUp + Number(batches); batch += 1) {
    const began = performance.now();
    await Promise.all(Array.from({ length: count }, () => pool.one()));
    const seconds = (performance.now() - began) / 1000;
    if (batch >= warmUp) rates.push(count / seconds);
  }
  return median(rates);
}

let best = { rate: 0, pipeline: 0, tasks: 0 };
for (const each of pipelines) {
  const pool = await peer.open(Number(workers), each);
  for (const count of inFlight) {
    const rate = await rateOf(pool, count);
    if (rate > best.rate) best = { rate, pipeline: each, tasks: count };
  }
  // One of them does not always say that it has closed; its threads end with this process then.
  await Promise.race([pool.close(), wait(CLOSE_LIMIT_MS)]);
}
process.stdout.write(`${JSON.stringify(best)}\n`);
process.exit();
