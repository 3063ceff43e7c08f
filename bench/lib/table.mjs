// The rows as a table for a terminal, a line at a time.
import { write } from './rows.mjs';

/** @typedef {import('./rows.mjs').Row} Row */

/** @type {readonly { title: string, width: number, read: (row: Row) => string }[]} after the row's name */
const columns = [
  {
    title: 'value',
    width: 19,
    read: ({ value, unit }) => (value === undefined ? '-' : `${write(value)} ${unit}`),
  },
  { title: 'against', width: 44, read: ({ against }) => against ?? '-' },
  { title: 'ratio', width: 7, read: ({ ratio }) => (ratio === undefined ? '-' : write(ratio)) },
  { title: 'middle half', width: 15, read: ({ spread }) => spread?.map(write).join('–') ?? '-' },
  { title: 'target', width: 15, read: ({ target }) => target ?? '-' },
  {
    title: 'holds',
    width: 5,
    read: ({ holds }) => (holds === undefined ? '-' : holds ? 'yes' : 'NO'),
  },
];

/**
 * @param {string} name
 * @param {number} nameWidth
 * @param {readonly string[]} texts
 */
function line(name, nameWidth, texts) {
  const padded = columns.map(({ width }, column) => (texts[column] ?? '').padEnd(width));
  return [name.padEnd(nameWidth), ...padded].join('  ').trimEnd();
}

/**
 * @param {number} nameWidth width of the longest name
 * @returns {string} one line
 */
export function tableHead(nameWidth) {
  const titles = columns.map(({ title }) => title);
  return line('name', nameWidth, titles);
}

/**
 * @param {Row} row
 * @param {number} nameWidth width of the longest name
 * @returns {string} one line, and one more with the row's note
 */
export function tableLine(row, nameWidth) {
  const texts = columns.map(({ read }) => read(row));
  const figures = line(row.name, nameWidth, texts);
  return row.note === undefined ? figures : `${figures}\n  ${row.note}`;
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
