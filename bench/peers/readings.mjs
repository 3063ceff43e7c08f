// What one reading of one process costs with a package that reads processes: CPU time, its children's too.
// Usage: node readings.mjs pidusage|pidusage-list|systeminformation SECONDS PID…
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';

const [name = '', seconds, ...rest] = process.argv.slice(2);
const pids = rest.map(Number);
const load = createRequire(import.meta.url);

/** As often as Corelane samples by default. */
const EVERY_MS = 20;
const TICK_MICROSECONDS = 10_000;

/** @type {Readonly<Record<string, () => () => Promise<unknown>>>} */
const readers = {
  pidusage: () => {
    const pidusage = load('pidusage');
    return async () => {
      for (const pid of pids) await pidusage(pid);
    };
  },
  'pidusage-list': () => {
    const pidusage = load('pidusage');
    return () => pidusage(pids);
  },
  systeminformation: () => {
    const { processLoad } = load('systeminformation');
    return () => processLoad('node');
  },
};

/** @returns {number} CPU time of this process and of the children it has had, in µs */
function cpuMicroseconds() {
  const { user, system } = process.cpuUsage();
  const stat = readFileSync('/proc/self/stat', 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return user + system + (Number(fields[13]) + Number(fields[14])) * TICK_MICROSECONDS;
}

const open = readers[name];
if (open === undefined) throw new Error(`${name} is not compared`);
const read = open();
// The first readings open files and compile code.
for (let warm = 0; warm < 10; warm += 1) await read();

let readings = 0;
const until = performance.now() + Number(seconds) * 1000;
const before = cpuMicroseconds();
while (performance.now() < until) {
  const began = performance.now();
  await read();
  readings += 1;
  await wait(Math.max(0, EVERY_MS - (performance.now() - began)));
}
const microseconds = (cpuMicroseconds() - before) / (readings * pids.length);
process.stdout.write(`${JSON.stringify({ microseconds, readings })}\n`);
process.exit();
