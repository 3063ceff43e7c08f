// The files that a Python file of a user's own can import: those of its folder, or of the folder that holds
// its package, and all below.
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileCollector } from './file-collector';

const maxDepth = 16;
const ofPython = /\.(?:py|pyc|pyd|so)$/i;

/** The folder that its imports begin in: above the package that it belongs to, if any. */
export function importRoot(path: string): string {
  let folder = dirname(path);
  while (folder !== dirname(folder) && isRegular(join(folder, '__init__.py'))) {
    folder = dirname(folder);
  }
  return folder;
}

/** Adds the file and what it can import; of other languages, environments and hidden folders nothing. */
export function listPython(path: string, files: FileCollector): void {
  files.add(path, 'python');
  addFolder(importRoot(path), files, new Set(), 0);
}

function addFolder(folder: string, files: FileCollector, seen: Set<string>, depth: number): void {
  let entries;
  try {
    // A link may lead to a folder above.
    const real = realpathSync(folder);
    if (depth > maxDepth || seen.has(real)) return;
    seen.add(real);
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    // It is gone, or not ours to read: nothing of it can be imported either.
    return;
  }
  files.count(entries.length);
  // An environment: what is installed in it is its interpreter's.
  if (depth > 0 && entries.some(({ name }) => name === 'pyvenv.cfg' || name === 'conda-meta'))
    return;
  files.folders.add(folder);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (ofPython.test(entry.name)) {
      if (isRegular(path)) files.add(path, entry.name.endsWith('.pyc') ? 'cache' : 'python');
    } else if (!entry.isFile() && !entry.name.startsWith('.') && entry.name !== 'node_modules') {
      if (isFolder(path)) addFolder(path, files, seen, depth + 1);
    }
  }
}

function isRegular(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
