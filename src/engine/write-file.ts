// The one writer of what a person keeps (reports, experiments, pictures): whole or not at all.
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fail, ok, type Result } from '@shared/result';
import { describeFileError } from './file-error';

/**
 * One folder after the other, from the first that is missing: Node's own recursive `mkdir` never
 * returns where a folder can't be made in one that is there, as in `/proc`.
 */
async function makeFolders(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) await makeFolders(above);
  try {
    await mkdir(folder);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!(await isFolder(folder))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // Making it tells what is wrong.
    return false;
  }
}

/**
 * Makes a folder, and those above it, where there is none.
 * @returns the absolute path; `not-written` with the reason and the remedy where it failed
 */
export async function makeFolder(path: string): Promise<Result<string>> {
  const folder = resolve(path);
  try {
    await makeFolders(folder);
    return ok(folder);
  } catch (error) {
    return notWritten(folder, error);
  }
}

/**
 * Writes a file in one step: into a temporary one beside it, synced, then renamed over it. Missing
 * folders are made. Pieces are written one after another, as they are asked for.
 * @returns the absolute path; `not-written` with the reason and the remedy where it failed
 */
export async function writeReportFile(
  path: string,
  data: string | Uint8Array | Iterable<string>,
): Promise<Result<string>> {
  const target = resolve(path);
  const folder = dirname(target);
  const partial = join(folder, `.${basename(target)}.${process.pid}.partial`);
  try {
    await makeFolders(folder);
    const file = await open(partial, 'w');
    try {
      if (typeof data === 'string' || data instanceof Uint8Array) await file.writeFile(data);
      else for (const piece of data) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, target);
    return ok(target);
  } catch (error) {
    // The first error is the one to tell.
    await rm(partial, { force: true }).catch(() => undefined);
    return notWritten(target, error);
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
    } finally {
      await file.close();
    }
    return ok(target);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      return notWritten(target, error);
    }
    return fail('file-exists', `There is ${target} already. Choose another folder with --out.`);
  }
}

function notWritten(path: string, error: unknown): Result<never> {
  const why = describeFileError(error);
  return fail(
    'not-written',
    `${path} could not be written: ${why}. Choose another place, or mend that and try again.`,
  );
}
