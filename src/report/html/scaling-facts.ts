// What the fits to the speed-ups say, or why there are none.
import { scalingLines } from '@present/words/scaling-text';
import type { Report } from '@shared/report/report';
import { markup, type Markup } from './markup';
import { glyph } from './marks';

/** A line for each strategy with several worker counts, cold. */
export function scalingFacts({ scaling, environment, cells }: Report): Markup {
  const lines = scalingLines(scaling, 'cold', environment.usableCores, cells).map(
    ({ strategy, name, sentences }) =>
      markup`<p class="quiet">${glyph(strategy)} <b>${name}</b> ${sentences.join(' ')}</p>`,
  );
  return markup`${lines}`;
}
