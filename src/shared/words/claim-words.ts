// Findings in words and their figures as text: one place, so that window, terminal and files agree.
import type { Figure, FigureUnit, Outcome } from '../claims/claims';
import {
  formatBytes,
  formatDuration,
  formatFigure,
  formatRatio,
  groupDigits,
  notKnown,
} from '../base/format';

/** An outcome as a user reads it. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  holds: 'holds',
  fails: 'does not hold here',
  depends: 'depends',
  unavailable: 'not decided',
};

/** The mark of an outcome, always beside its word. */
export const outcomeMarks: Readonly<Record<Outcome, string>> = {
  holds: '✓',
  fails: '×',
  depends: '~',
  unavailable: '·',
};

/** A value with its unit. */
export function formatValue(value: number, unit: FigureUnit): string {
  if (!Number.isFinite(value)) return notKnown;
  switch (unit) {
    case 'ns':
      return formatDuration(value);
    case 'bytes':
      return formatBytes(value);
    case 'bytes/s':
      return `${formatBytes(value)}/s`;
    case 'count':
      return Number.isInteger(value) ? groupDigits(value) : formatFigure(value);
    case 'cores':
      return `${value.toFixed(1)} cores`;
    case 'times':
      return formatRatio(value);
    case 'frames/s':
      return `${formatFigure(value)} frames/s`;
    case 'yes':
      return value === 1 ? 'yes' : value === 0 ? 'no' : `${groupDigits(value * 100)} % yes`;
  }
}

/** The smallest and the largest value; one where they are the same. */
export function formatRange({ low, high, unit }: Figure): string {
  const from = formatValue(low, unit);
  const to = formatValue(high, unit);
  return from === to ? from : `${from} to ${to}`;
}
