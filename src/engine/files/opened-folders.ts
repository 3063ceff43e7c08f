// Whose code a file is: one that lies in a folder a user has merely opened came with that folder, and
// somebody else may have put it there.
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/**
 * Returns whether a path lies in a folder, or is that folder. By the texts alone: nothing is looked at.
 * @param path a whole path
 */
export function liesIn(path: string, folder: string): boolean {
  const inner = relative(folder, path);
  return inner === '' || !(inner === '..' || inner.startsWith(`..${sep}`) || isAbsolute(inner));
}

/**
 * The folders without those that are too wide to be something a user opened: what holds the user's home
 * folder holds all that the user has installed.
 */
export function narrowFolders(
  folders: readonly string[],
  home: string = homedir(),
): readonly string[] {
  return [...new Set(folders.map((folder) => resolve(folder)))].filter(
    (folder) => dirname(folder) !== folder && !liesIn(resolve(home), folder),
  );
}

/** The path with all its links followed; itself where that can't be known. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // A link that leads nowhere, or a folder that is not ours to read.
    return path;
  }
}

/**
 * The first of these folders that a file lies in: by its path, or by where its folder or itself leads.
 * @param path a whole path; its links are read
 */
export function openedFolderOf(path: string, folders: readonly string[]): string | undefined {
  const places = [path, join(realPath(dirname(path)), basename(path)), realPath(path)];
  return folders.find((folder) => {
    const names = [folder, realPath(folder)];
    return places.some((place) => names.some((name) => liesIn(place, name)));
  });
}
