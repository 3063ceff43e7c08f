// Where the cold time goes: a bar a way, its median trial cut into phases.
import { labelCell } from '@analysis/names';
import { medianTrialPhases } from '@analysis/views';
import { formatDuration } from '@shared/format';
import type { Phases } from '@shared/live';
import type { CellReport, Report } from '@shared/report';
import type { StrategyKind } from '@shared/strategies';
import { markup, type Markup } from './markup';

const width = 800;
const barsFrom = 132;
const barsWidth = 440;
const rowHeight = 34;
const barHeight = 14;

/** A bar longer than this many times the longest way with workers is broken. */
const longest = 1.1;

const phaseNames = ['spawn', 'ready', 'run', 'collect', 'join'] as const;

interface Row {
  readonly cell: CellReport;
  readonly coldNs: number;
  readonly phases: Phases;
}

function phaseRows(cells: readonly CellReport[]): readonly Row[] {
  return cells
    .flatMap((cell) => {
      const phases = medianTrialPhases(cell);
      if (phases === undefined) return [];
      return [
        { cell, phases, coldNs: phaseNames.reduce((sum, name) => sum + phases[`${name}Ns`], 0) },
      ];
    })
    .sort((one, other) => one.coldNs - other.coldNs);
}

/** The cold time a full bar stands for. */
function fullBar(rows: readonly Row[]): number {
  const times = (wanted: (row: Row) => boolean) => rows.filter(wanted).map((row) => row.coldNs);
  const withWorkers = times(({ cell }) => cell.strategy !== 'serial' && cell.strategy !== 'async');
  return Math.max(...(withWorkers.length > 0 ? withWorkers : times(() => true))) * longest;
}

function drawPhase(
  strategy: StrategyKind,
  name: (typeof phaseNames)[number],
  x: number,
  length: number,
): Markup {
  const box = markup`x="${x}" y="0.5" width="${length}" height="${barHeight - 1}"`;
  const hatch =
    name === 'join' ? markup`<rect fill="url(#hatch-${strategy})" ${box} />` : undefined;
  return markup`<rect class="phase ${name}" ${box} />${hatch}`;
}

function drawBar({ cell, coldNs, phases }: Row, fullNs: number): Markup {
  const broken = coldNs > fullNs;
  const scale = barsWidth / (broken ? coldNs : fullNs);
  let x = 0;
  const parts = phaseNames.map((name) => {
    const length = phases[`${name}Ns`] * scale;
    const part = length < 0.2 ? markup`` : drawPhase(cell.strategy, name, x, length);
    x += length;
    return part;
  });
  const gap = barsWidth * 0.92;
  const mark = broken
    ? markup`<path class="break" d="M${gap - 5} ${barHeight + 2}l6 ${-barHeight - 4}m3 0l-6 ${barHeight + 4}" />`
    : undefined;
  const end = (broken ? barsWidth : coldNs * scale) + 10;
  const rest = phases.spawnNs + phases.readyNs + phases.collectNs + phases.joinNs;
  return markup`<g class="${cell.strategy}">${parts}${mark}</g>
    <text class="figure" x="${end}" y="12">${formatDuration(coldNs)} <tspan class="quiet" dx="8">${formatDuration(rest)} not computing</tspan></text>`;
}

function legend(): Markup {
  const entries = phaseNames.map(
    (name, index) => markup`<g transform="translate(${barsFrom + index * 92} 0)" class="legend">
      <svg width="16" height="${barHeight}">${drawPhase('serial', name, 0.5, 15)}</svg><text x="24" y="11">${name}</text></g>`,
  );
  return markup`<g class="serial">${entries}</g>`;
}

/** Phase bars of a report's cells, the fastest first. */
export function phaseChart(report: Report): Markup {
  const rows = phaseRows(report.cells);
  if (rows.length === 0) return markup`<p class="quiet">Not known: no trial tells its phases.</p>`;
  const fullNs = fullBar(rows);
  const bars = rows.map(
    (row, index) => markup`<g transform="translate(0 ${(index + 1) * rowHeight})">
      <use class="glyph ${row.cell.strategy}" href="#glyph-${row.cell.strategy}" x="0" y="-1" width="16" height="16" />
      <text class="label" x="24" y="12">${labelCell(row.cell)}</text>
      <g transform="translate(${barsFrom} 0)">${drawBar(row, fullNs)}</g></g>`,
  );
  const height = (rows.length + 1) * rowHeight;
  return markup`<div class="scroll"><svg class="chart phases" viewBox="0 0 ${width} ${height}" role="img" aria-label="Phases of the cold time of each way's median trial">${legend()}${bars}</svg></div>`;
}
