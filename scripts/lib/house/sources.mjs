// The source files of src with their texts: what the counters, the READMEs and the picture are made from.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { filesUnder } from '../stamp.mjs';

/**
 * @typedef {object} Source
 * @property {string} path from the root, as `src/engine/clock.ts`
 * @property {string} folder
 * @property {string} text
 * @property {number} lines
 */

/** What a script writes: imported as other code is, and counted nowhere. */
export const GENERATED =
  /^src\/present\/messages\/types\/|^src\/python\/corelane\/wire\/messages\.py$/;

/**
 * Reads every code file under `src`: TypeScript, Vue and Python.
 * @param {string} root
 * @returns {Source[]} sorted by path
 */
export function readSources(root) {
  return filesUnder(root, 'src')
    .filter((path) => /\.(?:ts|vue|py)$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, folder: dirname(path), text, lines: text.split('\n').length - 1 };
    });
}

/**
 * Lists every folder under `src` that holds a file of its own, `src` itself aside.
 * @param {string} root
 * @returns {string[]} sorted
 */
export function sourceFolders(root) {
  return [...new Set(filesUnder(root, 'src').map((path) => dirname(path)))]
    .filter((folder) => folder !== 'src')
    .sort();
}
