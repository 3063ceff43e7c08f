// How long a plain script waits until as many threads or processes as it wants are there, started at once.
// Usage: node start.cjs threads|processes COUNT
'use strict';

const { fork } = require('node:child_process');
const { join } = require('node:path');
const { Worker } = require('node:worker_threads');

const [kind, count] = process.argv.slice(2);

/** @returns {import('node:events').EventEmitter} */
const startOne = () =>
  kind === 'threads'
    ? new Worker(join(__dirname, 'hello-thread.cjs'))
    : fork(join(__dirname, 'hello-process.cjs'), { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });

const began = process.hrtime.bigint();
let missing = Number(count);
for (let index = 0; index < Number(count); index += 1) {
  startOne().once('message', () => {
    missing -= 1;
    if (missing > 0) return;
    const ns = Number(process.hrtime.bigint() - began);
    process.stdout.write(`${JSON.stringify({ ns })}\n`, () => process.exit());
  });
}
