// Who holds a lock: the process, named so that no other can be taken for it.
import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { alive } from './pids.mjs';

/**
 * @typedef {object} Holder
 * @property {number} pid
 * @property {string} start when the process began: its number alone is given again
 * @property {string} boot which start of the machine
 * @property {string} place within which its number counts: the machine, and a container's namespace
 */

/**
 * @param {() => string} read
 * @returns {string} empty where it is not told here
 */
function known(read) {
  try {
    return read().trim();
  } catch {
    return '';
  }
}

/**
 * @param {number} pid
 * @returns {string} empty where that is not known
 */
function startOf(pid) {
  if (process.platform === 'linux') {
    const stat = known(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  }
  if (process.platform === 'win32') return '';
  return known(
    () => spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout,
  );
}

/** @returns {Holder} */
export function ownHolder() {
  return {
    pid: process.pid,
    start: startOf(process.pid),
    boot: known(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    place: `${hostname()} ${known(() => readlinkSync('/proc/self/ns/pid'))}`,
  };
}

/**
 * @param {string} text
 * @returns {Holder | undefined} nothing where it names no process: empty, cut short, or of an older version
 */
export function parseHolder(text) {
  try {
    const { pid, start, boot, place } = /** @type {Record<string, unknown>} */ (
      JSON.parse(text) ?? {}
    );
    if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0) return undefined;
    if (typeof start !== 'string' || typeof boot !== 'string' || typeof place !== 'string') {
      return undefined;
    }
    return { pid, start, boot, place };
  } catch {
    return undefined;
  }
}

/**
 * @param {Holder} holder
 * @param {Holder} own
 * @returns {boolean} whether it is certain that it has ended; of another machine or container nothing is
 */
export function ended(holder, own) {
  if (holder.place !== own.place) return false;
  if (holder.boot !== own.boot) return true;
  if (!alive(holder.pid)) return true;
  const start = startOf(holder.pid);
  return start !== '' && holder.start !== '' && start !== holder.start;
}
