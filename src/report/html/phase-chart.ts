// Where the cold time goes: a bar a way, its median trial cut into phases.
import { phaseBars, phaseNames, type PhaseBar, type PhaseName } from '@analysis/phases';
import { resultRows } from '@analysis/views';
import { formatDuration } from '@shared/format';
import type { Report } from '@shared/report';
import type { StrategyKind } from '@shared/strategies';
import { markup, type Markup } from './markup';

const width = 800;
const barsFrom = 132;
const barsWidth = 440;
const rowHeight = 34;
const barHeight = 14;
const leastLength = 0.2;

function drawPhase(strategy: StrategyKind, name: PhaseName, x: number, length: number): Markup {
  const box = markup`x="${x}" y="0.5" width="${length}" height="${barHeight - 1}"`;
  const hatch =
    name === 'join' ? markup`<rect fill="url(#hatch-${strategy})" ${box} />` : undefined;
  return markup`<rect class="phase ${name}" ${box} />${hatch}`;
}

function drawBar({ strategy, segments, totalNs, otherNs, broken }: PhaseBar): Markup {
  let x = 0;
  const parts = segments.map(({ name, share }) => {
    const length = share * barsWidth;
    const part = length < leastLength ? markup`` : drawPhase(strategy, name, x, length);
    x += length;
    return part;
  });
  const gap = barsWidth * 0.92;
  const mark = broken
    ? markup`<path class="break" d="M${gap - 5} ${barHeight + 2}l6 ${-barHeight - 4}m3 0l-6 ${barHeight + 4}" />`
    : undefined;
  return markup`<g class="${strategy}">${parts}${mark}</g>
    <text class="figure" x="${x + 10}" y="12">${formatDuration(totalNs)} <tspan class="quiet" dx="8">${formatDuration(otherNs)} not running tasks</tspan></text>`;
}

function legend(): Markup {
  const entries = phaseNames.map(
    (name, index) => markup`<g transform="translate(${barsFrom + index * 92} 0)" class="legend">
      <svg width="16" height="${barHeight}">${drawPhase('serial', name, 0.5, 15)}</svg><text x="24" y="11">${name}</text></g>`,
  );
  return markup`<g class="serial">${entries}</g>`;
}

/** Phase bars of a report's cells, the fastest first. */
export function phaseChart({ cells }: Report): Markup {
  const bars = phaseBars(resultRows(cells), cells);
  if (bars.length === 0) return markup`<p class="quiet">Not known: no trial tells its phases.</p>`;
  const drawn = bars.map(
    (bar, index) => markup`<g transform="translate(0 ${(index + 1) * rowHeight})">
      <use class="glyph ${bar.strategy}" href="#glyph-${bar.strategy}" x="0" y="-1" width="16" height="16" />
      <text class="label" x="24" y="12">${bar.label}</text>
      <g transform="translate(${barsFrom} 0)">${drawBar(bar)}</g></g>`,
  );
  const height = (bars.length + 1) * rowHeight;
  return markup`<div class="scroll"><svg class="chart phases" viewBox="0 0 ${width} ${height}" role="img" aria-label="Phases of the cold time of each way's median trial">${legend()}${drawn}</svg></div>`;
}
