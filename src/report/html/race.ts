// The race as an animation without a script: what lies after the clock is covered, and the cover withdraws.
import { formatDuration } from '@present/locale/format';
import { message } from '@present/messages/message';
import { makeRace, type Race, type Racer } from '@present/figures/race';
import { laneBars, type RaceLane } from '@present/figures/race-lanes';
import { factorOf, firstSpeed, speedText } from '@present/figures/race-speed';
import { timeTicks } from '@present/scales/axis';
import { isPaired, isPython } from '@shared/experiment/strategies';
import type { Report } from '@shared/report/report';
import { markup, sheet, type Markup } from './markup';

const width = 800;
const plotFrom = 132;
const plotWidth = 560;
const pad = 6;
const laneHeight = { most: 10, rows: 44, alone: 16 } as const;
const axisHeight = 24;

interface Axis {
  readonly axisNs: number;
  /** Seconds that the whole axis takes. */
  readonly seconds: number;
}

const xOf = (ns: number, { axisNs }: Axis): number => (ns / axisNs) * plotWidth;

const oneLane = (count: number): number =>
  count === 1 ? laneHeight.alone : Math.min(laneHeight.most, laneHeight.rows / count);

const rowHeight = ({ lanes }: Racer): number =>
  Math.max(28, lanes.length * oneLane(lanes.length) + 2 * pad);

/** A lane's tasks in one path. */
function drawLane(lane: RaceLane, top: number, height: number, axis: Axis): Markup {
  const each = height / lane.rows;
  const tall = Math.max(0.5, each - (each > 3 ? 1 : 0));
  const pixelNs = axis.axisNs / plotWidth;
  const boxes = laneBars(lane, axis.axisNs, pixelNs).map(({ startNs, endNs, row }) => {
    const x = xOf(startNs, axis);
    const length = xOf(endNs, axis) - x;
    const wide = Math.max(0.5, length > 2 ? length - 0.75 : length);
    return markup`M${x} ${top + row * each}h${wide}v${tall}h${-wide}z`;
  });
  return markup`<path d="${boxes}" />`;
}

/** The flag, set when the clock gets there; beyond the axis, when that will be. */
function drawFlag({ finishNs, place }: Racer, height: number, axis: Axis): Markup {
  const time = formatDuration(finishNs);
  if (finishNs > axis.axisNs) {
    const text = message('race-finishes', { time });
    return markup`<text class="quiet end" x="${plotWidth}" y="${height / 2 + 4}">${text}</text>`;
  }
  const x = xOf(finishNs, axis);
  const delay = (finishNs / axis.axisNs) * axis.seconds;
  const text = message('race-place', { place });
  return markup`<g class="flag" style="animation-delay:${delay}s" transform="translate(${x} 0)"><path class="pole" d="M0 3v${height - 6}" /><path d="M0.5 3h11l-3 4 3 4h-11z" />
    <text class="figure" x="15" y="12">${time} <tspan class="quiet">${text}</tspan></text></g>`;
}

/** What the cover hides, and what stands over it. */
interface DrawnRacer {
  readonly row: Markup;
  readonly rule: Markup;
  readonly flag: Markup;
}

function drawRacer(racer: Racer, top: number, axis: Axis): DrawnRacer {
  const { strategy, lanes, goNs, label } = racer;
  const height = rowHeight(racer);
  const each = oneLane(lanes.length);
  const from = (height - lanes.length * each) / 2;
  const ready = Math.min(plotWidth, xOf(goNs, axis));
  const drawn = lanes.map((lane, index) => {
    const tint = (isPaired(strategy) ? lane.host : lane.worker) % 2;
    const y = from + index * each;
    const start =
      ready < 1 ? undefined : markup`<path class="start" d="M0 ${y + each / 2}h${ready}" />`;
    return markup`<g class="${tint === 1 ? 'tint' : ''}">${start}${drawLane(lane, y, each - (each > 3 ? 1 : 0), axis)}</g>`;
  });
  const striped = isPython(strategy)
    ? markup` striped" style="--stripes:url(#hatch-${strategy})`
    : undefined;
  return {
    row: markup`<g transform="translate(0 ${top})">
      <use class="glyph ${strategy}" href="#glyph-${strategy}" x="0" y="${height / 2 - 8}" width="16" height="16" />
      <text class="label" x="24" y="${height / 2 + 4}">${label}</text>
      <g transform="translate(${plotFrom} 0)" class="${strategy}${striped}">${drawn}</g>
      </g>`,
    rule: markup`<path class="grid" d="M0 ${top + height - 0.5}h${width}" />`,
    flag: markup`<g class="${strategy}" transform="translate(${plotFrom} ${top})">${drawFlag(racer, height, axis)}</g>`,
  };
}

