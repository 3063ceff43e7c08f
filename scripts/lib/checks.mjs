// The list of what `npm test` checks, by name.
import { SetupError } from './say.mjs';

/**
 * @typedef {object} Check
 * @property {string} name what `--only` takes
 * @property {string} title
 * @property {string} [script] the npm script that does it
 * @property {string} [project] the vitest project that does it, or a pattern of several
 */

/** @type {readonly Check[]} in the order in which they run: the quick ones first */
export const CHECKS = [
  { name: 'format', title: 'format', script: 'format' },
  { name: 'lint', title: 'lint', script: 'lint' },
  { name: 'types', title: 'types (node)', script: 'typecheck:node' },
  { name: 'types', title: 'types (web)', script: 'typecheck:web' },
  { name: 'python', title: 'Python: types and tests', script: 'check:python' },
  { name: 'layers', title: 'layers', script: 'layers' },
  { name: 'ratchet', title: 'ratchet', script: 'check:ratchet' },
  { name: 'unit', title: 'quick tests', project: 'quick*' },
  { name: 'unit', title: 'tests that start processes', project: 'processes' },
  { name: 'e2e', title: 'end-to-end tests', project: 'e2e' },
];

/**
 * @param {readonly string[]} args `--only NAME[,NAME]`, or nothing for all of them
 * @returns {Check[]}
 */
export function chooseChecks(args) {
  const names = [...new Set(CHECKS.map(({ name }) => name))];
  const chosen = readOnly(args);
  const unknown = chosen.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new SetupError(`There is no check named "${unknown}". They are: ${names.join(', ')}.`);
  }
  return CHECKS.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
}

/**
 * @param {readonly string[]} args
 * @returns {string[]}
 */
function readOnly(args) {
  const [flag, ...rest] = args;
  if (flag === undefined) return [];
  const list = flag.startsWith('--only=') ? [flag.slice('--only='.length), ...rest] : rest;
  const [names] = list;
  if (!/^--only(?:=|$)/.test(flag) || list.length !== 1 || !names) {
    throw new SetupError('Usage: npm test -- [--only NAME[,NAME]]');
  }
  return names.split(',').map((name) => name.trim());
}

/**
 * Does the work for every item, at most `width` at a time, in order.
 * @template T, R
 * @param {readonly T[]} items
 * @param {number} width
 * @param {(item: T) => Promise<R>} work
 * @returns {Promise<R[]>} in the order of the items
 */
export async function inTurns(items, width, work) {
  /** @type {R[]} */
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(/** @type {T} */ (items[index]));
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}
