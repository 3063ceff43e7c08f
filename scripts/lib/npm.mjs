// Runs npm: the very one that started this script where there is one, otherwise the one on the PATH.
import { run } from './child.mjs';

/**
 * @param {Record<string, string | undefined>} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {{ command: string, args: string[] }}
 */
export function npmCommand(env = process.env, platform = process.platform) {
  const cli = env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli)) return { command: process.execPath, args: [cli] };
  return platform === 'win32'
    ? { command: 'cmd.exe', args: ['/d', '/s', '/c', 'npm'] }
    : { command: 'npm', args: [] };
}

/**
 * @param {readonly string[]} args
 * @param {import('./child.mjs').ChildOptions} [options]
 * @returns {Promise<import('./child.mjs').ChildResult>}
 */
export function npm(args, options) {
  const start = npmCommand();
  return run(start.command, [...start.args, ...args], options);
}
