// The rows as a table for a terminal.
import { write } from './rows.mjs';

/** @typedef {import('./rows.mjs').Row} Row */

/** @type {Readonly<Record<string, (row: Row) => string>>} */
const columns = {
  name: ({ name }) => name,
  value: ({ value, unit }) => (value === undefined ? '-' : `${write(value)} ${unit}`),
  against: ({ against }) => against ?? '-',
  ratio: ({ ratio }) => (ratio === undefined ? '-' : write(ratio)),
  'middle half': ({ spread }) => spread?.map(write).join('–') ?? '-',
  target: ({ target }) => target ?? '-',
  holds: ({ holds }) => (holds === undefined ? '-' : holds ? 'yes' : 'NO'),
};

/**
 * @param {readonly Row[]} rows
 * @returns {string} with notes below, ending in a line feed
 */
export function renderTable(rows) {
  const cells = [
    Object.keys(columns),
    ...rows.map((row) => Object.values(columns).map((read) => read(row))),
  ];
  const widths = Object.keys(columns).map((_, column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0)),
  );
  const lines = cells.map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const notes = rows.flatMap(({ name, note }) => (note === undefined ? [] : [`${name}: ${note}`]));
  return [...lines, ...(notes.length > 0 ? ['', ...notes] : []), ''].join('\n');
}

/**
 * @param {readonly Row[]} rows
 * @param {boolean} short
 * @returns {string} one line
 */
export function summary(rows, short) {
  if (short) return 'A short run shows that the benches work; its figures say nothing.';
  const judged = rows.filter(({ holds }) => holds !== undefined);
  const broken = judged.filter(({ holds }) => holds === false).map(({ name }) => name);
  const open = rows.filter(({ value }) => value === undefined).map(({ name }) => name);
  return [
    `${judged.length - broken.length} of ${judged.length} targets hold`,
    ...(broken.length > 0 ? [`not: ${broken.join(', ')}`] : []),
    ...(open.length > 0 ? [`not measured: ${open.join(', ')}`] : []),
  ].join('; ');
}
