// Small files of the data folder that are read before they are written anew: what can't be read is never
// taken for nothing, and what is damaged is set aside, so that a user can still look at it.
import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { fail, ok, type Result } from '@shared/base/result';
import { wallClockIso } from '../clock';
import { hasCode } from '../files/file-error';
import { readStoredText } from '../files/read-file';
import { moveAside } from '../files/write-file';
import { momentName } from './folder-names';

/** A file as it was found, before it is written anew. */
export interface Found<T> {
  /** What it holds; absent where there was none, or it was damaged. */
  readonly value?: T;
  /** Of a damaged one: where it lies now. */
  readonly setAside?: string;
}

/**
 * Reads a file that is to be written anew, and sets a damaged one aside.
 * @param parse nothing where the text is damaged
 * @returns `not-replaced` where it is there and can't be read, `not-set-aside` where it can't be: then it must stay
 */
export async function readOrSetAside<T>(
  path: string,
  limit: number,
  parse: (text: string) => T | undefined,
): Promise<Result<Found<T>>> {
  const text = await readStoredText(path, limit);
  if (!text.ok && text.problem.code === 'not-read') {
    if (await isMissing(path)) return ok({});
    return fail('not-replaced', { path, why: text.problem });
  }
  const value = text.ok ? parse(text.value) : undefined;
  return value === undefined ? setAside(path) : ok({ value });
}

/** Resolves with whether nothing is there, as far as can be seen. */
export async function isMissing(path: string): Promise<boolean> {
  try {
    await stat(path);
    return false;
  } catch (error) {
    return hasCode(error, 'ENOENT');
  }
}

async function setAside(path: string): Promise<Result<{ readonly setAside: string }>> {
  // Nobody has this name, so nothing is replaced.
  const aside = `${path}.damaged-${momentName(wallClockIso())}-${randomBytes(4).toString('hex')}`;
  const moved = await moveAside(path, aside);
  return moved.ok ? ok({ setAside: moved.value }) : moved;
}

/** The last work on each file, for the next one to wait for. */
const working = new Map<string, Promise<unknown>>();

/** Reading and writing of one file in this process come as a whole, one after another. */
export async function inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
  const before = working.get(path) ?? Promise.resolve();
  const now = before.then(work, work);
  working.set(path, now);
  try {
    return await now;
  } finally {
    if (working.get(path) === now) working.delete(path);
  }
}
