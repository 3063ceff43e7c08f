// Starts child processes, each in a group of its own, so that it can be ended with all that it started.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { onEnd, stopping } from './lifecycle.mjs';
import { send } from './pids.mjs';

const GRACE_MS = 5_000;
const POSIX = process.platform !== 'win32';

/**
 * @typedef {object} ChildOptions
 * @property {string | undefined} [cwd]
 * @property {Record<string, string | undefined>} [env] the whole environment
 * @property {number | undefined} [timeoutMs] after this the child and its group are ended
 * @property {boolean} [show] its output goes to ours as it comes, instead of being kept
 * @property {(chunk: string) => void} [onStderr] takes stderr as it comes (with `show`)
 */

/**
 * @typedef {object} ChildResult
 * @property {number} code 128 + the signal's number where a signal ended it, 127 where it couldn't start
 * @property {string} stdout what was kept
 * @property {string} output stdout and stderr as they came
 * @property {boolean} timedOut
 */

/**
 * Asks the child to end, then ends its whole group.
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<unknown>} closed
 * @returns {Promise<void>}
 */
async function endGroup(child, closed) {
  if (child.pid === undefined) return;
  child.kill('SIGTERM');
  let timer;
  const grace = new Promise((resolve) => (timer = setTimeout(resolve, GRACE_MS)));
  await Promise.race([closed, grace]);
  clearTimeout(timer);
  send(POSIX ? -child.pid : child.pid, 'SIGKILL');
}

/**
 * Runs a program to its end. Never throws: what went wrong is in the result.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<ChildResult>}
 */
export async function run(command, args, options = {}) {
  const { cwd, env = process.env, timeoutMs, show = false, onStderr } = options;
  if (stopping.asked) return new Promise(() => {});
  const child = spawn(command, [...args], {
    cwd,
    env,
    detached: POSIX,
    windowsHide: true,
    stdio: ['ignore', show ? 'inherit' : 'pipe', show && !onStderr ? 'inherit' : 'pipe'],
  });
  let stdout = '';
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk;
    output += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk) => {
    if (onStderr) onStderr(chunk);
    else output += chunk;
  });

  const ended = new Promise((resolve) => {
    child.on('error', (error) => {
      output += `${error.message}\n`;
      resolve(127);
    });
    // 'exit', not 'close': a process left behind may hold the pipes open for ever.
    child.on('exit', (code, signal) =>
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
  const forget = onEnd(() => endGroup(child, ended));
  let timedOut = false;
  const timer = timeoutMs
    ? setTimeout(() => {
        timedOut = true;
        void endGroup(child, ended);
      }, timeoutMs)
    : undefined;
  const code = /** @type {number} */ (await ended);
  clearTimeout(timer);
  forget();
  await drained(child);
  return { code, stdout, output, timedOut };
}

/**
 * Waits a moment for what is still in the pipes of a child that has exited.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<void>}
 */
async function drained(child) {
  const pipes = [child.stdout, child.stderr].filter((pipe) => pipe && !pipe.closed);
  if (pipes.length === 0) return;
  let timer;
  await Promise.race([
    Promise.all(pipes.map((pipe) => new Promise((resolve) => pipe?.once('close', resolve)))),
    new Promise((resolve) => (timer = setTimeout(resolve, 1_000))),
  ]);
  clearTimeout(timer);
  for (const pipe of pipes) pipe?.destroy();
}
