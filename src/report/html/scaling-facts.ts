// What the fits to the speed-ups say, or why there are none.
import { labelStrategy } from '@shared/words/names';
import { formatFigure } from '@shared/base/format';
import type { Fitted, Scaling } from '@shared/report/findings';
import type { Report } from '@shared/report/report';
import { markup, type Markup } from './markup';

const write = ({ value, low, high }: Fitted): string =>
  `${formatFigure(value)} (${formatFigure(low)} to ${formatFigure(high)})`;

function describe({ strategy, placement, python, amdahl, usl, refusal }: Scaling): string {
  const label = labelStrategy({ strategy, python });
  const name = placement === 'main' ? `${label} in the main process` : label;
  const parts = [
    ...(amdahl === undefined ? [] : [`serial part ${write(amdahl.serial)}`]),
    ...(usl === undefined
      ? []
      : [`contention ${write(usl.contention)}, coherency ${write(usl.coherency)}`]),
    ...(usl?.best === undefined ? [] : [`best count ${write(usl.best)}`]),
    ...(refusal === undefined ? [] : [refusal]),
  ];
  return `${name}: ${parts.join('; ')}`;
}

/** A line for each strategy with several worker counts, cold. */
export function scalingFacts({ scaling }: Report): Markup {
  const lines = scaling
    .filter(({ basis }) => basis === 'cold')
    .map((one) => markup`<p class="quiet">${describe(one)}</p>`);
  return markup`${lines}`;
}
