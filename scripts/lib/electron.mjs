// The Electron runtime: the official one where it can be had, otherwise the fallback, said plainly.
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './child.mjs';
import { findElectron, linkElectron, unlinkElectron, wantedVersion } from './electron-binary.mjs';
import { ensureFallback, FALLBACK, hasFallback } from './electron-fallback.mjs';
import { cacheDir } from './paths.mjs';
import { say, SetupError } from './say.mjs';
import { missing, writeStamp } from './stamp.mjs';

const DOWNLOAD_LIMIT_MS = 5 * 60_000;
const REMEMBERED_MS = 24 * 3_600_000;

/**
 * @param {string} root
 * @param {{ retry?: boolean }} [options] `retry` tries the official download again
 * @returns {Promise<import('./electron-binary.mjs').Electron>}
 */
export async function ensureElectron(root, { retry = false } = {}) {
  const found = findElectron(root);
  if (found && (found.official || process.env.ELECTRON_OVERRIDE_DIST_PATH)) {
    say('electron', found.version);
    return found;
  }

  const cache = cacheDir();
  const wanted = wantedVersion(root);
  const failure = join(cache, `electron-${wanted}-download-failed`);
  // Where nothing could take its place, there's no point in remembering that it failed.
  if (retry || !hasFallback() || !failedLately(failure)) {
    const downloaded = await download(root, wanted);
    if (downloaded) {
      rmSync(failure, { force: true });
      return downloaded;
    }
    writeStamp(failure, `Electron ${wanted} could not be downloaded`);
  }
  if (!hasFallback()) throw new SetupError(noRuntime(wanted));

  const runtime = await ensureFallback(root, cache);
  linkElectron(root, runtime);
  const electron = findElectron(root);
  if (!electron) throw new SetupError(`The fallback runtime in ${runtime} is not complete.`);
  say('electron', fallbackText(electron.version, wanted));
  return electron;
}

/**
 * @param {string} root
 * @param {string} wanted
 * @returns {Promise<import('./electron-binary.mjs').Electron | undefined>}
 */
async function download(root, wanted) {
  say('electron', `downloading ${wanted} (at most 5 minutes)`);
  // First of all the link to a fallback: the installer would extract through it.
  unlinkElectron(root);
  const home = join(root, 'node_modules', 'electron');
  const result = await run(process.execPath, [join(home, 'install.js')], {
    cwd: root,
    timeoutMs: DOWNLOAD_LIMIT_MS,
  });
  const electron = findElectron(root);
  if (result.code === 0 && electron) {
    say('electron', electron.version);
    return electron;
  }
  const reason = result.timedOut ? 'it took too long' : firstLine(result.output);
  say('electron', `the download failed: ${reason}`);
  unlinkElectron(root);
  return undefined;
}

/**
 * @param {string} file
 * @returns {boolean} whether a download failed so lately that it isn't worth trying again
 */
function failedLately(file) {
  try {
    return Date.now() - statSync(file).mtimeMs < REMEMBERED_MS;
  } catch (error) {
    if (missing(error)) return false;
    throw error;
  }
}

/**
 * @param {string} output
 * @returns {string}
 */
function firstLine(output) {
  return output.trim().split('\n', 1)[0] || 'no reason was given';
}

/**
 * @param {string} version
 * @param {string} wanted
 * @returns {string}
 */
function fallbackText(version, wanted) {
  return version === FALLBACK.version
    ? `${version}, the fallback runtime for development, because ${wanted} could not be downloaded` +
        ' (try again with: npm start -- --retry-electron)'
    : `${version}, not the ${wanted} that package.json asks for`;
}

/**
 * @param {string} wanted
 * @returns {string}
 */
function noRuntime(wanted) {
  return (
    `Electron ${wanted} could not be downloaded, and for ${process.platform} ${process.arch} there is no other ` +
    'runtime here: check the network or set HTTPS_PROXY, or unpack that release by hand and set ' +
    'ELECTRON_OVERRIDE_DIST_PATH to its folder; then run the same command again.'
  );
}
