// Everything before the app can open, each step skipped when it has nothing to do.
import { ensureBuilt } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureElectron } from './electron.mjs';
import { withLock } from './lock.mjs';
import { cacheDir } from './paths.mjs';
import { say } from './say.mjs';
import { ensureSystem } from './system.mjs';

/**
 * @param {string} root
 * @param {{ retry: boolean, xvfb: boolean }} options
 * @returns {Promise<import('./electron-binary.mjs').Electron>}
 */
export function setUp(root, { retry, xvfb }) {
  say('node', process.versions.node);
  return withLock(root, cacheDir(), async () => {
    await ensureDependencies(root);
    const electron = await ensureElectron(root, { retry });
    await ensureBuilt(root);
    await ensureSystem(electron.binary, xvfb);
    return electron;
  });
}
