// Which Electron lies in node_modules/electron, and where its executable is.
import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkTarget } from './links.mjs';
import { missing, readStamp } from './stamp.mjs';

/**
 * @typedef {object} Electron
 * @property {string} version for example `45.4.1`
 * @property {string} binary the executable
 * @property {boolean} official whether it's the version that package.json asks for
 */

/**
 * @param {string} root
 * @returns {string} the version that package-lock.json installed the types of
 */
export function wantedVersion(root) {
  const manifest = join(root, 'node_modules', 'electron', 'package.json');
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}

/**
 * @param {string} root
 * @param {Record<string, string | undefined>} [env]
 * @returns {Electron | undefined} nothing when there is no complete runtime
 */
export function findElectron(root, env = process.env) {
  const home = join(root, 'node_modules', 'electron');
  const name = readStamp(join(home, 'path.txt'));
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  const dist = override || join(home, 'dist');
  const binary = join(dist, name || (override ? 'electron' : ''));
  const version = readStamp(join(dist, 'version')).replace(/^v/, '');
  if (binary === dist || version === '' || !existsSync(binary)) return undefined;
  return { version, binary, official: version === wantedVersion(root) };
}

/**
 * Takes away what node_modules/electron points to. A linked runtime itself stays where it is.
 * @param {string} root
 * @returns {void}
 */
export function unlinkElectron(root) {
  const home = join(root, 'node_modules', 'electron');
  rmSync(join(home, 'path.txt'), { force: true });
  try {
    const dist = join(home, 'dist');
    // Without `recursive` for a link: what it points to is shared by every checkout.
    if (lstatSync(dist).isSymbolicLink()) rmSync(dist);
    else rmSync(dist, { recursive: true });
  } catch (error) {
    if (!missing(error)) throw error;
  }
}

/**
 * Makes `electron .`, electron-vite and Playwright find a runtime that lies elsewhere, unless they already do.
 * @param {string} root
 * @param {string} runtime the folder with the executable `electron`
 * @returns {void}
 */
export function linkElectron(root, runtime) {
  const home = join(root, 'node_modules', 'electron');
  if (readStamp(join(home, 'path.txt')) && linkTarget(join(home, 'dist')) === runtime) return;
  unlinkElectron(root);
  symlinkSync(runtime, join(home, 'dist'));
  writeFileSync(join(home, 'path.txt'), 'electron');
}
