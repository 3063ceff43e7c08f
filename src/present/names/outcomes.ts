// What a claim came to and how well cores are used, in a word, and the figures behind it as text.
import type { Utilisation } from '@shared/report/findings';
import type { Figure, FigureUnit, Outcome } from '@shared/claims/claims';
import {
  formatBytes,
  formatDecimals,
  formatDuration,
  formatFigure,
  formatRatio,
  groupDigits,
  notKnown,
  withUnit,
} from '../locale/format';
import { message } from '../messages/message';

/** An outcome as a user reads it. */
export const outcomeWord = (outcome: Outcome): string => message('outcome', { outcome });

/** How well a cell uses the cores, in a word. */
export const utilisationWord = (utilisation: Utilisation): string =>
  message('utilisation', { utilisation });

/** The mark of an outcome, always beside its word. */
export const outcomeMarks: Readonly<Record<Outcome, string>> = {
  holds: '✓',
  fails: '×',
  depends: '~',
  unavailable: '·',
};

/** A value with its unit. */
export function formatValue(value: number, unit: FigureUnit): string {
  if (!Number.isFinite(value)) return notKnown();
  switch (unit) {
    case 'ns':
      return formatDuration(value);
    case 'bytes':
      return formatBytes(value);
    case 'bytes/s':
      return message('rate', { amount: formatBytes(value) });
    case 'count':
      return Number.isInteger(value) ? groupDigits(value) : formatFigure(value);
    case 'cores':
      return message('cores-busy', { figure: formatDecimals(value, 1) });
    case 'times':
      return formatRatio(value);
    case 'frames/s':
      return message('frames', { figure: formatFigure(value) });
    case 'yes':
      if (value === 0 || value === 1) return message('yes-no', { is: value === 1 ? 'yes' : 'no' });
      return message('share-yes', { share: withUnit(groupDigits(value * 100), '%') });
  }
}

/** The smallest and the largest value; one where they are the same. */
export function formatRange({ low, high, unit }: Figure): string {
  const from = formatValue(low, unit);
  const to = formatValue(high, unit);
  return from === to ? from : message('range', { from, to });
}
