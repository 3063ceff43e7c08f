// Reads what follows `npm run bench --`.
import { parseArgs } from 'node:util';

export const USAGE = 'Usage: npm run bench -- [NAME…] [--json FILE] [--short] [--check] [--built]';

/**
 * @typedef {object} Request
 * @property {string[]} names the benches to run, in the order of the list
 * @property {string} [json] a file for the rows
 * @property {boolean} short once, quickly: to see that it works, not to measure
 * @property {boolean} check exit with 1 where a budget does not hold
 * @property {boolean} built take out/ as it is, without setting up and building first
 * @property {boolean} help
 */

const options = /** @type {const} */ ({
  json: { type: 'string' },
  short: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  built: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
});

/**
 * @param {readonly string[]} args
 * @param {readonly string[]} known names of all benches
 * @returns {Request | string} one sentence where it can't be done
 */
export function readRequest(args, known) {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [what] = error instanceof Error ? error.message.split(/[.\n]/, 1) : [String(error)];
    return `${what}. ${USAGE}`;
  }
  const { values, positionals } = parsed;
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    return `There is no bench named ${unknown}. They are: ${known.join(', ')}.`;
  }
  if (values.json === '') return '--json needs a file: --json bench.json';
  return {
    names: known.filter((name) => positionals.length === 0 || positionals.includes(name)),
    ...(values.json === undefined ? {} : { json: values.json }),
    short: values.short,
    check: values.check,
    built: values.built,
    help: values.help,
  };
}
