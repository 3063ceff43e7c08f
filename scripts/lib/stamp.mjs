// A stamp is a hash of files: equal stamps mean that nothing has to be done again.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const IGNORED = /^(?:\.DS_Store|__pycache__|.*\.pyc)$/;

/**
 * Every file under a folder, as sorted paths with forward slashes, relative to `root`.
 * @param {string} root
 * @param {string} [folder] relative to `root`
 * @returns {string[]} empty when the folder isn't there
 */
export function filesUnder(root, folder = '') {
  const found = [];
  for (const entry of readEntries(join(root, folder))) {
    if (IGNORED.test(entry.name)) continue;
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) found.push(...filesUnder(root, path));
    else if (entry.isFile()) found.push(path);
  }
  return found.sort();
}

/**
 * @param {string} folder
 * @returns {import('node:fs').Dirent[]}
 */
function readEntries(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (missing(error)) return [];
    throw error;
  }
}

/**
 * Hashes the names and the bytes of files, so that a changed, added, removed or renamed file shows.
 * @param {string} root
 * @param {readonly string[]} paths relative to `root`
 * @returns {string}
 */
export function hashFiles(root, paths) {
  const hash = createHash('sha256');
  for (const path of [...paths].sort()) {
    const bytes = readFileSync(join(root, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * @param {string} file
 * @returns {string} its text without white space around it, or nothing when there is no such file
 */
export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (missing(error)) return '';
    throw error;
  }
}

/**
 * @param {string} file
 * @param {string} stamp
 * @returns {void}
 */
export function writeStamp(file, stamp) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${stamp}\n`);
}

/**
 * @param {unknown} error
 * @returns {boolean} whether it says only that a file or folder isn't there
 */
export function missing(error) {
  return (
    error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code))
  );
}
