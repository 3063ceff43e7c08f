// What a number field accepts, and what it says where a figure is not accepted. Pure.
import { groupDigits } from '@shared/base/format';

/** The limits of a figure; `whole` unless said otherwise. */
export interface FieldRange {
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
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
 * @param noun what is counted, one and many, e.g. `['task', 'tasks']`; or a unit, the same twice
 */
export function rangeProblem(
  value: number,
  range: FieldRange,
  noun: readonly [string, string] = ['', ''],
): string | undefined {
  const say = (words: string, limit: number): string => {
    const what = limit === 1 ? noun[0] : noun[1];
    return `${words} ${write(limit)}${what === '' ? '' : ` ${what}`}.`;
  };
  if (!Number.isFinite(value)) return 'A number.';
  if (value < range.min) return say('At least', range.min);
  if (value > range.max) return say('At most', range.max);
  if (range.whole !== false && !Number.isInteger(value)) return 'A whole number.';
  return undefined;
}
