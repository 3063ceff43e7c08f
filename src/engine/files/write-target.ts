// Determines what exists where a file is to be written, and so how to write it: beside it and renamed over it, or
// through it.
import { constants, type Stats } from 'node:fs';
import { access, readlink, realpath, stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import type { FileFaultCode } from '@shared/base/file-fault';
import { hasCode } from './file-error';

export type WriteTarget =
  /** A file, or none yet; `path` is that of the file itself, links are followed. */
  | { readonly kind: 'file'; readonly path: string; readonly present?: Stats }
  /** A device, a pipe or something open already, which is written into as it stands. */
  | { readonly kind: 'stream'; readonly path: string }
  /** What can't hold a text, and why. */
  | { readonly kind: 'refused'; readonly why: FileFaultCode };

/** As many as the kernel follows. */
const maxLinks = 40;

/** Names of what this process has open; other files below `/dev`, as in `/dev/shm`, are files like any. */
const openName = /^\/(?:dev\/(?:fd\/|std(?:in|out|err)$)|proc\/)/;

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Resolves with where a link that leads to nothing leads to: the file is to be made there. */
async function followNothing(path: string): Promise<string> {
  let at = path;
  for (let links = 0; links < maxLinks; links += 1) {
    try {
      at = resolve(dirname(at), await readlink(at));
    } catch (error) {
      if (hasCode(error, 'EINVAL', 'ENOENT', 'UNKNOWN')) return at;
      throw error;
    }
  }
  throw Object.assign(new Error('too many links'), { code: 'ELOOP' });
}

/** Looks at an absolute path; throws what the file system says. */
export async function findTarget(path: string): Promise<WriteTarget> {
  const present = await statOf(path);
  if (present === undefined) return { kind: 'file', path: await followNothing(path) };
  if (present.isDirectory()) return { kind: 'refused', why: 'folder' };
  if (present.isSocket()) return { kind: 'refused', why: 'socket' };
  if (present.isBlockDevice()) return { kind: 'refused', why: 'disk' };
  if (!present.isFile() || openName.test(path)) {
    return { kind: 'stream', path };
  }
  // One that its owner guards against writing is not replaced either.
  await access(path, constants.W_OK);
  return { kind: 'file', path: await realpath(path), present };
}

/** Returns whether the text of a path says that it is to be a folder. */
export function saysFolder(path: string): boolean {
  return path.endsWith('/') || path.endsWith(sep);
}
