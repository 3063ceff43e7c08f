// Tasks a second of one worker pool, in a process of its own.
// Usage: node rate.mjs threads|processes PACKAGE WORKERS BATCHES
import { median } from '../lib/stats.mjs';
import { peers } from './pools.mjs';

const [kind = '', name, workers, batches] = process.argv.slice(2);
const peer = peers[kind === 'processes' ? 'processes' : 'threads'].find(
  (each) => each.package === name,
);
if (peer === undefined) throw new Error(`there is no pool of ${kind} in ${name}`);

/** Batches that start the workers and let the engine compile: not counted. */
const warmUp = Number(batches) > 1 ? 3 : 1;

const pool = await peer.open(Number(workers));
/** @type {number[]} */
const rates = [];
for (let batch = 0; batch < warmUp + Number(batches); batch += 1) {
  const began = performance.now();
  await Promise.all(Array.from({ length: peer.inFlight }, () => pool.one()));
  const seconds = (performance.now() - began) / 1000;
  if (batch >= warmUp) rates.push(peer.inFlight / seconds);
}
await pool.close();
process.stdout.write(`${JSON.stringify({ rate: median(rates) })}\n`);
process.exit();
