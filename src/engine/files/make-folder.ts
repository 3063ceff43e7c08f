// Makes folders for what a user keeps.
import { lstat, mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { ProblemOf } from '@shared/base/problems';
import { ok, type Result } from '@shared/base/result';
import { FileRefused, hasCode, notWritten } from './file-error';

/**
 * One folder after the other, from the first that is missing: Node's own recursive `mkdir` never
 * returns where a folder can't be made in one that is there, as in `/proc`.
 */
export async function makeFolders(folder: string, mode?: number): Promise<void> {
  if (await isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) await makeFolders(above, mode);
  try {
    await mkdir(folder, mode);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!(await isFolder(folder))) throw error;
  }
}

/** Resolves with the link on the path, or its last part, that leads nowhere; undefined where there is none. */
async function deadLinkOn(folder: string): Promise<string | undefined> {
  const above = dirname(folder);
  const earlier = above === folder ? undefined : await deadLinkOn(above);
  if (earlier !== undefined) return earlier;
  try {
    if (!(await lstat(folder)).isSymbolicLink()) return undefined;
  } catch {
    return undefined;
  }
  return (await leadsNowhere(folder)) ? folder : undefined;
}

async function leadsNowhere(link: string): Promise<boolean> {
  try {
    await stat(link);
    return false;
  } catch (error) {
    return hasCode(error, 'ENOENT');
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // Making it shows what is wrong.
    return false;
  }
}

/**
 * Makes a folder, and those above it, where there is none.
 * @param mode of those that are made; the system's own where it is absent
 * @returns the absolute path; `not-written` with the reason and the remedy where it failed
 */
export async function makeFolder(
  path: string,
  mode?: number,
): Promise<Result<string, ProblemOf<'not-written'>>> {
  const folder = resolve(path);
  try {
    await makeFolders(folder, mode);
    return ok(folder);
  } catch (error) {
    const dead = await deadLinkOn(folder);
    return dead === undefined
      ? notWritten(folder, error)
      : notWritten(dead, new FileRefused('dead-link'));
  }
}
