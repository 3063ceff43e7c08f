// Makes folders for what a user keeps.
import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { ProblemOf } from '@shared/base/problems';
import { ok, type Result } from '@shared/base/result';
import { notWritten } from './file-error';

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
    return notWritten(folder, error);
  }
}
