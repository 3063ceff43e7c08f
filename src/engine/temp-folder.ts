// Folders for the workloads' files: made for a run, gone after it.
import { rmSync } from 'node:fs';
import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The start of their names, by which the sampler knows what it may remove. */
export const tempFolderPrefix = 'corelane-';

/** Makes a fresh, private folder under the system's temporary folder; its path. */
export async function makeTempFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), tempFolderPrefix));
}

/** Makes a folder inside one made by {@link makeTempFolder}; its path. */
export async function makeInnerFolder(parent: string, name: string): Promise<string> {
  const path = join(parent, name);
  await mkdir(path);
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
