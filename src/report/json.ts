// Writes the whole report as JSON that a user can read too: one property per line, one column per line.
import type { Report } from '@shared/report/report';
import { withTexts } from '@present/words/report-texts';
import { coalesceChunks } from './base/pieces';

const widestLine = 100;
/** Numbers of a column that are turned into text at once. */
const sliceLength = 8192;

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function isColumn(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number');
}

/** A column on one line, whatever its length. */
function* writeColumn(column: readonly number[]): Generator<string> {
  yield '[';
  for (let from = 0; from < column.length; from += sliceLength) {
    const text = JSON.stringify(column.slice(from, from + sliceLength));
    yield from === 0 ? text.slice(1, -1) : `,${text.slice(1, -1)}`;
  }
  yield ']';
}

/** A short list or object without others in it on one line; else undefined. */
function writeLine(value: object): string | undefined {
  const values: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  if (values.length > widestLine || !values.every(isPlain)) return undefined;
  const line = JSON.stringify(value);
  return line.length <= widestLine ? line : undefined;
}

function* write(value: unknown, indent: string): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    yield JSON.stringify(value) ?? 'null';
    return;
  }
  if (isColumn(value)) {
    yield* writeColumn(value);
    return;
  }
  const line = writeLine(value);
  if (line !== undefined) {
    yield line;
    return;
  }
  const deeper = `${indent}  `;
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((item) => ['', item])
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [`${JSON.stringify(key)}: `, item]);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  let before = open ?? '';
  for (const [key, item] of entries) {
    yield `${before}\n${deeper}${key}`;
    yield* write(item, deeper);
    before = ',';
  }
  yield `${entries.length === 0 ? open : ''}\n${indent}${close}`;
}

/** The report as JSON text, piece by piece, with a text beside each fact; parsing it gives the same report. */
export function* renderJson(report: Report): Generator<string> {
  yield* coalesceChunks(write(withTexts(report), ''));
  yield '\n';
}
