// Something to watch: a process with as many worker threads as asked, some of them busy.
// Says their kernel numbers in one line of JSON, then stays until it is ended.
// Usage: node threads.mjs THREADS BUSY
import { readlinkSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const ownTid = () => Number(readlinkSync('/proc/thread-self').split('/').at(-1));

async function stay() {
  const [threads = 0, busy = 0] = process.argv.slice(2).map(Number);
  const file = new URL(import.meta.url);
  const tids = await Promise.all(
    Array.from({ length: threads }, (_, index) => {
      const thread = new Worker(file, { workerData: { busy: index < busy } });
      return new Promise((resolve) => thread.once('message', resolve));
    }),
  );
  process.stdout.write(`${JSON.stringify({ pid: process.pid, tids })}\n`);
  setInterval(() => undefined, 60_000);
}

/** @param {{ busy: boolean }} options */
function live({ busy }) {
  parentPort?.postMessage(ownTid());
  const rest = new Int32Array(new SharedArrayBuffer(4));
  // Busy ones are moved about by the scheduler as real ones are; the others wait.
  if (!busy) Atomics.wait(rest, 0, 0);
  for (let step = 0; busy; step += 1) rest[0] = step;
}

if (isMainThread) await stay();
else live(workerData);
