// Checks the input of a number field, and explains what is not accepted. Pure.
import { message } from '@present/messages/message';
import { formatNumber, withUnit, type Unit } from '@present/locale/format';

/** The limits of a figure; `whole` unless said otherwise. */
export interface FieldRange {
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
}

/** A figure with its unit, `20 Hz`, as a limit is written. */
export function countIn(unit: Unit | undefined): (value: number) => string {
  return unit === undefined ? formatNumber : (value) => withUnit(formatNumber(value), unit);
}

/** A figure as the field shows it: grouped; empty where there is none. */
export function writeFigure(value: number): string {
  return Number.isFinite(value) ? formatNumber(value) : '';
}

/**
 * One short sentence about a figure outside its range; absent where it is inside.
 * @param count writes a limit with what is counted: `1 task`, `20 Hz`
 */
export function rangeProblem(
  value: number,
  range: FieldRange,
  count: (limit: number) => string = formatNumber,
): string | undefined {
  if (!Number.isFinite(value)) return message('field-not-number');
  if (value < range.min) return message('field-min', { limit: count(range.min) });
  if (value > range.max) return message('field-max', { limit: count(range.max) });
  if (range.whole !== false && !Number.isInteger(value)) return message('field-not-whole');
  return undefined;
}
