// The set-up of the tests: as much of it as the chosen checks need. A step that fails is counted and the rest goes on.
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { counts } from './counts.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { findElectron } from './electron-binary.mjs';
import { ensureElectron } from './electron.mjs';
import { endLeftovers } from './leftovers.mjs';
import { withLock } from './lock.mjs';
import { cacheDir } from './paths.mjs';
import { complain, say } from './say.mjs';
import { ensureSystem } from './system.mjs';

/**
 * @typedef {object} Ready
 * @property {boolean} dependencies without them nothing can be checked
 * @property {boolean} app whether Electron can open it
 * @property {number} failures steps that failed
 */

/**
 * @param {string} root
 * @param {ReadonlySet<string>} names the checks that will run
 * @returns {Promise<Ready>}
 */
export function setUpForTests(root, names) {
  say('node', process.versions.node);
  return withLock(root, cacheDir(), async () => {
    let failures = 0;
    const attempt = async (/** @type {() => Promise<void>} */ step) => {
      try {
        await step();
        return true;
      } catch (error) {
        complain(error);
        failures += 1;
        return false;
      }
    };
    const dependencies = await attempt(() => ensureDependencies(root));
    if (!dependencies) return { dependencies, app: false, failures };

    const opens = names.has('e2e') || names.has('long');
    const openable =
      !opens ||
      (await attempt(async () => {
        const { binary } = await ensureElectron(root);
        await ensureSystem(binary, true);
      }));
    const builds = names.has('unit') || opens;
    const built = !builds || (await attempt(() => ensureBuilt(root)));
    return { dependencies, app: openable && built, failures };
  });
}

/**
 * Counts one failure when processes that the tests started are still there; they are listed and ended.
 * @param {string} root
 * @param {string} run
 * @param {string} title the suite that has just run
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function checkLeftovers(root, run, title) {
  if (process.platform !== 'linux') return counts(0, 0);
  const electron = findElectron(root)?.binary;
  const programs = electron ? [electron, realpathSync(electron)] : [];
  const left = await endLeftovers(run, [join(root, 'out', 'main'), ...programs]);
  if (left.length === 0) return counts(0, 0);
  for (const { pid, command } of left) process.stdout.write(`still alive: ${pid} ${command}\n`);
  say('FAILED', `${title}: processes left alive, ended now: ${left.length}`);
  return counts(0, 1);
}
