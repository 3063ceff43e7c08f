// Fields and rows of CSV files: RFC 4180, and what spreadsheets make of it in other locales.
import { cleanLine } from './clean-text';

export type Field = string | number | boolean | undefined;

/** How a file's rows are written. */
export interface CsvDialect {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
}

/** RFC 4180, figures as programs read them. */
export const plainCsv: CsvDialect = { separator: ',', decimal: '.' };

/** As spreadsheets read it where a comma stands before decimals: most of Europe and South America. */
export const spreadsheetCsv: CsvDialect = { separator: ';', decimal: ',' };

/**
 * What makes a formula of a text, at its beginning and after whatever a spreadsheet of another locale takes
 * for the end of a cell; the wide forms count where East Asian text is usual.
 */
const formulaStart = /(^|[,;\t])(\s*["']*\s*)([=+\-@\uff0b\uff0d\uff1d\uff20])/gu;

/** The text as a text: an apostrophe before what would be a formula. */
function defuse(text: string): string {
  return text.replace(formulaStart, "$1$2'$3");
}

/** The field as it is written; empty where it is not known. Texts are joined into one line. */
export function writeField(field: Field, { decimal }: CsvDialect = plainCsv): string {
  if (field === undefined) return '';
  if (typeof field === 'boolean') return String(field);
  if (typeof field === 'number') {
    if (!Number.isFinite(field)) return '';
    const text = String(field);
    return decimal === '.' ? text : text.replace('.', decimal);
  }
  const text = defuse(cleanLine(field));
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A row with its end. */
export function writeRow(fields: readonly Field[], dialect: CsvDialect = plainCsv): string {
  const written = fields.map((field) => writeField(field, dialect));
  return `${written.join(dialect.separator)}\r\n`;
}

/** Says to a spreadsheet that what follows is UTF-8. */
const byteOrderMark = '\ufeff';

/** Whether every character is the same in all encodings a reader might guess. */
// eslint-disable-next-line no-control-regex -- the whole of ASCII
const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

/** The file's text from its rows; marked as UTF-8 where a spreadsheet would take it for something else. */
export function writeCsv(rows: readonly (readonly Field[])[], dialect: CsvDialect): string {
  const text = rows.map((row) => writeRow(row, dialect)).join('');
  return isAscii(text) && dialect === plainCsv ? text : byteOrderMark + text;
}
