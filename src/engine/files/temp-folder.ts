// Folders for the workloads' files: made for a run, gone after it. They lie in one folder of the user's
// own, each with a file that says which process holds it. Nothing is ever removed for its name.
import { randomBytes } from 'node:crypto';
import { lstat, mkdir, mkdtemp, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { FileFault } from '@shared/base/file-fault';
import { wallClockMs } from '../clock';
import { holderFile, holderOf, isGone, isPrivate, ownHolder } from '../processes/holder';
import { systemErrorCode } from '../machine/read-text';
import { fileFault } from './file-error';
import { Refused } from '@shared/base/refused';

export { removeHeldNow as removeFolderNow } from '../processes/holder';

const parentPrefix = 'corelane-';
/** Of the folders of this process alone: also what it was killed over, before it was marked or named to anybody. */
const runPrefix = `run-${randomBytes(6).toString('hex')}-`;
/** An empty folder without a holder may be one that is being made. */
const makingMs = 60_000;

/**
 * Makes a fresh, private folder under the system's temporary folder, marked as this process's; its path.
 * First it removes those whose process was ended before it could: there is nobody left to do it. Rejects with
 * {@link Refused}.
 */
export async function makeTempFolder(): Promise<string> {
  try {
    return await makeMarked();
  } catch (error) {
    const missing = systemErrorCode(error) === 'ENOENT';
    const why: FileFault = missing ? { code: 'not-there' } : fileFault(error);
    const problem = { code: 'no-temp-folder', args: { folder: tmpdir(), why } } as const;
    throw new Refused(problem, { cause: error });
  }
}

async function makeMarked(): Promise<string> {
  const common = commonParent();
  await removeOrphans(common);
  // Its last user may remove it, empty, just now.
  for (let tries = 0; tries < 20; tries += 1) {
    const parent = (await isOwn(common)) ? common : await mkdtemp(join(tmpdir(), parentPrefix));
    try {
      const folder = await mkdtemp(join(parent, runPrefix));
      try {
        await writeFile(join(folder, holderFile), JSON.stringify(ownHolder()), { mode: 0o600 });
      } catch (error) {
        // Without its mark nobody would remove it.
        await removeFolder(folder);
        throw error;
      }
      return folder;
    } catch (error) {
      if (systemErrorCode(error) !== 'ENOENT') throw error;
    }
  }
  throw new Error('another process keeps removing it');
}

/** The common parent of the user's temporary folders, and how the names of this process's begin in it. */
export function tempFolderPlace(): { readonly parent: string; readonly prefix: string } {
  return { parent: commonParent(), prefix: runPrefix };
}

/** Returns where all of a user's lie, unless somebody else was there first. */
function commonParent(): string {
  return join(tmpdir(), `${parentPrefix}of-${process.getuid?.() ?? userInfo().username}`);
}

/** Resolves with whether a folder is this user's alone, and no link; made where there is nothing. */
async function isOwn(path: string): Promise<boolean> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  }
  return looksOwn(path);
}

async function looksOwn(path: string): Promise<boolean> {
  try {
    return isPrivate(await lstat(path));
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return false;
  }
}

/** Those of ended processes, wherever they were put. Whatever stands in the way is left where it is. */
async function removeOrphans(common: string): Promise<void> {
  const own = ownHolder();
  for (const parentName of await namesIn(tmpdir())) {
    const parent = join(tmpdir(), parentName);
    if (!parentName.startsWith(parentPrefix) || !(await looksOwn(parent))) continue;
    for (const name of await namesIn(parent)) {
      const folder = join(parent, name);
      const holder = holderOf(folder);
      try {
        if (holder !== undefined && isGone(holder, own)) await removeFolder(folder);
        else if (holder === undefined && parent === common) await removeUnfinished(folder);
      } catch (error) {
        if (systemErrorCode(error) === undefined) throw error;
      }
    }
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return [];
  }
}

/** One whose maker was ended before it was marked: empty but for an empty mark, and older than that takes. */
async function removeUnfinished(folder: string): Promise<void> {
  const found = await lstat(folder);
  if (!found.isDirectory() || wallClockMs() - found.mtimeMs <= makingMs) return;
  const [name, ...others] = await readdir(folder);
  const mark = join(folder, holderFile);
  if (name === holderFile && others.length === 0 && (await lstat(mark)).size === 0) await rm(mark);
  await rmdir(folder);
}

/** Makes a folder inside one made by {@link makeTempFolder}; its path. */
export async function makeInnerFolder(parent: string, name: string): Promise<string> {
  const path = join(parent, name);
  await mkdir(path, { mode: 0o700 });
  return path;
}

/** Writes a text that only this user can read into a folder; its path. Rejects with {@link Refused}. */
export async function keepText(folder: string, name: string, text: string): Promise<string> {
  const path = join(folder, name);
  try {
    await writeFile(path, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const problem = { code: 'text-not-kept', args: { path, why: fileFault(error) } } as const;
    throw new Refused(problem, { cause: error });
  }
  return path;
}

/** Removes a folder inside one made by {@link makeTempFolder}; what is being killed may still write there. */
export async function removeInnerFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 3 });
}

/** Removes what {@link makeTempFolder} made, and the folder around it when it was the last; harmless when gone. */
export async function removeFolder(path: string): Promise<void> {
  await removeInnerFolder(path);
  try {
    await rmdir(dirname(path));
  } catch (error) {
    // Others are in it.
    if (systemErrorCode(error) === undefined) throw error;
  }
}
