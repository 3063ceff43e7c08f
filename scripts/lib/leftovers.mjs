// Finds processes that the tests started and did not end. Linux only: it reads /proc.
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { send } from './pids.mjs';

/** The environment variable by which a process knows, and shows, which test run it belongs to. */
export const MARK = 'CORELANE_TEST_RUN';

const LOOK_AGAIN_MS = 100;
const LOOKS = 50;

/**
 * @typedef {object} ProcessInfo
 * @property {number} pid
 * @property {number} parent
 * @property {string} state one letter
 * @property {number} startTicks when it started, in clock ticks since the system did
 * @property {string} command
 * @property {string} environment empty where it can't be read, or was overwritten
 */

/**
 * @param {string} stat the text of /proc/PID/stat
 * @returns {Pick<ProcessInfo, 'state' | 'parent' | 'startTicks'>}
 */
export function parseStat(stat) {
  // The name, in brackets, may hold anything: fields are counted from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', parent: Number(fields[1]), startTicks: Number(fields[19]) };
}

/**
 * Picks the processes that a test run left. Those that carry another run's mark, or belong to somebody who works in
 * the same checkout, are not ours.
 * @param {readonly ProcessInfo[]} all
 * @param {object} ours
 * @param {string} ours.run the value of the mark
 * @param {readonly string[]} ours.paths what shows in the command line of the checkout's programs
 * @param {number} ours.sinceTicks when this run started
 * @returns {ProcessInfo[]}
 */
export function pickLeftovers(all, { run, paths, sinceTicks }) {
  const byPid = new Map(all.map((each) => [each.pid, each]));
  const isProgram = (/** @type {ProcessInfo} */ each) =>
    paths.some((path) => each.command.includes(path));
  const isOrphan = (/** @type {ProcessInfo} */ each) => {
    let top = each;
    for (let parent = byPid.get(top.parent); parent && isProgram(parent);) {
      top = parent;
      parent = byPid.get(top.parent);
    }
    return top.parent <= 1;
  };
  return all.filter((each) => {
    if (each.state === 'Z' || each.state === 'X') return false;
    const mark = new RegExp(`(?:^|\\0)${MARK}=([^\\0]*)`).exec(each.environment)?.[1];
    if (mark !== undefined) return mark === run;
    return isProgram(each) && each.startTicks >= sinceTicks && isOrphan(each);
  });
}

/** @returns {ProcessInfo[]} */
export function listProcesses() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const stat = read(`/proc/${pid}/stat`);
      if (!stat) return [];
      return {
        pid: Number(pid),
        ...parseStat(stat),
        command: read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim(),
        environment: read(`/proc/${pid}/environ`),
      };
    });
}

/**
 * @param {string} file
 * @returns {string} empty when the process has gone, or is somebody else's
 */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // Processes come and go while they are listed: that is no error.
  }
}

/**
 * Waits until all that the tests started has gone, and ends, by pid, what stays.
 * @param {string} run
 * @param {readonly string[]} paths
 * @returns {Promise<ProcessInfo[]>} those that had to be ended
 */
export async function endLeftovers(run, paths) {
  const { startTicks: sinceTicks } = parseStat(readFileSync('/proc/self/stat', 'utf8'));
  const look = () => pickLeftovers(listProcesses(), { run, paths, sinceTicks });
  let left = look();
  for (let looks = 1; left.length > 0 && looks < LOOKS; looks += 1) {
    await wait(LOOK_AGAIN_MS);
    left = look();
  }
  for (const { pid } of left) send(pid, 'SIGKILL');
  return left;
}
