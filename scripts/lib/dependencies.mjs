// The dependencies: `npm ci`, but only when what is installed isn't what package-lock.json asks for.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { say, SetupError } from './say.mjs';
import { hashFiles, missing, readStamp, writeStamp } from './stamp.mjs';

const LIMIT_MS = 15 * 60_000;

/**
 * @typedef {{ packages?: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} Lockfile
 */

/**
 * Whether npm's own record of an installation has every package of the lockfile, and nothing else.
 * @param {Lockfile} lock package-lock.json
 * @param {Lockfile} installed node_modules/.package-lock.json
 * @returns {boolean}
 */
export function sameInstallation(lock, installed) {
  const wanted = lock.packages ?? {};
  const present = installed.packages ?? {};
  const complete = Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    // What is optional may be for another system, and then rightly isn't there.
    if (!found) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
  return complete && Object.keys(present).every((path) => path in wanted);
}

/**
 * @param {string} file
 * @returns {Lockfile | undefined}
 */
function readLockfile(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (missing(error) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * @param {string} root
 * @returns {Promise<void>}
 */
export async function ensureDependencies(root) {
  const lockfile = join(root, 'package-lock.json');
  const modules = join(root, 'node_modules');
  const stampFile = join(modules, '.corelane-stamp');
  if (!existsSync(lockfile)) {
    throw new SetupError('package-lock.json is missing: restore it with `git checkout .`');
  }
  const stamp = hashFiles(root, ['package-lock.json']);
  if (readStamp(stampFile) === stamp) return say('dependencies', 'up to date');

  // Somebody may have run npm by hand: no reason to do it all again.
  const wanted = readLockfile(lockfile);
  const installed = readLockfile(join(modules, '.package-lock.json'));
  if (wanted && installed && sameInstallation(wanted, installed)) {
    writeStamp(stampFile, stamp);
    return say('dependencies', 'up to date');
  }

  say('dependencies', 'installing with npm ci (about half a minute)');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = await npm(args, { cwd: root, timeoutMs: LIMIT_MS });
  if (result.code !== 0) {
    throw new SetupError(
      'npm ci failed (its output is above). Check the network and try again.',
      result.output,
    );
  }
  writeStamp(stampFile, stamp);
}
