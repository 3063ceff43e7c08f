// The list of what `npm test` checks, by name.
import { SetupError } from './say.mjs';

/**
 * @typedef {object} Check
 * @property {string} name what `--only` takes
 * @property {string} title
 * @property {string} [script] the npm script that does it
 * @property {string} [project] the vitest project that does it, or a pattern of several
 * @property {boolean} [app] opens the app, and so needs a display
 * @property {boolean} [long] belongs to the long tier: runs with `--all`, or when it is named
 */

/** @type {readonly Check[]} in the order in which they run: the quick ones first */
export const CHECKS = [
  { name: 'format', title: 'format', script: 'format' },
  { name: 'code', title: 'types and lint', script: 'check:code' },
  { name: 'python', title: 'Python: types and tests', script: 'check:python' },
  { name: 'layers', title: 'layers', script: 'layers' },
  { name: 'ratchet', title: 'ratchet', script: 'check:ratchet' },
  { name: 'unit', title: 'quick tests', project: 'quick*' },
  { name: 'unit', title: 'tests that start processes', project: 'processes' },
  { name: 'e2e', title: 'end-to-end tests', project: 'e2e', app: true },
  { name: 'long', title: 'long tests that start processes', project: 'processes-long', long: true },
  { name: 'long', title: 'long end-to-end tests', project: 'e2e-long', app: true, long: true },
];

/** Stands in the place of the checks that a run leaves out, with what runs them. */
export const LEFT_OUT =
  'the long tests; npm run test:all runs them too, npm test -- --only long alone';

/**
 * @param {readonly string[]} args `--only NAME[,NAME]`, `--all`, or nothing for all but the long tier
 * @returns {Check[]}
 */
export function chooseChecks(args) {
  const names = [...new Set(CHECKS.map(({ name }) => name))];
  if (args.length === 1 && args[0] === '--all') return [...CHECKS];
  const chosen = readOnly(args);
  const unknown = chosen.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new SetupError(`There is no check named "${unknown}". They are: ${names.join(', ')}.`);
  }
  return CHECKS.filter(({ name, long }) =>
    chosen.length === 0 ? long !== true : chosen.includes(name),
  );
}

/**
 * @param {readonly string[]} args as of `chooseChecks`
 * @returns {Record<string, string>} what tells the tests to take each case in every strategy
 */
export function casesFor(args) {
  return args.includes('--all') ? { CORELANE_TEST_CASES: 'all' } : {};
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
    throw new SetupError('Usage: npm test -- [--only NAME[,NAME] | --all]');
  }
  return names.split(',').map((name) => name.trim());
}

/**
 * A list of work that any number of workers take from, so that one can join later.
 * @template T, R
 * @param {readonly T[]} items
 * @param {(item: T) => Promise<R>} work
 * @returns {{ help: () => Promise<void>, results: R[] }} `help` works until nothing is left to begin; the results are
 * in the order of the items
 */
export function queueOf(items, work) {
  /** @type {R[]} */
  const results = [];
  let next = 0;
  const help = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(/** @type {T} */ (items[index]));
    }
  };
  return { help, results };
}
