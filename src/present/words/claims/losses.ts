// Increments that threads lost, what keeps them apart, and what the interpreter's lock does.
import { formatFigure, formatRatio, withUnit, formatDecimals } from '../../locale/format';
import type { ClaimFactOf, FormLoss } from '@shared/claims/claim-facts';
import { message } from '../../messages/message';
import { sentenceOf } from './parts';

/** `12.3 % of 400,000 with a call between (2 threads)`, `none in plain form`. */
function lossText({ form, share, increments, workers }: FormLoss): string {
  if (share === 0) return message('claim-loss-none', { form });
  const values = { form, share: withUnit(formatFigure(share * 100), '%'), increments, workers };
  return message('claim-loss', values);
}

const lossesText = (losses: readonly FormLoss[]): string =>
  losses.map(lossText).join(message('list-separator'));

/** `threads lost 47 % of 1,000 in plain form (2 threads).` */
export function lostText({ runtimes }: ClaimFactOf<'lost'>): string {
  return sentenceOf(
    runtimes.map(({ runtime, losses }) =>
      message('claim-lost', {
        runtime: runtime === 'node' ? 'node' : 'python',
        version: runtime,
        losses: lossesText(losses),
      }),
    ),
  );
}

/** `With an atomic operation or a lock none were lost; a lock takes 46.0× as long.` */
export function apartText({ leaky, sound, costs }: ClaimFactOf<'kept-apart'>): string {
  const first = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no');
  const [one, another] = sound;
  const means = another === undefined ? one : 'both';
  return sentenceOf([
    ...leaky.map((variant, at) =>
      message('claim-apart-leaky', { means: variant, first: first(at === 0) }),
    ),
    ...(means === undefined
      ? []
      : [message('claim-apart-sound', { means, first: first(leaky.length === 0) })]),
    ...costs.map(({ variant, low, high }) => {
      const [from, to] = [formatRatio(low), formatRatio(high)];
      const ratio = from === to ? from : message('claim-range', { from, to });
      return message('claim-apart-cost', { means: variant, ratio });
    }),
  ]);
}

/** `threads of 3.11 kept 1.00 cores busy and lost none in plain form.` */
export function lockText({ versions }: ClaimFactOf<'lock'>): string {
  return sentenceOf(
    versions.map(({ runtime: version, cores: busy, losses }) => {
      const values = { version, cores: formatDecimals(busy, 2) };
      return losses.length === 0
        ? message('claim-lock-busy', values)
        : message('claim-lock-busy-lost', { ...values, losses: lossesText(losses) });
    }),
  );
}
