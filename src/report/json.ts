// The whole report as JSON that a person can read too: one property a line, one column a line.
import type { Report } from '@shared/report';

const widestLine = 100;

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** The value on one line: a column whatever its length, other plain lists and objects if short. */
function writeLine(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const values: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  if (!values.every(isPlain)) return undefined;
  const line = JSON.stringify(value);
  const isColumn = Array.isArray(value) && values.every((item) => typeof item === 'number');
  return isColumn || line.length <= widestLine ? line : undefined;
}

function write(value: unknown, indent: string): string {
  const line = writeLine(value);
  if (line !== undefined || typeof value !== 'object' || value === null) return line ?? 'null';
  const deeper = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => `${deeper}${write(item, deeper)}`)
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${write(item, deeper)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** The report as JSON text; parsing it gives the same report. */
export function renderJson(report: Report): string {
  return `${write(report, '')}\n`;
}
