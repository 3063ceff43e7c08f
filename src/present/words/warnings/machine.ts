// Writes what the machine did to the trials, and under which variables of the environment they ran.
import { cleanText } from '@shared/base/clean-text';
import { formatDuration, formatFigure, formatPercent } from '../../locale/format';
import type { WarningFactOf } from '@shared/report/warnings';
import { list } from '../../messages/list';
import { message } from '../../messages/message';
import { sentences, someCells, type CellNames, type Said } from './cells';

/** Names of variables are what somebody else wrote. */
const longestNames = 300;

/** `The control group's CPU quota throttled its tasks for 1.20 s in 1 trial.` */
export function sayQuotaThrottling(fact: WarningFactOf<'throttled-by-quota'>): Said {
  const values = { time: formatDuration(fact.ns), trials: fact.trials };
  return {
    text: message('warning-quota-throttling', values),
    advice: message('warning-quota-throttling.advice'),
  };
}

/** `The processor slowed down because of heat 12 times in 1 trial.` */
export function sayHeat({ times, trials }: WarningFactOf<'throttled-by-heat'>): Said {
  return {
    text: message('warning-heat', { times, trials }),
    advice: message('warning-heat.advice'),
  };
}

/** `The hypervisor took 4 % of the time of the cores in use.` */
export function sayStolen({ share }: WarningFactOf<'stolen'>): Said {
  return {
    text: message('warning-stolen', { share: formatPercent(share) }),
    advice: message('warning-stolen.advice'),
  };
}

/** `1,370 pages of memory moved to or from swap in 1 trial.` */
export function saySwap({ pages, trials }: WarningFactOf<'swap'>): Said {
  return {
    text: message('warning-swap', { pages, trials }),
    advice: message('warning-swap.advice'),
  };
}

/** `The cores' frequency changed from trial to trial: threads 2 2,100 to 2,600 MHz.` */
export function sayFrequency(fact: WarningFactOf<'frequency'>, { label }: CellNames): Said {
  const { cells, governor } = fact;
  const varied = someCells(cells, ({ cell, lowMhz, highMhz }) =>
    message('warning-frequency-cell', {
      cell: label(cell),
      low: formatFigure(lowMhz),
      high: formatFigure(highMhz),
    }),
  );
  const changed = varied === '' ? undefined : message('warning-frequency', { cells: varied });
  if (governor === undefined) {
    return { text: sentences(changed), advice: message('warning-frequency.advice') };
  }
  return {
    text: sentences(changed, message('warning-governor', { governor })),
    advice: message('warning-governor.advice'),
  };
}

/** `A quota limits this to 1.50 of 4 cores.` */
export function sayQuota({ quotaCores, cores }: WarningFactOf<'quota'>): Said {
  return {
    text: message('warning-quota', { quota: formatFigure(quotaCores), cores }),
    advice: message('warning-quota.advice'),
  };
}

/** `Child processes ran with --inspect (NODE_OPTIONS): slower than without.` */
export function sayEnvironment({ effect, settings }: WarningFactOf<'environment'>): Said {
  const names = settings.map(({ variable, option }) =>
    option === undefined ? variable : message('warning-environment-option', { option, variable }),
  );
  const variables = [...new Set(settings.map(({ variable }) => variable))];
  return {
    text: message('warning-environment', {
      settings: cleanText(list(names), longestNames),
      effect,
    }),
    advice: message('warning-environment.advice', {
      variables: cleanText(list(variables), longestNames),
    }),
  };
}
