// Rows of words in columns of equal width.
import { widthInColumns, padRight } from '@present/locale/text-columns';

/** The rows, indented by two and two spaces apart. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, widthInColumns(cell));
    });
  }
  return rows
    .map((row) =>
      `  ${row.map((cell, index) => padRight(cell, widths[index] ?? 0)).join('  ')}`.trimEnd(),
    )
    .join('\n');
}
