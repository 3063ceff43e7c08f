// Where things are: the checkout, its dependencies, and the cache that outlives `npm ci`.
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this checkout. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * The folder for what is fetched once and used by every checkout.
 * @param {Record<string, string | undefined>} [env]
 * @param {string} [home]
 * @returns {string}
 */
export function cacheDir(env = process.env, home = homedir()) {
  if (env.CORELANE_CACHE) return env.CORELANE_CACHE;
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'corelane');
}
