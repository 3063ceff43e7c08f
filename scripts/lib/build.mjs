// The build: electron-vite, only when something that goes into it has changed, and `npx corelane` in a checkout.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { run } from './child.mjs';
import { linkTarget } from './links.mjs';
import { say, SetupError } from './say.mjs';
import { filesUnder, hashFiles, readStamp, writeStamp } from './stamp.mjs';

const LIMIT_MS = 10 * 60_000;
const ROOT_INPUTS = [
  /^index\.[^/]+$/,
  /^electron\.vite\.config\.[cm]?[jt]s$/,
  /^tsconfig[^/]*\.json$/,
  /^package(?:-lock)?\.json$/,
];
const PRODUCTS = ['out/main/index.js', 'out/main/cli.js'];

/**
 * @param {string} root
 * @returns {string[]} everything that the build reads
 */
export function buildInputs(root) {
  const atRoot = readdirSync(root).filter((name) => ROOT_INPUTS.some((kind) => kind.test(name)));
  return [...atRoot, ...filesUnder(root, 'src')];
}

/**
 * Builds when the sources changed since the last build that succeeded.
 * @param {string} root
 * @returns {Promise<void>}
 */
export async function ensureBuilt(root) {
  const fresh =
    readStamp(stampFile(root)) === hashFiles(root, buildInputs(root)) &&
    PRODUCTS.every((product) => existsSync(join(root, product)));
  if (fresh) say('build', 'up to date');
  else await build(root, { show: false });
  linkCommand(root);
}

/**
 * Builds whatever has changed.
 * @param {string} root
 * @param {{ show: boolean }} options `show` lets the build tool's own output through
 * @returns {Promise<void>}
 */
export async function build(root, { show }) {
  say('build', 'building into out/');
  // Taken before, so that what is edited during the build is built next time.
  const stamp = hashFiles(root, buildInputs(root));
  rmSync(stampFile(root), { force: true });
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = await run(process.execPath, [tool, 'build'], {
    cwd: root,
    show,
    timeoutMs: LIMIT_MS,
  });
  if (result.code !== 0) {
    throw new SetupError(
      'The build failed (electron-vite build): see its output above.',
      result.output,
    );
  }
  writeStamp(stampFile(root), stamp);
  linkCommand(root);
}

/**
 * @param {string} root
 * @returns {string}
 */
function stampFile(root) {
  return join(root, 'out', '.stamp');
}

/**
 * Makes `npx corelane` work in a checkout, as it would for an installed package.
 * @param {string} root
 * @param {NodeJS.Platform} [platform]
 * @returns {void}
 */
export function linkCommand(root, platform = process.platform) {
  const command = join(root, 'out', 'main', 'cli.js');
  if (platform === 'win32' || !existsSync(command)) return;
  // Only when it has to be: the checkout may belong to somebody else.
  if ((statSync(command).mode & 0o111) === 0) chmodSync(command, 0o755);
  const bin = join(root, 'node_modules', '.bin');
  const link = join(bin, 'corelane');
  const target = '../../out/main/cli.js';
  if (linkTarget(link) === target) return;
  mkdirSync(bin, { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(target, link);
}
