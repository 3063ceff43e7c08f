// Draws where the cold time goes: one bar per strategy, its median trial cut into phases, its warm part bracketed.
import { message } from '@present/messages/message';
import { phaseBars, usedPhases, type PhaseBar, type PhaseName } from '@present/figures/phases';
import { resultRows } from '@present/figures/views';
import { formatDuration } from '@present/locale/format';
import type { Report } from '@shared/report/report';
import type { StrategyKind } from '@shared/experiment/strategies';
import { markup, type Markup } from './markup';

const width = 800;
const barsFrom = 132;
const barsWidth = 400;
const rowHeight = 34;
const barHeight = 14;
const minLength = 0.2;
const legendWidth = 82;

function drawPhase(strategy: StrategyKind, name: PhaseName, x: number, length: number): Markup {
  if (name === 'idle') return markup`<path class="idle" d="M${x} ${barHeight - 0.5}h${length}" />`;
  const box = markup`x="${x}" y="0.5" width="${length}" height="${barHeight - 1}"`;
  const hatched = name === 'join' || name === 'dispatch';
  const hatch = hatched ? markup`<rect fill="url(#hatch-${strategy})" ${box} />` : undefined;
  return markup`<rect class="phase ${name}" ${box} />${hatch}`;
}

/** From go to the last task done, under a bar. */
function bracket(x: number, length: number): Markup {
  return markup`<path class="warm" d="M${x} ${barHeight + 3}v3h${length}v-3" />`;
}

function drawBar(bar: PhaseBar): Markup {
  const { strategy, segments, totalNs, warmNs, warm, otherNs, split, broken } = bar;
  let x = 0;
  const parts = segments.map(({ name, share }) => {
    const length = share * barsWidth;
    const part = length < minLength ? markup`` : drawPhase(strategy, name, x, length);
    x += length;
    return part;
  });
  const gap = barsWidth * 0.92;
  const mark = broken
    ? markup`<path class="break" d="M${gap - 5} ${barHeight + 2}l6 ${-barHeight - 4}m3 0l-6 ${barHeight + 4}" />`
    : undefined;
  const times = message('page-phase-times', {
    warm: formatDuration(warmNs),
    other: formatDuration(otherNs),
    split: split ? 'yes' : 'no',
  });
  return markup`<g class="${strategy}">${parts}${mark}</g>${bracket(warm.from * barsWidth, warm.share * barsWidth)}
    <text class="figure" x="${x + 10}" y="12">${formatDuration(totalNs)} <tspan class="quiet" dx="8">${times}</tspan></text>`;
}

function legend(names: readonly PhaseName[]): Markup {
  const entry = (sample: Markup, name: string, index: number): Markup =>
    markup`<g transform="translate(${barsFrom + index * legendWidth} 0)" class="legend">
      <svg width="16" height="${barHeight + 8}">${sample}</svg><text x="22" y="11">${name}</text></g>`;
  const entries = names.map((name, index) =>
    entry(drawPhase('serial', name, 0.5, 15), message('phase-name', { phase: name }), index),
  );
  return markup`<g class="serial">${entries}${entry(bracket(0.5, 15), message('page-phase-warm'), names.length)}</g>`;
}

/** Phase bars of a report's cells, the fastest first. */
export function phaseChart({ cells }: Report): Markup {
  const bars = phaseBars(resultRows(cells), cells);
  if (bars.length === 0) return markup`<p class="quiet">${message('page-phases-none')}</p>`;
  const drawn = bars.map(
    (bar, index) => markup`<g transform="translate(0 ${(index + 1) * rowHeight})">
      <use class="glyph ${bar.strategy}" href="#glyph-${bar.strategy}" x="0" y="-1" width="16" height="16" />
      <text class="label" x="24" y="12">${bar.label}</text>
      <g transform="translate(${barsFrom} 0)">${drawBar(bar)}</g></g>`,
  );
  const height = (bars.length + 1) * rowHeight;
  return markup`<div class="scroll"><svg class="chart phases" viewBox="0 0 ${width} ${height}" role="img" aria-label="${message('page-phases-picture')}">${legend(usedPhases(bars))}${drawn}</svg></div>`;
}
