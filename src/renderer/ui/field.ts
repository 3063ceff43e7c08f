// Checks the input of a number field, and explains what is not accepted. Pure.
import { message } from '@present/messages/message';
import { groupDigits } from '@present/locale/format';

/** The limits of a figure; `whole` unless said otherwise. */
export interface FieldRange {
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
}

/** A figure with its unit, `20 Hz`, as a limit is written. */
export function countIn(unit: string): (value: number) => string {
  return (value) => (unit === '' ? write(value) : `${write(value)} ${unit}`);
}

const write = (value: number): string =>
  Number.isInteger(value) ? groupDigits(value) : String(value);

/** A figure as the field shows it: grouped; empty where there is none. */
export function writeFigure(value: number): string {
  return Number.isFinite(value) ? write(value) : '';
}

/** The figure in a text, with or without separators; `NaN` where there is none. */
export function readFigure(text: string): number {
  const bare = text.replace(/[\s,_]/g, '');
  return bare === '' ? Number.NaN : Number(bare);
}

/**
 * One short sentence about a figure outside its range; absent where it is inside.
 * @param count writes a limit with what is counted: `1 task`, `20 Hz`
 */
export function rangeProblem(
  value: number,
  range: FieldRange,
  count: (limit: number) => string = write,
): string | undefined {
  if (!Number.isFinite(value)) return message('field-not-number');
  if (value < range.min) return message('field-min', { limit: count(range.min) });
  if (value > range.max) return message('field-max', { limit: count(range.max) });
  if (range.whole !== false && !Number.isInteger(value)) return message('field-not-whole');
  return undefined;
}
