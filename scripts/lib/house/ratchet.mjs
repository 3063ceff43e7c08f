// The ratchet: compares what is counted now with the table that is checked in. A row may only fall.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const TABLE = 'scripts/ratchet.json';
export const PAGE = 'docs/RATCHET.md';

/**
 * @typedef {object} Row
 * @property {string} name of the counter
 * @property {string} what is counted
 * @property {number} measured the value that may not be exceeded, unless the target is higher
 * @property {number} target
 * @property {boolean} [grows] shown only: it grows with what the program can do
 * @property {string} [note] why it is not at its target
 */

/**
 * @param {string} root
 * @returns {Row[]}
 */
export function readTable(root) {
  return JSON.parse(readFileSync(join(root, TABLE), 'utf8')).rows;
}

/**
 * Says what is wrong, one sentence for each row.
 * @param {readonly Row[]} rows
 * @param {Readonly<Record<string, number>>} counted
 * @returns {{ risen: string[], fallen: string[] }}
 */
export function compare(rows, counted) {
  const held = rows.filter(({ grows }) => !grows);
  const now = (/** @type {Row} */ row) => counted[row.name] ?? Number.NaN;
  const limit = (/** @type {Row} */ row) => Math.max(row.measured, row.target);
  return {
    risen: held
      .filter((row) => !(now(row) <= limit(row)))
      .map(
        (row) =>
          `${row.what}: ${now(row)}, and at most ${limit(row)} are allowed. Undo the rise, or write the ` +
          `new figure and its reason ("note") into ${TABLE}.`,
      ),
    fallen: held
      .filter((row) => now(row) < row.measured)
      .map((row) => `${row.what}: ${now(row)}, down from ${row.measured}.`),
  };
}

/**
 * Takes over what has fallen, what is within its target, and the rows that are shown only. What has risen further stays.
 * @param {readonly Row[]} rows
 * @param {Readonly<Record<string, number>>} counted
 * @returns {Row[]}
 */
export function lower(rows, counted) {
  return rows.map((row) => {
    const now = counted[row.name] ?? row.measured;
    const takes = row.grows || now <= Math.max(row.measured, row.target);
    return { ...row, measured: takes ? now : row.measured };
  });
}

/**
 * Writes the page that shows the table.
 * @param {readonly Row[]} rows
 * @returns {string} Markdown, not yet formatted
 */
export function tablePage(rows) {
  const lines = rows.map(({ what, measured, target, grows, note }) => {
    const why = [grows ? 'shown only' : '', note ?? ''];
    return `| ${what} | ${measured} | ${target} | ${why.filter(Boolean).join('; ')} |`;
  });
  return `# Counters that may only fall

\`npm run check:ratchet\` counts these in \`src\` and fails where one has risen. It is a part of \`npm test\`.
When a counter has fallen, \`npm run check:ratchet -- --update\` writes the lower value into
\`${TABLE}\` and into this page. How each is counted: \`scripts/lib/house/counters.mjs\`.

Within its target a counter may rise; the values are those of the last \`--update\`.

| counted in src | measured | target | note |
| -------------- | -------: | -----: | ---- |
${lines.join('\n')}
`;
}
