// Folders for the workloads' files: made for a run, gone after it.
import { rmSync } from 'node:fs';
import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The start of their names, by which the sampler knows what it may remove. */
export const tempFolderPrefix = 'corelane-';

/** Their names tell whose they are: `corelane-<pid>-<random>`. */
const ownedName = new RegExp(`^${tempFolderPrefix}(\\d+)-`);

/**
 * Makes a fresh, private folder under the system's temporary folder; its path. First it removes
 * those whose process was ended before it could: there is nobody left to do it.
 */
export async function makeTempFolder(): Promise<string> {
  await removeOrphans();
  return mkdtemp(join(tmpdir(), `${tempFolderPrefix}${process.pid}-`));
}

async function removeOrphans(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = ownedName.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) await removeFolder(join(tmpdir(), name));
  }
}

/** Whether a process of this id exists, ours or not. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** Makes a folder inside one made by {@link makeTempFolder}; its path. */
export async function makeInnerFolder(parent: string, name: string): Promise<string> {
  const path = join(parent, name);
  await mkdir(path);
  return path;
}

/** Writes a text that only this user can read into a folder; its path. */
export async function keepText(folder: string, name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text, { mode: 0o600, flag: 'wx' });
  return path;
}

/** What a process that is being killed still writes into the folder is waited for. */
const removal = { recursive: true, force: true, maxRetries: 3 } as const;

/** Removes a folder and all in it; harmless when it is gone. */
export async function removeFolder(path: string): Promise<void> {
  await rm(path, removal);
}

/** The same for a process that ends, in which nothing can be waited for. */
export function removeFolderNow(path: string): void {
  rmSync(path, removal);
}
