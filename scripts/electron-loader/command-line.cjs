// Reads Electron's own command line: everything up to the application, whose arguments follow it.
'use strict';

/**
 * @typedef {object} CommandLine
 * @property {'app' | 'version' | 'abi' | 'usage'} action
 * @property {string} [file] the application: a folder or a script
 * @property {string[]} modules what `--require` names, in order
 */

/**
 * @param {readonly string[]} args without the executable
 * @returns {CommandLine}
 */
function readCommandLine(args) {
  /** @type {string[]} */
  const modules = [];
  /** @type {'abi' | 'usage'} */
  let otherwise = 'usage';
  const rest = args.values();
  for (const arg of rest) {
    if (arg === '--version' || arg === '-v') return { action: 'version', modules };
    if (arg === '--abi' || arg === '-a') otherwise = 'abi';
    else if (arg === '--require' || arg === '-r') modules.push(...take(rest));
    else if (arg.startsWith('--require=')) modules.push(arg.slice('--require='.length));
    else if (arg.startsWith('--app=')) {
      return { action: 'app', file: arg.slice('--app='.length), modules };
    } else if (!arg.startsWith('-')) return { action: 'app', file: arg, modules };
  }
  return { action: otherwise, modules };
}

/**
 * @param {Iterator<string>} rest
 * @returns {string[]} the next argument, if there is one
 */
function take(rest) {
  const { done, value } = rest.next();
  return done ? [] : [value];
}

module.exports = { readCommandLine };