function drawAxis(axis: Axis, height: number): Markup {
  const { ticks, unit } = timeTicks(0, axis.axisNs, 0, 7);
  return markup`${ticks.map(({ at, label }, index) => {
    const x = plotFrom + xOf(at, axis);
    const text = index === ticks.length - 1 ? `${label} ${unit}` : label;
    return markup`<path class="grid" d="M${x} 0v${height}" /><text class="middle" x="${x}" y="${height + 16}">${text}</text>`;
  })}`;
}

function picture(race: Race, axis: Axis): Markup {
  let top = 0;
  const drawn = race.racers.map((racer) => {
    const one = drawRacer(racer, top, axis);
    top += rowHeight(racer);
    return one;
  });
  const label = message('page-race-picture', { count: race.racers.length });
  return markup`<div class="scroll"><svg class="chart race" style="--seconds:${axis.seconds}s;--plot:${plotWidth}px" viewBox="0 0 ${width} ${top + axisHeight}" role="img" aria-label="${label}">${drawAxis(axis, top)}${drawn.map(({ row }) => row)}<rect class="cover" x="${plotFrom}" y="0" width="${plotWidth}" height="${top}" />${drawn.map(({ rule }) => rule)}<path class="clock" d="M${plotFrom} 0v${top}" />${drawn.map(({ flag }) => flag)}</svg></div>`;
}

/** The race of a report's median trials in cold time; nothing where fewer than two can race. */
export function raceSection(report: Report): Markup | undefined {
  const race = makeRace(report, 'cold');
  if (race.racers.length < 2) return undefined;
  const axisNs = Math.max(1, race.shortNs ?? race.lastNs);
  const factor = factorOf(firstSpeed(axisNs), axisNs);
  const axis = { axisNs, seconds: axisNs / 1e9 / factor };
  const note = message('page-race-note', { speed: speedText(factor) });
  return markup`<section class="race-section"><h2>${message('page-race')} <span class="note">${note}</span></h2>
<input type="checkbox" id="race-again" class="visually-hidden" /><label for="race-again" class="again">${message('page-race-again')}</label>
${picture(race, axis)}
<p class="quiet">${message('race-flag-note', { basis: 'cold' })}</p></section>`;
}

/** How the cover withdraws; a second set of the same names starts it anew. */
export const raceStyle = sheet`
.race{width:800px}
.race path{fill:var(--hue)}
.race .striped path{fill:var(--stripes)}
.race .tint{opacity:.6}
.race .start{fill:none;stroke:var(--hue);stroke-width:1.5}
.race .grid{fill:none}
.race .cover{fill:var(--ground);transform-box:fill-box;transform-origin:right;animation:uncover-a var(--seconds) linear both}
.race .clock{stroke:var(--ink);animation:clock-a var(--seconds) linear both}
.race .flag{animation:flag-a 1ms linear both}
.race .flag .pole{stroke:var(--ink)}
.again{display:inline-block;font-size:12px;line-height:22px;padding:0 8px;margin-bottom:8px;border:1px solid var(--ink3);border-radius:2px;cursor:pointer}
#race-again:focus-visible+.again{outline:2px solid var(--ink);outline-offset:2px}
#race-again:checked~.scroll .cover{animation-name:uncover-b}
#race-again:checked~.scroll .clock{animation-name:clock-b}
#race-again:checked~.scroll .flag{animation-name:flag-b}
@keyframes uncover-a{to{transform:scaleX(0)}}@keyframes uncover-b{to{transform:scaleX(0)}}
@keyframes clock-a{to{transform:translateX(var(--plot))}}@keyframes clock-b{to{transform:translateX(var(--plot))}}
@keyframes flag-a{from{opacity:0}}@keyframes flag-b{from{opacity:0}}
@media (prefers-reduced-motion:reduce){.race .cover,.race .clock,.again,#race-again{display:none}.race .flag{animation:none}}
@media print{.race .cover,.race .clock,.again,#race-again{display:none}.race .flag{animation:none}}
`;
