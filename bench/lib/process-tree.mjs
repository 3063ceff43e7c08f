// What a process and all it started use, as the kernel counts it. Linux only: it reads /proc.
import { readdirSync, readFileSync } from 'node:fs';
import { parseStat } from '../../scripts/lib/leftovers.mjs';

/** What the kernel calls USER_HZ: 100 on every Linux that Node.js runs on. */
const TICK_MS = 10;

/**
 * @param {string} file
 * @returns {string} empty where the process has gone
 */
function read(file) {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return ''; // Processes come and go while they are listed: that is no error.
  }
}

/**
 * @param {number} root
 * @returns {number[]} the process and all below it
 */
export function treeOf(root) {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parseStat(read(`/proc/${name}/stat`)).parent]),
  );
  const found = [root];
  for (let index = 0; index < found.length; index += 1) {
    for (const [pid, parent] of parents) if (parent === found[index]) found.push(pid);
  }
  return found;
}

/**
 * @param {readonly number[]} pids
 * @returns {number} CPU time they have used, user and system, in ms
 */
export function cpuMs(pids) {
  const ticks = pids.map((pid) => {
    const stat = read(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return stat === '' ? 0 : Number(fields[11]) + Number(fields[12]);
  });
  return ticks.reduce((sum, each) => sum + each, 0) * TICK_MS;
}

/**
 * @param {readonly number[]} pids
 * @returns {number} proportional memory they hold together, in bytes
 */
export function pssBytes(pids) {
  const kilobytes = pids.map((pid) =>
    Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
  );
  return kilobytes.reduce((sum, each) => sum + each, 0) * 1024;
}
