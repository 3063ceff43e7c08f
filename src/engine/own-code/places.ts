// The folders that a user has opened, in which files may be looked at before anything is agreed to.
import { readlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { liesIn } from '../files/opened-folders';
import { isRemotePath } from './remote-path';

/** Links that follow one another are followed so often. */
const maxLinks = 20;

/** Folders that were opened; without any, nothing may be looked at. */
export class OpenedPlaces {
  readonly #folders = new Set<string>();

  /** All folders that a user has opened, in the order of their opening. */
  get folders(): readonly string[] {
    return [...this.#folders];
  }

  /** A file was chosen or opened in a dialog: what lies beside it comes with it. */
  openFile(path: string): void {
    if (isAbsolute(path) && !isRemotePath(path)) this.#folders.add(dirname(path));
  }

  /**
   * Returns whether a file may be looked at: it lies in an opened folder, and no link on the way leads out of all of
   * them. Only the links within opened folders are read for it.
   */
  mayLook(path: string): boolean {
    return isWithin(path, [...this.#folders, ...programFolders()], maxLinks);
  }
}

/** Returns where programs are looked for by their names anyway. */
function programFolders(): readonly string[] {
  const home = resolve(homedir());
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => isAbsolute(folder) && !isRemotePath(folder) && !liesIn(home, folder));
}

function isWithin(path: string, folders: readonly string[], links: number): boolean {
  if (isRemotePath(path) || !isAbsolute(path)) return false;
  const folder = folders.find((one) => liesIn(path, one));
  if (folder === undefined) return false;
  const parts = relative(folder, path).split(sep);
  let at = folder;
  for (const [index, part] of parts.entries()) {
    at = join(at, part);
    const link = linkAt(at);
    if (link === undefined) continue;
    if (links === 0 || isRemotePath(link)) return false;
    const target = resolve(dirname(at), link, ...parts.slice(index + 1));
    return isWithin(target, folders, links - 1);
  }
  return true;
}

function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    // No link, or nothing.
    return undefined;
  }
}
