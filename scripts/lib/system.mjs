// What Electron needs of a Linux system: its libraries, and Xvfb where there is no screen.
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './child.mjs';
import { say, SetupError } from './say.mjs';
import { missing } from './stamp.mjs';
import {
  adviceLine,
  baseStrategyOf,
  installCommands,
  missingLibraries,
  parseOsRelease,
} from './system-packages.mjs';

const INSTALL_LIMIT_MS = 10 * 60_000;

/**
 * @param {Record<string, string | undefined>} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {boolean} whether a window could be shown to someone
 */
export function hasScreen(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * @param {string} name
 * @param {Record<string, string | undefined>} [env]
 * @returns {boolean} whether the PATH leads to such a program
 */
export function hasProgram(name, env = process.env) {
  return (env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false; // Not here, or not ours to run: the next folder is asked.
    }
  });
}

/** @returns {boolean} */
export function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * @param {string} binary Electron's executable
 * @param {boolean} xvfb whether Xvfb will be needed
 * @returns {Promise<void>}
 */
export async function ensureSystem(binary, xvfb) {
  if (process.platform !== 'linux') return;
  const lacking = await lackingOf(binary, xvfb);
  if (lacking.length === 0) return say('system', 'all libraries are there');

  const needs = { libraries: lacking.some((name) => name !== 'Xvfb'), screen: xvfb };
  const release = osRelease();
  say('system', `missing: ${lacking.join(' ')}`);
  if (isRoot() && baseStrategyOf(release) === 'debian') {
    await installOnDebian(installCommands(release, needs));
    if ((await lackingOf(binary, xvfb)).length === 0) return say('system', 'installed');
  }
  const advice = adviceLine(release, needs, isRoot());
  throw new SetupError(
    advice
      ? `Electron needs some packages of the system. Install them, then run the same again:\n\n  ${advice}`
      : `Electron needs from the system: ${lacking.join(', ')}. Install them with the package manager, then ` +
          'run the same again.',
  );
}

/**
 * @param {string} binary
 * @param {boolean} xvfb
 * @returns {Promise<string[]>}
 */
async function lackingOf(binary, xvfb) {
  const { stdout } = await run('ldd', [binary], { timeoutMs: 30_000 });
  const screen = xvfb && !hasProgram('Xvfb') ? ['Xvfb'] : [];
  return [...missingLibraries(stdout), ...screen];
}

/**
 * @param {readonly (readonly string[])[]} commands of which one is enough
 * @returns {Promise<void>}
 */
async function installOnDebian(commands) {
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeoutMs: INSTALL_LIMIT_MS,
  };
  say('system', 'apt-get update');
  await run('apt-get', ['update'], options);
  let output = '';
  for (const [program = '', ...args] of commands) {
    say('system', [program, ...args].join(' '));
    const result = await run(program, args, options);
    if (result.code === 0) return;
    output = result.output;
  }
  process.stderr.write(output);
}

/** @returns {Record<string, string>} */
function osRelease() {
  try {
    return parseOsRelease(readFileSync('/etc/os-release', 'utf8'));
  } catch (error) {
    if (missing(error)) return {};
    throw error;
  }
}
