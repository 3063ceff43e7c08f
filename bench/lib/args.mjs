// Reads what follows `npm run bench --`.
import { parseArgs } from 'node:util';

export const USAGE = 'Usage: npm run bench -- [NAME…] [--json FILE] [--short] [--check] [--built]';

/**
 * @typedef {object} Request
 * @property {string[]} rows the rows to measure, in the order of the list
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
 * @param {readonly { readonly name: string, readonly rows: readonly { readonly name: string }[] }[]} benches all;
 *   the name of one stands for all its rows
 * @returns {Request | string} one sentence where it can't be done
 */
export function readRequest(args, benches) {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [what] = error instanceof Error ? error.message.split(/[.\n]/, 1) : [String(error)];
    return `${what}. ${USAGE}`;
  }
  const { values, positionals } = parsed;
  const known = benches.flatMap(({ name, rows }) => [name, ...rows.map((row) => row.name)]);
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const names = benches.map(({ name }) => name).join(', ');
    return `There is no bench and no row named ${unknown}. The benches are: ${names}; the rows stand in bench/budgets.mjs.`;
  }
  if (values.json === '') return '--json needs a file: --json bench.json';
  return {
    rows: benches.flatMap(({ name, rows }) => {
      const all = positionals.length === 0 || positionals.includes(name);
      return rows.map((row) => row.name).filter((row) => all || positionals.includes(row));
    }),
    ...(values.json === undefined ? {} : { json: values.json }),
    short: values.short,
    check: values.check,
    built: values.built,
    help: values.help,
  };
}
