// What the measured cold times look like: single far ones, a trend over the run, two groups.
import { formatDecimals, formatDuration, formatPercent, formatRatio } from '../../locale/format';
import type { WarningFactOf } from '@shared/report/warnings';
import { message } from '../../messages/message';
import { someCells, type CellNames, type Said } from './cells';

/** `1 trial lies far from the median of the cell: trial 8 of threads 2 (1.84×).` */
export function sayOutliers(fact: WarningFactOf<'outliers'>, { label }: CellNames): Said {
  const trials = someCells(fact.trials, ({ cell, trial, ratio }) =>
    message('warning-outlier', {
      trial: trial + 1,
      cell: label(cell),
      ratio: formatRatio(ratio),
    }),
  );
  return {
    text: message('warning-outliers', { count: fact.trials.length, trials }),
    advice: message('warning-outliers.advice'),
  };
}

/** `Times of threads 2 rose by 4.1 % from the first third of the run to the last (p 0.003).` */
export function sayDrift(fact: WarningFactOf<'drift'>, { label }: CellNames): Said {
  const { cell, change, p } = fact;
  const direction = change > 0 ? 'rose' : 'fell';
  return {
    text: message('warning-drift', {
      of: cell === undefined ? 'all' : 'cell',
      cell: cell === undefined ? '' : label(cell),
      direction,
      change: formatPercent(Math.abs(change)),
      chance: p < 0.001 ? 'small' : 'told',
      p: formatDecimals(p, 3),
    }),
    advice: message('warning-drift.advice', { direction }),
  };
}

/** `Times of threads 2 fall into two groups: 12 trials around 1.00 s, 4 around 1.30 s.` */
export function sayModes({ cell, low, high }: WarningFactOf<'modes'>, names: CellNames): Said {
  return {
    text: message('warning-modes', {
      cell: names.label(cell),
      low: low.trials,
      lowTime: formatDuration(low.medianNs),
      high: high.trials,
      highTime: formatDuration(high.medianNs),
    }),
    advice: message('warning-modes.advice'),
  };
}
