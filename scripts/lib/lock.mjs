// One set-up at a time in a checkout: two commands at once would build into the same folder.
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { onEnd } from './lifecycle.mjs';
import { alive } from './pids.mjs';
import { say, SetupError } from './say.mjs';
import { missing } from './stamp.mjs';

const LOOK_AGAIN_MS = 200;

/**
 * Does the work while no other process does the same in this checkout.
 * @template T
 * @param {string} root
 * @param {string} cache
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(root, cache, work) {
  const id = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const file = join(cache, `set-up-${id}.lock`);
  makeCache(cache);
  let told = false;
  for (let state = take(file); state !== 'ours'; state = take(file)) {
    if (state === 'free') continue;
    if (!told) say('waiting', 'another command is setting up this checkout');
    told = true;
    await wait(LOOK_AGAIN_MS);
  }
  const release = () => rmSync(file, { force: true });
  const forget = onEnd(release);
  try {
    return await work();
  } finally {
    forget();
    release();
  }
}

/**
 * @param {string} cache
 * @returns {void}
 */
function makeCache(cache) {
  try {
    mkdirSync(cache, { recursive: true });
    accessSync(cache, constants.W_OK);
  } catch (error) {
    throw new SetupError(
      `The cache folder ${cache} can't be written to. Set CORELANE_CACHE to a folder that can.`,
      error instanceof Error ? error.message : '',
    );
  }
}

/**
 * @param {string} file
 * @returns {'ours' | 'held' | 'free'} free: given up just now, and to be taken by the next try
 */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return 'ours';
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // An empty one is being written just now.
    if (!pid || alive(pid)) return 'held';
    // The one who held it was killed.
    rmSync(file, { force: true });
  } catch (error) {
    if (!missing(error)) throw error;
  }
  return 'free';
}
