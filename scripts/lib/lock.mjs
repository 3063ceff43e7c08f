// One set-up at a time in a checkout: two commands at once would build into the same folder.
import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ended, ownHolder, parseHolder } from './holder.mjs';
import { onEnd } from './lifecycle.mjs';
import { say, SetupError } from './say.mjs';
import { missing } from './stamp.mjs';

const LOOK_AGAIN_MS = 200;
/** From then on the file is named: somebody may know better than we do. */
const NAME_AFTER_MS = 60_000;
/** How long one that names nobody may be one that is being written, where that takes two steps. */
const WRITING_MS = 1_000;

/**
 * Does the work while no other process does the same in this checkout.
 * @template T
 * @param {string} root
 * @param {string} cache
 * @param {() => Promise<T>} work
 * @param {number} [nameAfterMs]
 * @returns {Promise<T>}
 */
export async function withLock(root, cache, work, nameAfterMs = NAME_AFTER_MS) {
  const id = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const file = join(cache, `set-up-${id}.lock`);
  makeCache(cache);
  let waitedMs = 0;
  let named = false;
  for (let state = take(file); state !== 'ours'; state = take(file)) {
    if (state === 'free') continue;
    if (waitedMs === 0) say('waiting', 'another command is setting up this checkout');
    if (waitedMs >= nameAfterMs && !named) {
      named = true;
      say('waiting', `still: ${describe(file)}. If nothing is being set up, remove ${file}`);
    }
    await wait(LOOK_AGAIN_MS);
    waitedMs += LOOK_AGAIN_MS;
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
  const own = ownHolder();
  if (create(file, JSON.stringify(own))) return 'ours';
  const text = read(file);
  if (text === undefined) return 'free';
  const holder = parseHolder(text);
  if (holder === undefined ? isYoung(file) : !ended(holder, own)) return 'held';
  giveUp(file, text);
  return 'free';
}

/**
 * Makes the file with all its text at once, where the disk can do that.
 * @param {string} file
 * @param {string} text
 * @returns {boolean} whether there was none
 */
function create(file, text) {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(draft, text, { flag: 'wx' });
    try {
      linkSync(draft, file);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') throw error;
      // No second names on this disk.
      writeFileSync(file, text, { flag: 'wx' });
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Removes a lock that nobody holds. Another command may have done so, and taken it, meanwhile: then it is
 * put back.
 * @param {string} file
 * @param {string} text what it was found to hold
 * @returns {void}
 */
function giveUp(file, text) {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(file, aside);
    if (read(aside) !== text) linkSync(aside, file);
  } catch (error) {
    if (!missing(error) && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * @param {string} file
 * @returns {string | undefined} nothing where there is no such file any more
 */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (!missing(error)) throw error;
    return undefined;
  }
}

/**
 * @param {string} file
 * @returns {boolean}
 */
function isYoung(file) {
  const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0 };
  return Math.abs(Date.now() - mtimeMs) < WRITING_MS;
}

/**
 * @param {string} file
 * @returns {string} who holds it, for users
 */
function describe(file) {
  const holder = parseHolder(read(file) ?? '');
  return holder === undefined
    ? 'it is not known which'
    : `process ${holder.pid} on ${holder.place.split(' ')[0]}`;
}

/**
 * @param {unknown} error
 * @returns {unknown}
 */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
