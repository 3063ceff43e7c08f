// The rows of a run as they come: each is printed and written at once, so that a run that is stopped leaves them.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { factsLine } from './facts.mjs';
import { tableHead, tableLine } from './table.mjs';

const CLEAR_LINE = '\r\x1b[2K';

/**
 * @typedef {import('./rows.mjs').Row} Row
 *
 * @typedef {object} Results
 * @property {readonly Row[]} rows those told so far
 * @property {(bench: string) => void} begin says what is measured next, to the user at a terminal
 * @property {(row: Row) => void} tell prints and writes a row
 * @property {() => void} close says in the file that all rows are there
 */

/**
 * Prints the head of the table and makes the file, where one is wanted.
 * @param {object} about
 * @param {Awaited<ReturnType<typeof import('./facts.mjs').readFacts>>} about.machine
 * @param {boolean} about.short
 * @param {readonly string[]} about.names of the rows that may come
 * @param {string} [about.file] for the machine and the rows as JSON, replaced as a whole with each row
 * @param {(text: string) => void} about.print
 * @returns {Results}
 */
export function openResults({ machine, short, names, file, print }) {
  /** @type {Row[]} */
  const rows = [];
  const width = Math.max(...names.map((name) => name.length));
  const write = (/** @type {boolean} */ complete) => {
    if (file === undefined) return;
    const text = JSON.stringify({ machine, short, complete, rows }, undefined, 2);
    writeFileSync(`${file}.part`, `${text}\n`);
    renameSync(`${file}.part`, file);
  };
  if (file !== undefined) mkdirSync(dirname(file), { recursive: true });
  write(false);
  print(`${factsLine(machine)}\n\n${tableHead(width)}\n`);
  const atTerminal = process.stdout.isTTY;
  return {
    rows,
    begin: (bench) => {
      if (atTerminal) print(`${CLEAR_LINE}measuring ${bench} …`);
    },
    tell: (row) => {
      rows.push(row);
      print(`${atTerminal ? CLEAR_LINE : ''}${tableLine(row, width)}\n`);
      write(false);
    },
    close: () => write(true),
  };
}
