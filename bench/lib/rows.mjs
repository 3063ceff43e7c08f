// From figures to the rows a run prints: value, what it is held against, ratio, target, whether it holds.
import { budgets } from '../budgets.mjs';
import { median, pairRatios, quartiles } from './stats.mjs';

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {string} title
 * @property {string} unit of `value` and `againstValue`
 * @property {number} [value] absent where it was not measured
 * @property {string} [against] what it is held against, with its figure
 * @property {number} [againstValue]
 * @property {number} [ratio] value to `against`
 * @property {[number, number]} [spread] quartiles of the rounds' ratios
 * @property {number} [n] rounds
 * @property {string} [target]
 * @property {boolean} [holds] absent where there is no target, or no figure
 * @property {string} [note]
 */

/**
 * A figure in as many digits as can be told apart.
 * @param {number} figure
 * @returns {string}
 */
export function write(figure) {
  const digits = Math.abs(figure) >= 1000 ? 0 : 3;
  return figure.toLocaleString('en-US', {
    ...(digits === 0 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 }),
  });
}

/**
 * @param {string} name
 * @param {string} unit
 * @returns {string | undefined} the budget as a user reads it
 */
export function targetText(name, unit) {
  const budget = budgets[name];
  if (budget === undefined) return undefined;
  const after = budget.of === 'ratio' ? '×' : ` ${unit}`;
  return budget.atMost === undefined
    ? `≥ ${write(budget.atLeast ?? NaN)}${after}`
    : `≤ ${write(budget.atMost)}${after}`;
}

/**
 * @param {string} name
 * @param {{ readonly value: number, readonly ratio: number }} figures
 * @returns {boolean | undefined} nothing where there is no budget
 */
export function holdsBudget(name, figures) {
  const budget = budgets[name];
  if (budget === undefined) return undefined;
  const figure = figures[budget.of];
  return figure <= (budget.atMost ?? Infinity) && figure >= (budget.atLeast ?? -Infinity);
}

/**
 * A row of two interleaved sides: medians of both, and the median of the rounds' ratios.
 * @param {object} figures
 * @param {string} figures.name
 * @param {string} figures.title
 * @param {string} figures.unit
 * @param {readonly number[]} figures.values one figure per round
 * @param {{ readonly name: string, readonly values: readonly number[], readonly plain?: boolean }} figures.against
 *   the other side's, as many; `plain` where its figure goes without saying
 * @param {string} [figures.note]
 * @returns {Row}
 */
export function pairedRow({ name, title, unit, values, against, note }) {
  const ratios = pairRatios(values, against.values);
  const value = median(values);
  const againstValue = median(against.values);
  const ratio = median(ratios);
  return finish({
    name,
    title,
    unit,
    value,
    against: against.plain ? against.name : `${against.name}: ${write(againstValue)} ${unit}`,
    againstValue,
    ratio,
    ...(ratios.length > 1 ? { spread: quartiles(ratios) } : {}),
    n: ratios.length,
    ...(note === undefined ? {} : { note }),
  });
}

/**
 * A row of one figure that is a share of a whole by itself.
 * @param {object} figures
 * @param {string} figures.name
 * @param {string} figures.title
 * @param {readonly number[]} figures.values percent of one core, one figure per round
 * @param {string} [figures.note]
 * @returns {Row}
 */
export function coreShareRow({ name, title, values, note }) {
  const whole = values.map(() => 100);
  const against = { name: 'one core', values: whole, plain: true };
  return pairedRow({
    ...{ name, title, unit: '% of a core', values, against },
    ...(note === undefined ? {} : { note }),
  });
}

/**
 * A row without figures.
 * @param {{ readonly name: string, readonly title: string, readonly unit: string }} what
 * @param {string} why one sentence
 * @returns {Row}
 */
export function missingRow(what, why) {
  const target = targetText(what.name, what.unit);
  return { ...what, ...(target === undefined ? {} : { target }), note: `not measured: ${why}` };
}

/**
 * @param {Row & { readonly value: number, readonly ratio: number }} row
 * @returns {Row}
 */
function finish(row) {
  const target = targetText(row.name, row.unit);
  const holds = holdsBudget(row.name, row);
  return {
    ...row,
    ...(target === undefined ? {} : { target }),
    ...(holds === undefined ? {} : { holds }),
  };
}
