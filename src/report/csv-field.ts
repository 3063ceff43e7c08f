// One field of a CSV file (RFC 4180).
import { cleanText } from './clean-text';

export type Field = string | number | boolean | undefined;

/** Spreadsheets take a text that begins so for a formula; an apostrophe makes it a text again. */
const formulaStart = /^[=+\-@\t\r\n]/;

/** The field as it is written; empty where it is not known. */
export function writeField(field: Field): string {
  if (field === undefined) return '';
  if (typeof field !== 'string') return String(field);
  const clean = cleanText(field);
  const text = formulaStart.test(clean) ? `'${clean}` : clean;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A row with its end. */
export function writeRow(fields: readonly Field[]): string {
  return `${fields.map(writeField).join(',')}\r\n`;
}
