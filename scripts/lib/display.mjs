// A screen where there is none: an Xvfb of our own, always ended by its own pid.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { onEnd } from './lifecycle.mjs';
import { send } from './pids.mjs';
import { say, SetupError } from './say.mjs';
import { missing } from './stamp.mjs';
import { hasProgram } from './system.mjs';

const START_LIMIT_MS = 20_000;
const END_LIMIT_MS = 5_000;
const XVFB = 'Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp'.split(' ');

/**
 * @typedef {object} Display
 * @property {string} name for DISPLAY, for example `:99`
 * @property {() => Promise<void>} stop
 */

/**
 * Starts Xvfb on a free display and waits until it's ready.
 * @returns {Promise<Display>}
 */
export async function startDisplay() {
  // setpriv ends it even when this process is killed and can't.
  const guard = hasProgram('setpriv') ? ['setpriv', '--pdeathsig', 'TERM', '--'] : [];
  const [command = '', ...args] = [...guard, ...XVFB];
  // Its own group, so that Ctrl-C leaves it standing until the app in it has ended.
  const server = spawn(command, args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  server.stderr?.setEncoding('utf8').on('data', (chunk) => (complaints += chunk));
  const exited = new Promise((resolve) => {
    server.once('exit', resolve);
    server.once('error', resolve);
  });
  let number = '';
  const stop = async () => {
    forget();
    await endServer(server.pid, exited);
    if (number) removeLock(number, server.pid);
  };
  const forget = onEnd(stop);
  number = await displayNumber(/** @type {import('node:stream').Readable} */ (server.stdio[3]));
  if (!number) {
    await stop();
    throw new SetupError('Xvfb did not start.', complaints.slice(-2_000));
  }
  say('display', `Xvfb :${number}`);
  return { name: `:${number}`, stop };
}

/**
 * @param {import('node:stream').Readable} pipe
 * @returns {Promise<string>} empty when Xvfb ended or took too long
 */
function displayNumber(pipe) {
  return new Promise((resolve) => {
    let text = '';
    const timer = setTimeout(() => resolve(''), START_LIMIT_MS);
    const finish = () => {
      clearTimeout(timer);
      resolve(/^\d+(?=\n)/.exec(text)?.[0] ?? '');
    };
    pipe.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) finish();
    });
    pipe.once('close', finish);
  });
}

/**
 * @param {number | undefined} pid
 * @param {Promise<unknown>} exited
 * @returns {Promise<void>}
 */
async function endServer(pid, exited) {
  if (pid === undefined) return;
  send(pid, 'SIGTERM');
  const timer = setTimeout(() => send(pid, 'SIGKILL'), END_LIMIT_MS);
  await exited;
  clearTimeout(timer);
}

/**
 * Removes what a killed server leaves. A living one has removed it itself, and a new one's is left alone.
 * @param {string} number
 * @param {number | undefined} pid
 * @returns {void}
 */
function removeLock(number, pid) {
  const lock = `/tmp/.X${number}-lock`;
  try {
    if (Number(readFileSync(lock, 'utf8')) !== pid) return;
  } catch (error) {
    if (missing(error)) return;
    throw error;
  }
  rmSync(lock, { force: true });
  rmSync(`/tmp/.X11-unix/X${number}`, { force: true });
}
