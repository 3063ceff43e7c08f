// The one writer of what a user keeps (reports, experiments, findings, pictures): whole or not at all,
// and never over what is no file.
import { constants, type Stats } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fail, ok, type Result } from '@shared/base/result';
import { fileFault, FileRefused, hasCode, notWritten } from './file-error';
import { makeFolders } from './make-folder';
import { partialName } from './partial-file';
import { findTarget, saysFolder, type WriteTarget } from './write-target';

/** What is written: whole, or in pieces, one after another as they are asked for. */
export type FileData = string | Uint8Array | Iterable<string> | AsyncIterable<Uint8Array | string>;

export interface WriteOptions {
  /** Of a file that is not there yet; the system's own where it is absent. A file that is keeps its own. */
  readonly mode?: number;
}

/** The last writing to a path, for the next one to wait for. */
const writing = new Map<string, Promise<unknown>>();

/**
 * Writes a file in one step: into a fresh one beside it, synced, then renamed over it. A link stays
 * and its target is written; a file keeps its mode; a device or a pipe is written into; what can hold
 * no text is refused. Missing folders are made. Writings to one path come one after another.
 * @returns the absolute path; `not-written` with the reason and the remedy where it failed
 */
export async function writeReportFile(
  path: string,
  data: FileData,
  options: WriteOptions = {},
): Promise<Result<string>> {
  const target = resolve(path);
  if (saysFolder(path)) return notWritten(target, new FileRefused('folder'));
  const before = writing.get(target);
  const now = (before ?? Promise.resolve()).then(() => writeNow(target, data, options));
  writing.set(target, now);
  try {
    return await now;
  } finally {
    if (writing.get(target) === now) writing.delete(target);
  }
}

/**
 * Resolves with whether a file could be written there, as far as that is known before: makes its folder and looks at
 * what stands in its place.
 */
export async function checkWritable(path: string): Promise<Result<string>> {
  const target = resolve(path);
  try {
    if (saysFolder(path)) return notWritten(target, new FileRefused('folder'));
    await makeFolders(dirname(target));
    const standing = await findTarget(target);
    return standing.kind === 'refused'
      ? notWritten(target, new FileRefused(standing.why))
      : ok(target);
  } catch (error) {
    return notWritten(target, error);
  }
}

async function writeNow(
  path: string,
  data: FileData,
  { mode }: WriteOptions,
): Promise<Result<string>> {
  try {
    await makeFolders(dirname(path));
    const target = await findTarget(path);
    if (target.kind === 'refused') return notWritten(path, new FileRefused(target.why));
    await (target.kind === 'stream'
      ? writeThrough(target.path, data)
      : replace(target, data, mode));
    return ok(path);
  } catch (error) {
    return notWritten(path, error);
  }
}

async function replace(
  { path, present }: Extract<WriteTarget, { kind: 'file' }>,
  data: FileData,
  mode: number | undefined,
): Promise<void> {
  const folder = dirname(path);
  const partial = join(folder, partialName());
  const { O_CREAT, O_EXCL, O_WRONLY, O_NOFOLLOW = 0 } = constants;
  try {
    const file = await open(
      partial,
      O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW,
      startMode(present, mode),
    );
    try {
      await writePieces(file, data);
      if (present !== undefined) await keepOwner(file, present);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    // The first error is the one to report.
    await rm(partial, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}

/** No wider than what it will be, from the first byte on. */
function startMode(present: Stats | undefined, mode: number | undefined): number {
  return present === undefined ? (mode ?? 0o666) : present.mode & 0o700;
}

/** The file that was there keeps its owner, where we may, and its mode. */
async function keepOwner(file: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  if (process.platform === 'win32') return;
  const now = await file.stat();
  if (now.uid !== uid || now.gid !== gid) await file.chown(uid, gid).catch(() => undefined);
  await file.chmod(mode & 0o777);
}

async function writePieces(file: FileHandle, data: FileData): Promise<void> {
  if (typeof data === 'string' || data instanceof Uint8Array) await file.writeFile(data);
  else for await (const piece of data) await file.writeFile(piece);
}

/** How long nobody may take anything out of a pipe. */
const pipeWithinMs = 30_000;
const pipeEveryMs = 10;

/** Writes into what stands there. Opening does not wait: a pipe that nobody reads is reported. */
async function writeThrough(path: string, data: FileData): Promise<void> {
  const { O_WRONLY, O_APPEND, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants;
  const file = await open(path, O_WRONLY | O_APPEND | O_NONBLOCK | O_NOCTTY);
  try {
    const pieces = typeof data === 'string' || data instanceof Uint8Array ? [data] : data;
    for await (const piece of pieces) await writeAll(file, Buffer.from(piece));
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  let from = 0;
  let waitedMs = 0;
  while (from < bytes.length) {
    try {
      from += (await file.write(bytes, from)).bytesWritten;
      waitedMs = 0;
    } catch (error) {
      if (!hasCode(error, 'EAGAIN')) throw error;
      if (waitedMs >= pipeWithinMs) throw Object.assign(new Error(), { code: 'EPIPE' });
      waitedMs += pipeEveryMs;
      await wait(pipeEveryMs);
    }
  }
}

/** A rename is on disk when its folder is; where folders can't be synced, it is soon. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // The file itself is synced.
  }
}

/**
 * Writes a text into a file that is not there yet.
 * @returns the absolute path; `file-exists` where there is one, `not-written` where it failed
 */
export async function writeNewFile(path: string, text: string): Promise<Result<string>> {
  const target = resolve(path);
  try {
    const file = await open(target, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
      return ok(target);
    } catch (error) {
      // Half of it is nobody's: it was not there before.
      await rm(target, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) return notWritten(target, error);
    return fail('file-exists', { path: target });
  }
}

/**
 * Gives a damaged file another name in its folder, one that nobody has, so that its own is free.
 * @returns the new path; `not-set-aside` where it can't be moved
 */
export async function moveAside(path: string, aside: string): Promise<Result<string>> {
  try {
    await rename(path, aside);
    return ok(aside);
  } catch (error) {
    return fail('not-set-aside', { path, why: fileFault(error) });
  }
}
