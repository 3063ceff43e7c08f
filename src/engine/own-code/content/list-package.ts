// A package of `node_modules` as a whole: its loaders often name files only when they run, as those of add-ons do.
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { FileCollector } from './file-collector';

const modulesFolder = `${sep}node_modules${sep}`;
const ofCode = /\.(?:[cm]?js|json|node|wasm|dll|dylib|so(?:\.\d+)*)$/i;

/** Returns whether a file belongs to a package that was installed. */
export function isInPackage(path: string): boolean {
  return path.includes(modulesFolder);
}

/** The folder of the package that an installed file belongs to. */
export function packageFolderOf(path: string): string {
  const at = path.lastIndexOf(modulesFolder) + modulesFolder.length;
  const parts = path.slice(at).split(sep);
  return path.slice(0, at) + parts.slice(0, parts[0]?.startsWith('@') ? 2 : 1).join(sep);
}

/** Adds every file of code of a package, and those of the packages it depends on. */
export function listPackage(folder: string, files: FileCollector): void {
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const real = realOf(next);
    if (real === undefined || files.packages.has(real)) continue;
    files.packages.add(real);
    addFolder(real, files);
    waiting.push(...dependenciesOf(real).flatMap((name) => findInstalled(name, real)));
  }
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function addFolder(folder: string, files: FileCollector): void {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    // It is gone, or not ours to read: what is in it can't be run either.
    return;
  }
  files.count(entries.length);
  files.folders.add(folder);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) addFolder(path, files);
    } else if (ofCode.test(entry.name)) files.add(path, 'package');
  }
}

function dependenciesOf(folder: string): readonly string[] {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Readonly<
      Record<string, unknown>
    >;
    return ['dependencies', 'optionalDependencies', 'peerDependencies'].flatMap((key) => {
      const named = manifest[key];
      return typeof named === 'object' && named !== null ? Object.keys(named) : [];
    });
  } catch {
    return [];
  }
}

/** Returns where Node.js would find a package from a folder; nothing where it is not installed. */
function findInstalled(name: string, from: string): readonly string[] {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    if (realOf(path) !== undefined) return [path];
    if (folder === dirname(folder)) return [];
  }
}
