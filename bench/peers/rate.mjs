// Tasks a second of one worker pool in a process of its own, in the setting that is fastest now.
// Usage: node rate.mjs threads|processes PACKAGE WORKERS BATCHES
import { setTimeout as wait } from 'node:timers/promises';
import { median } from '../lib/stats.mjs';
import { peers } from './pools.mjs';

const [kind = '', name, workers, batches] = process.argv.slice(2);
const peer = peers[kind === 'processes' ? 'processes' : 'threads'].find(
  (each) => each.package === name,
);
if (peer === undefined) throw new Error(`there is no pool of ${kind} in ${name}`);

const CLOSE_LIMIT_MS = 2_000;

const once = Number(batches) === 1;
/** Batches that start the workers and let the engine compile: not counted. */
const warmUp = once ? 1 : 3;
/** Tasks asked for at once, with `Promise.all`. */
const inFlight = once ? [1_000] : [1_000, 10_000];

/**
 * @param {import('./pools.mjs').Pool} pool
 * @param {number} tasks
 * @returns {Promise<number>} median rate of the batches
 */
async function rateOf(pool, tasks) {
  /** @type {number[]} */
  const rates = [];
  for (let batch = 0; batch < warmUp + Number(batches); batch += 1) {
    const began = performance.now();
    await Promise.all(Array.from({ length: tasks }, () => pool.one()));
    const seconds = (performance.now() - began) / 1000;
    if (batch >= warmUp) rates.push(tasks / seconds);
  }
  return median(rates);
}

let rate = 0;
for (const pipeline of once ? peer.pipelines.slice(-1) : peer.pipelines) {
  const pool = await peer.open(Number(workers), pipeline);
  for (const tasks of inFlight) rate = Math.max(rate, await rateOf(pool, tasks));
  // One of them does not always say that it has closed; its threads end with this process then.
  await Promise.race([pool.close(), wait(CLOSE_LIMIT_MS)]);
}
process.stdout.write(`${JSON.stringify({ rate })}\n`);
process.exit();
