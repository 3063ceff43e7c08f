// A child process that is talked to while it runs, ended with all that it started.
import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import { onEnd } from '../../scripts/lib/lifecycle.mjs';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { send } from '../../scripts/lib/pids.mjs';
import { SetupError } from '../../scripts/lib/say.mjs';

const ANSWER_LIMIT_MS = 60_000;
const GRACE_MS = 5_000;
/** The descriptor, the mark and the length of the header of messages: see src/engine/host/framed-pipe.ts. */
const PIPE = 15;
const FRAME_MARK = 0x31504c43;
const HEADER_BYTES = 8;

/**
 * @typedef {object} LiveChild
 * @property {number} pid
 * @property {() => Promise<unknown>} next the next JSON value it says: a line of its output, or a message
 * @property {(message: object) => void} send
 * @property {() => Promise<void>} stop asks it to end, then ends its whole group
 */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, piped?: boolean }} [options]
 *   `piped` talks over a pipe as Corelane's own children do, see src/engine/host/framed-pipe.ts; otherwise each
 *   line of output that is a JSON object is a message
 * @returns {LiveChild}
 */
export function startChild(command, args, { env = process.env, piped = false } = {}) {
  const child = spawn(command, [...args], {
    cwd: ROOT,
    env: piped ? { ...env, CORELANE_PIPE: String(PIPE) } : env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', ...(piped ? pipeStdio() : [])],
  });
  const said = inbox(child);
  const pipe = /** @type {import('node:stream').Duplex | undefined} */ (
    /** @type {unknown[]} */ (child.stdio)[PIPE] ?? undefined
  );
  if (pipe) readFrames(pipe, said.take);
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  const { pid = 0 } = child;
  const stop = async () => {
    forget();
    if (pid === 0) return;
    child.kill('SIGTERM');
    await Promise.race([ended, wait(GRACE_MS, undefined, { ref: false })]);
    send(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    await ended;
  };
  const forget = onEnd(stop);
  return { pid, next: said.next, send: (message) => void pipe?.write(frame(message)), stop };
}

/** @returns {('ignore' | 'pipe')[]} what follows standard error, up to the pipe */
function pipeStdio() {
  return [.../** @type {'ignore'[]} */ (new Array(PIPE - 3).fill('ignore')), 'pipe'];
}

/**
 * A message as it goes over the pipe: the mark, its length, then V8's own bytes.
 * @param {object} message
 */
function frame(message) {
  const body = serialize(message);
  const head = Buffer.alloc(HEADER_BYTES);
  head.writeUInt32LE(FRAME_MARK);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

/**
 * @param {import('node:stream').Duplex} pipe
 * @param {(message: unknown) => void} take
 */
function readFrames(pipe, take) {
  let held = Buffer.alloc(0);
  pipe.on('error', () => undefined);
  pipe.on('data', (/** @type {Buffer} */ chunk) => {
    held = Buffer.concat([held, chunk]);
    for (;;) {
      if (held.length < HEADER_BYTES) return;
      const end = HEADER_BYTES + held.readUInt32LE(4);
      if (held.length < end) return;
      take(deserialize(held.subarray(HEADER_BYTES, end)));
      held = held.subarray(end);
    }
  });
}

/**
 * What a child has said and nobody has asked for yet.
 * @param {import('node:child_process').ChildProcess} child
 */
function inbox(child) {
  /** @type {unknown[]} */
  const waiting = [];
  let output = '';
  let rest = '';
  let arrived = () => {};
  let gone = false;
  const take = (/** @type {unknown} */ message) => {
    waiting.push(message);
    arrived();
  };
  child.stdout?.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('{')) take(JSON.parse(line));
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  child.once('close', () => {
    gone = true;
    arrived();
  });
  return {
    take,
    next: async () => {
      const limit = AbortSignal.timeout(ANSWER_LIMIT_MS);
      limit.addEventListener('abort', () => arrived());
      while (waiting.length === 0) {
        if (gone || limit.aborted) {
          const what = gone ? 'ended' : `said nothing for ${ANSWER_LIMIT_MS / 1000} s`;
          throw new SetupError(`${child.spawnargs.join(' ')} ${what}.`, output.slice(-4_000));
        }
        await new Promise((resolve) => (arrived = () => resolve(undefined)));
      }
      return waiting.shift();
    },
  };
}
