// Folders for the workloads' files: made for a run, gone after it.
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

/** Removes a folder and all in it; harmless when it is gone. */
export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 3 });
}
