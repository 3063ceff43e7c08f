// The files that JavaScript loads from where they lie, as far as its text shows: what it requires, imports or
// names. Read by their texts; nothing is run. Too many is safe, too few is not.
import { readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import type { FileCollector } from './file-collector';
import { foldersRequiredFrom, namesRequired } from './made-requires';
import { isInPackage, listPackage, packageFolderOf } from './list-package';

/** What is read to find what it loads; more is no text that a user wrote. */
const maxTextBytes = 8e6;

const loaded = /\b(?:require|require\.resolve|import|from)\s*\(?\s*(["'`])([^"'`\n\r$]{1,500})\1/g;
/** Any text that could be the name of a file of code, as in `fork('./child.js')`. */
const named = /(["'`])([^"'`\n\r$\s]{1,300}\.(?:[cm]?js|node|wasm))\1/g;

const scanned = new Set(['.js', '.cjs', '.mjs', '.ts', '.cts', '.mts', '.jsx', '.tsx', '']);

/**
 * Adds the files that `outside` are, what they load, and what the own modules load beside what is bundled.
 * @param modules whole paths of the files that are in the bundle
 */
export function listRequired(
  modules: readonly string[],
  outside: readonly string[],
  files: FileCollector,
): void {
  const bundled = new Set(modules);
  for (const path of modules) files.add(path, 'bundled');
  const seen = new Set<string>();
  const waiting = [...outside];
  const next = (): string | undefined => waiting.pop() ?? files.unread.pop();
  const follow = (from: string): void => {
    const text = readText(from);
    const take = (name: string, by: string): void => {
      const found = resolveName(name, by, files);
      if (found !== undefined && !bundled.has(found)) waiting.push(found);
    };
    for (const name of namesIn(text, isInPackage(from))) take(name, from);
    const made = namesRequired(text);
    if (made.length === 0) return;
    for (const folder of foldersRequiredFrom(text, from, findPackageNamed)) {
      for (const name of made) take(name, join(folder, 'from'));
    }
  };
  for (const path of modules) if (!isInPackage(path)) follow(path);
  for (let path = next(); path !== undefined; path = next()) {
    if (seen.has(path)) continue;
    seen.add(path);
    if (files.files.get(path) === 'package') {
      follow(path);
    } else if (isInPackage(path)) {
      listPackage(packageFolderOf(path), files);
    } else {
      files.add(path, 'required');
      addSettings(path, files);
      follow(path);
    }
  }
}

/** What is looked through for names; empty where a file can't hold any. */
function readText(path: string): string {
  if (!scanned.has(extname(path))) return '';
  try {
    return statSync(path).size > maxTextBytes ? '' : readFileSync(path, 'utf8');
  } catch {
    // It is reported when its content is read.
    return '';
  }
}

/** The names that a text loads, and where it is a user's own, those that could be files of code. */
function namesIn(text: string, packaged: boolean): readonly string[] {
  const names = [...text.matchAll(loaded)].map(([, , name = '']) => name);
  if (packaged) return names;
  return [...names, ...[...text.matchAll(named)].map(([, , name = '']) => asRelative(name))];
}

/** `join(__dirname, 'child.js')` names what lies beside it. */
function asRelative(name: string): string {
  return /^(?:\.{0,2}[\\/]|[A-Za-z]:)/.test(name) ? name : `./${name}`;
}

/** The file that a name means to a file; packages are added as a whole. */
function resolveName(name: string, from: string, files: FileCollector): string | undefined {
  // Nothing on another machine is looked at.
  if (name === '' || isBuiltin(name) || /^(?:[\\/]{2}|[a-z][a-z0-9+.-]+:)/i.test(name))
    return undefined;
  if (name.startsWith('#')) {
    for (const target of targetsOf(name, from)) {
      const found = fileAt(target);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (/^(?:\.{1,2}(?:[\\/]|$)|[\\/]|[A-Za-z]:[\\/])/.test(name)) {
    const [plain = ''] = name.split(/[?#]/, 1);
    return fileAt(resolve(dirname(from), name)) ?? fileAt(resolve(dirname(from), plain));
  }
  const folder = findPackageNamed(name, dirname(from));
  if (folder !== undefined) listPackage(folder, files);
  return undefined;
}

/** The folder of the package that a name begins with, as it is found from a folder. */
function findPackageNamed(name: string, from: string): string | undefined {
  const parts = name.split('/');
  return findPackage(parts.slice(0, name.startsWith('@') ? 2 : 1).join('/'), from);
}

/** Node's own rule for a path: the file, with an ending, or what a folder stands for. */
function fileAt(path: string): string | undefined {
  for (const end of ['', '.js', '.json', '.node', '.cjs', '.mjs'])
    if (isFile(path + end)) return path + end;
  const main = readManifest(path)?.['main'];
  const starts = typeof main === 'string' && main !== '' ? [join(path, main)] : [];
  for (const start of [
    ...starts,
    ...starts.map((one) => join(one, 'index')),
    join(path, 'index'),
  ]) {
    for (const end of ['', '.js', '.json', '.node']) if (isFile(start + end)) return start + end;
  }
  return undefined;
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function findPackage(name: string, from: string): string | undefined {
  if (!/^(?:@[^/\\]+\/)?[^/\\.][^/\\]*$/.test(name)) return undefined;
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    if (readManifest(path) !== undefined) return path;
    if (folder === dirname(folder)) return undefined;
  }
}

function readManifest(folder: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The folder of the nearest `package.json`: it says what kind of module a file is and what its names mean. */
function settingsFolder(path: string): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (isFile(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function addSettings(path: string, files: FileCollector): void {
  const folder = settingsFolder(path);
  if (folder !== undefined) files.add(join(folder, 'package.json'), 'settings');
}

/** The files that `#name` may mean, in every condition. */
function targetsOf(name: string, from: string): readonly string[] {
  const folder = settingsFolder(from);
  if (folder === undefined) return [];
  const all = readManifest(folder)?.['imports'];
  if (typeof all !== 'object' || all === null) return [];
  return Object.entries(all).flatMap(([key, value]) => {
    const [before = '', after] = key.split('*', 2);
    const middle =
      after === undefined
        ? key === name && ''
        : name.startsWith(before) &&
          name.endsWith(after) &&
          name.slice(before.length, name.length - after.length);
    if (middle === false) return [];
    return textsIn(value).map((text) => resolve(folder, text.replaceAll('*', middle)));
  });
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('./') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
