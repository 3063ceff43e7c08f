// Gathers the files of own code up to a bound: what is agreed to can't be without end.
import { dirname } from 'node:path';
import type { ProblemArgs } from '@shared/base/problems';
import type { FileRole, Listing } from '@shared/experiment/own-content';

/** Maximum number of files own code may consist of, its packages included. */
export const maxFiles = 20_000;
/** Maximum number of names of files and folders that are looked at to find them. */
const maxEntries = 200_000;

/** Thrown where own code is more than can be agreed to. */
export class TooMuchCode extends Error {
  constructor(
    readonly what: ProblemArgs['too-much-code']['what'],
    readonly most: number,
  ) {
    super(`${most} ${what}`);
  }
}

export class FileCollector implements Listing {
  readonly files = new Map<string, FileRole>();
  readonly folders = new Set<string>();
  readonly packages = new Set<string>();
  /** Files of packages, as they are added: what they load is still to be found. */
  readonly unread: string[] = [];
  #entries = 0;

  /** Adds a file; the first role stays. A new file beside it may change what runs. */
  add(path: string, role: FileRole): void {
    if (this.files.has(path)) return;
    if (this.files.size >= maxFiles) {
      throw new TooMuchCode('files', maxFiles);
    }
    this.files.set(path, role);
    if (role === 'package') this.unread.push(path);
    if (role === 'required' || role === 'python' || role === 'package') {
      this.folders.add(dirname(path));
    }
  }

  /** Counts names that were looked at. */
  count(entries: number): void {
    this.#entries += entries;
    if (this.#entries > maxEntries) {
      throw new TooMuchCode('names', maxEntries);
    }
  }
}
