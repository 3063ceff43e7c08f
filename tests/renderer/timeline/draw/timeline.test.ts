import { beforeEach, describe, expect, it } from 'vitest';
import { drawStrip, stripHeight } from '@renderer/timeline/draw/strip';
import { drawTimeline } from '@renderer/timeline/draw/timeline';
import { forgetTextWidths } from '@renderer/canvas/pen';
import { canvasTheme } from '@renderer/canvas/theme';
import type { TimelineBuffer } from '@renderer/model/timeline-buffer';
import type { WorkerTrack } from '@renderer/model/tracks';
import { cutScene } from '@renderer/timeline/edge/cut';
import { extentOf } from '@renderer/timeline/scene/extent';
import { taskAt } from '@renderer/timeline/scene/hit';
import { buildScene, type Scene, type SceneRequest } from '@renderer/timeline/scene/scene';
import { buildStrip } from '@renderer/timeline/scene/trial-strip';
import type { LiveEvent } from '@shared/report/live';
import { expandCells } from '@shared/experiment/cells';
import { makePython } from '../../../helpers/make/python';
import {
  bufferOf,
  cells,
  ms,
  runBegin,
  samples,
  spans,
  trialOf,
  workers,
} from '../../helpers/events';
import { RecordingSurface } from '../../helpers/recording';

beforeEach(forgetTextWidths);

const theme = canvasTheme('dark');
const asyncCell = cells[trialOf.async]!;

const indexOf = ({ spans: all }: WorkerTrack, task: number): number =>
  Array.from({ length: all.length }, (_, index) => all.at('task', index)).indexOf(task);
const trial = trialOf.processes;

type Over = Partial<SceneRequest & Pick<Scene, 'hoverX' | 'marked' | 'area' | 'markers'>>;

function draw(events: readonly LiveEvent[], over: Over = {}) {
  return drawOf(bufferOf({ type: 'trial-begin', trial, atNs: 0 }, ...events), trial, over);
}

/** A picture 1 px a millisecond, from 0 to 400 ms. */
function drawOf(buffer: TimelineBuffer, shown: number, over: Over = {}) {
  const track = buffer.trial(shown)!;
  const extent = extentOf(track, buffer.nowNs, 500 * ms);
  const built = buildScene({
    buffer,
    track,
    extent,
    window: { fromNs: 0, toNs: 400 * ms },
    width: 136 + 400 + 12,
    height: 700,
    scrollTop: 0,
    ...over,
  });
  const { hoverX, marked, area, markers } = over;
  const scene: Scene = { ...built, hoverX, marked, area, markers };
  const surface = new RecordingSurface();
  drawTimeline(surface, scene, theme);
  return { surface, scene };
}

const running: readonly LiveEvent[] = [
  workers(trial, [70, 80]),
  spans(trial, [
    [10, 0, 100, 160],
    [11, 1, 110, 230],
    [12, 0, 160, 240],
  ]),
  samples(trial, {
    cores: [
      [240, 1, 0.5],
      [260, 1, 0],
    ],
    workers: [
      [240, 0, 20, 0, 4],
      [240, 1, 5, 15, 6],
      [260, 0, 15, 5, 4],
    ],
    memory: [
      [120, 70, 60, 40],
      [200, 80, 50, 30],
    ],
  }),
  { type: 'loop', loop: { atNs: [100 * ms, 200 * ms], maxNs: [ms, 12 * ms] } },
];

describe('drawTimeline', () => {
  it("draws a task exactly where it ran, in its worker's tint, with its number", () => {
    const { surface, scene } = draw(running);
    const band = scene.groups[0]!.lanes[0]!.band;
    const bars = surface
      .in(theme.tint('processes', 0), 'fill')
      .filter(({ at }) => at[1] === band.top);
    expect(bars.map(({ at }) => [at[0]! - 136, at[2]])).toEqual([
      [100, 59],
      [160, 79],
    ]);
    expect(surface.texts).toEqual(expect.arrayContaining(['10', '11', '12', 'host 1', 'pid 70']));
  });

  it('draws the sampled state as tall as its share, and waiting hatched on it', () => {
    const { surface, scene } = draw(running);
    const { strip } = scene.groups[1]!.lanes[0]!.band;
    const [run] = surface
      .in(theme.faint('processes', 1), 'fill')
      .filter(({ at }) => at[1]! >= strip.top);
    expect(run?.at[3]).toBeCloseTo(strip.height / 4);
    const hatched = surface
      .in(theme.ink2, 'line')
      .filter(({ at }) => at[1]! >= strip.top && at[1]! <= strip.top + strip.height);
    expect(hatched.length).toBeGreaterThan(3);
    expect(Math.max(...hatched.map(({ at }) => at[1]!))).toBeLessThanOrEqual(run!.at[1]! + 1e-6);
    expect(hatched.every(({ at }) => at[0]! >= 136 + 220 && at[2]! <= 136 + 240)).toBe(true);
  });

  it('colours a core by the worker on it, and other programs set back, their height ruled', () => {
    const others = samples(trial, { cores: [[300, 0, 0.5]] });
    const { surface, scene } = draw([...running, others]);
    const [first, second] = scene.cores.map(({ band }) => band);
    const ours = surface
      .in(theme.tint('processes', 0), 'fill')
      .filter(({ at }) => at[1]! >= first!.top && at[1]! < first!.top + first!.height);
    expect(ours.map(({ at }) => at[0]! - 136)).toEqual([220, 240]);
    const [other, ...more] = surface.in(theme.others, 'fill');
    expect(more).toEqual([]);
    expect(other!.at[1]! + other!.at[3]!).toBe(second!.top + second!.height - 1);
    expect(other!.at[3]).toBe(Math.round(0.5 * (second!.height - 1)));
    const edges = surface.in(theme.ink3, 'fill').filter(({ at }) => at[1] === other!.at[1]);
    expect(edges.map(({ at }) => [at[0], at[2], at[3]])).toEqual([[other!.at[0], other!.at[2], 1]]);
  });

  it('counts shared memory once, hatched, under the private parts', () => {
    const { surface, scene } = draw(running);
    const { plot } = scene.layout.memory;
    const stacked = surface
      .in(theme.tint('processes', 0), 'fill')
      .filter(({ at }) => at[1]! >= plot.top);
    const top = scene.memory.ticks.at(-1)!;
    const [, y = 0, , height = 0] = stacked.at(-1)!.at;
    const floor = plot.top + plot.height;
    expect(height).toBeCloseTo((40e6 / top) * plot.height);
    expect(floor - (y + height)).toBeCloseTo((40e6 / top) * plot.height);
    // Before the second process was read, the sum was not known.
    expect(surface.in(theme.ink, 'arc')).toHaveLength(1);
    expect(surface.texts).toContain('not known');
    expect(surface.texts).toContain('110');
  });

  it('stripes memory of what runs in Python with the ground, above the shared part', () => {
    const stripesOf = (over: Over): readonly number[] => {
      const { surface, scene } = draw(running, over);
      const { plot } = scene.layout.memory;
      const inPlot = surface.in(theme.ground, 'line').filter(({ at }) => at[1]! >= plot.top);
      return inPlot.flatMap(({ at }) => [at[1]!, at[3]!]);
    };
    expect(stripesOf({})).toEqual([]);
    const buffer = bufferOf({ type: 'trial-begin', trial, atNs: 0 }, ...running);
    const { scene } = drawOf(buffer, trial);
    const surface = new RecordingSurface();
    const cell = { ...scene.cell, strategy: 'python-processes' as const };
    drawTimeline(surface, { ...scene, cell }, theme);
    const { plot } = scene.layout.memory;
    const drawn = surface.in(theme.ground, 'line').filter(({ at }) => at[1]! >= plot.top);
    expect(drawn.length).toBeGreaterThan(0);
    const top = scene.memory.ticks.at(-1)!;
    const least = Math.min(...scene.memory.steps.map(({ sharedBytes }) => sharedBytes));
    const lowest = plot.top + plot.height - (least / top) * plot.height;
    for (const { at } of drawn) expect(Math.max(at[1]!, at[3]!)).toBeLessThanOrEqual(lowest + 1e-6);
  });

  it('draws memory in the tint of its process, whichever was read first', () => {
    const [introduced, ...rest] = running;
    const first = samples(trial, {
      memory: [
        [50, 80, 50, 30],
        [55, 99, 10, 5],
      ],
    });
    const { surface, scene } = draw([introduced!, first, ...rest]);
    expect(scene.memory.pids).toEqual([80, 99, 70]);
    expect(scene.memoryHosts).toEqual([1, undefined, 0]);
    const { plot } = scene.layout.memory;
    expect(surface.in(theme.neutral, 'fill').some(({ at }) => at[1]! > plot.top)).toBe(true);
  });

  it('says the worst loop delay', () => {
    expect(draw(running).surface.texts).toContain('12 ms');
  });

  it('draws many overlapping tasks as how many are in flight, and finds each by its height', () => {
    const many = { ...asyncCell, topology: { ...asyncCell.topology, concurrency: 40 } };
    const rows = Array.from({ length: 40 }, (_, task) => [task, 0, 100 + task, 300]);
    const begin = { ...runBegin, cells: cells.map((one) => (one === asyncCell ? many : one)) };
    const buffer = bufferOf(begin, { type: 'trial-begin', trial: trialOf.async, atNs: 0 });
    buffer.apply(spans(trialOf.async, rows));
    const { surface, scene } = drawOf(buffer, trialOf.async);
    const [lane] = scene.groups[0]!.lanes;
    expect(lane!.bars).toEqual([]);
    expect(Math.max(...lane!.flight.map(({ count }) => count))).toBe(40);
    expect(surface.texts).toContain('40 tasks in flight');
    const { top, spanHeight } = lane!.band;
    const fills = surface.in(theme.tint('async', 0), 'fill').filter(({ at }) => at[1]! >= top);
    expect(Math.max(...fills.map(({ at }) => at[3]!))).toBeCloseTo(spanHeight);
    const at = (share: number) => taskAt(scene, 136 + 200, top + spanHeight * (1 - share));
    expect(at(0.01)).toEqual({ worker: 0, index: indexOf(lane!.track, 0) });
    expect(at(0.99)).toEqual({ worker: 0, index: indexOf(lane!.track, 39) });
    expect(taskAt(scene, 136 + 50, top + spanHeight - 1)).toBeUndefined();
  });

  it('writes the sum of memory inside where there is no room beside it', () => {
    const { surface } = draw(running, { window: { fromNs: 0, toNs: 260 * ms } });
    const sum = surface.log.findLast(({ what, text }) => what === 'text' && text === '110');
    expect(sum).toMatchObject({ align: 'right' });
    expect(sum!.at[0]).toBeLessThan(136 + 400);
  });

  it('draws what is under way dashed, for it is not measured yet', () => {
    const { surface } = draw(running);
    const dashed = surface
      .in(theme.tint('processes', 0), 'box')
      .filter(({ dash }) => dash.length > 0);
    expect(dashed).toHaveLength(1);
    expect(dashed[0]!.at[0]).toBeCloseTo(136 + 241.5);
  });

  it('draws a finished trial from its decision on, hollow until go, and nothing under way', () => {
    const end: LiveEvent = {
      type: 'trial-end',
      end: {
        trial,
        status: 'ok',
        endNs: 300 * ms,
        startNs: 20 * ms,
        phases: { spawnNs: 50 * ms, readyNs: 30 * ms, runNs: 140 * ms, collectNs: 0, joinNs: 0 },
      },
    };
    const { surface, scene } = draw([...running, end]);
    expect(scene.zeroNs).toBe(20 * ms);
    const hollow = surface
      .in(theme.tint('processes', 0), 'fill')
      .filter(({ alpha }) => alpha === 0.3);
    expect(hollow.map(({ at }) => [at[0]! - 136, at[2]])).toEqual([[20, 79]]);
    expect(
      surface.in(theme.tint('processes', 0), 'box').every(({ dash }) => dash.length === 0),
    ).toBe(true);
    expect(surface.texts).toContain('0.28 s');
  });

  it('veils what a frame holds, within the lanes of its workers', () => {
    const area = { fromNs: 100 * ms, toNs: 200 * ms, workers: [1] };
    const { surface, scene } = draw(running, { area });
    const { top, height } = scene.groups[1]!.lanes[0]!.band;
    const veil = surface.log.find(({ what, alpha }) => what === 'fill' && alpha === 0.12);
    expect(veil?.at).toEqual([136 + 100, top - 1, 100, height + 2]);
    expect(veil?.clipped).toBe(true);
  });

  it('draws marked moments, and the time between two', () => {
    const { surface } = draw(running, { markers: [150 * ms, 250 * ms] });
    const lines = surface.log.filter(
      ({ what, at, colour }) => what === 'fill' && at[2] === 1 && colour === theme.ink,
    );
    expect(lines.map(({ at: [x] }) => x)).toEqual(expect.arrayContaining([286, 386]));
    expect(surface.texts).toContain('Δ 100 ms');
    expect(draw(running, { markers: [150 * ms] }).surface.texts.join()).not.toContain('Δ');
  });

  it('outlines the task that is marked and draws one hover line', () => {
    const { surface, scene } = draw(running, { marked: { worker: 1, index: 0 }, hoverX: 300 });
    const band = scene.groups[1]!.lanes[0]!.band;
    const boxes = surface.in(theme.ink, 'box').filter(({ at }) => at[1] === band.top);
    expect(boxes.map(({ at }) => at[0])).toEqual([246]);
    const hover = surface.in(theme.ink2, 'line').filter(({ dash }) => dash.length > 0);
    expect(hover.map(({ at }) => at[0])).toEqual([300.5]);
  });

  it('works out nothing for lanes out of view, and draws lanes clipped', () => {
    const { scene, surface } = draw(running, { height: 230, scrollTop: 0 });
    const region = scene.layout.scrolled;
    for (const lane of scene.groups.flatMap((group) => group.lanes)) {
      if (lane.band.top >= region.top + region.height) expect(lane.bars).toEqual([]);
    }
    expect(surface.saved).toBe(0);
    const bars = surface.log.filter(({ text }) => text === 'Cores' || text === 'Workers');
    expect(bars.every(({ clipped }) => clipped)).toBe(true);
  });

  it('says that nothing is sampled where nothing is', () => {
    const begin = { ...runBegin, sampling: { hz: 0, memoryHz: 0 } };
    const buffer = bufferOf(
      begin,
      { type: 'trial-begin', trial, atNs: 0 },
      workers(trial, [70, 80]),
    );
    const { surface } = drawOf(buffer, trial, { width: 1100 });
    expect(surface.texts).toContain('not sampled');
    expect(surface.texts.join()).toContain("PSS, at the trial's end");
    expect(surface.texts.join()).not.toContain('Infinity');
  });

  it('draws an empty trial without inventing anything', () => {
    const { surface } = draw([]);
    const hues = [0, 1, 2, 3].map((index) => theme.tint('processes', index));
    expect(surface.log.filter(({ colour }) => hues.includes(colour))).toEqual([]);
    expect(surface.texts).toEqual(expect.arrayContaining(['Cores', 'Workers', 'Memory']));
  });
});

describe('drawStrip', () => {
  const fact = { trial: 0, cell: 'threads-2', round: 0, warmup: false };
  const trials = [
    { ...fact, status: 'ok' as const },
    { ...fact, trial: 1, status: 'killed' as const },
    { ...fact, trial: 2, beginNs: 1 },
    { ...fact, trial: 3 },
  ];
  const drawn = (looking?: number): RecordingSurface => {
    const surface = new RecordingSurface();
    drawStrip(surface, buildStrip(trials, cells, 2, 100), 100, looking, theme);
    return surface;
  };

  it('draws done full, now tall, coming low and failed in signal with a cross', () => {
    const surface = drawn();
    expect(surface.in(theme.tint('threads', 0), 'fill').map(({ at }) => at[3])).toEqual([22, 30]);
    expect(surface.in(theme.faint('threads', 0), 'fill').map(({ at }) => at[3])).toEqual([8]);
    expect(surface.in(theme.signal, 'box')[0]?.dash.length).toBeGreaterThan(0);
    expect(surface.in(theme.signal, 'line')).toHaveLength(2);
  });

  it('leaves trials of empty tasks hollow', () => {
    const empties = trials.map((one) => ({ ...one, empty: true }));
    const surface = new RecordingSurface();
    drawStrip(surface, buildStrip(empties, cells, 2, 100), 100, undefined, theme);
    expect(surface.in(theme.tint('threads', 0), 'fill')).toEqual([]);
    expect(surface.in(theme.faint('threads', 0), 'fill')).toEqual([]);
    expect(surface.in(theme.tint('threads', 0), 'box').map(({ at }) => at[3])).toEqual([21, 29]);
    expect(surface.in(theme.faint('threads', 0), 'box')).toHaveLength(1);
    expect(surface.in(theme.signal, 'box')).toHaveLength(1);
  });

  it('stripes what ran in Python with the ground, where a bar has the room', () => {
    const [cell] = expandCells(
      { strategies: [{ kind: 'python-threads', workers: 2 }], placement: 'host' },
      2,
      [makePython('3.12')],
    );
    const inPython = trials.map((one) => ({ ...one, cell: cell!.id }));
    const stripes = (width: number): number => {
      const surface = new RecordingSurface();
      drawStrip(surface, buildStrip(inPython, [cell!], 2, width), width, undefined, theme);
      return surface.in(theme.ground, 'line').length;
    };
    expect(stripes(100)).toBeGreaterThan(0);
    expect(stripes(8)).toBe(0);
    expect(drawn().in(theme.ground, 'line')).toEqual([]);
  });

  it('marks the trial under way, or the one that is looked at', () => {
    const marks = (looking?: number) =>
      drawn(looking)
        .in(theme.ink, 'fill')
        .map(({ at }) => Math.floor(at[0]! / 25));
    expect(marks()).toEqual([1]);
    expect(marks(0)).toEqual([-1]);
    expect(stripHeight).toBeGreaterThan(36);
  });
});

describe('a strip of a picture', () => {
  it('is what the whole picture has there, in its order', () => {
    const buffer = bufferOf({ type: 'trial-begin', trial, atNs: 0 }, ...running);
    const { surface, scene } = drawOf(buffer, trial);
    const strip = { x0: 136 + 200, x1: 136 + 300 };
    const part = new RecordingSurface();
    drawTimeline(part, cutScene(scene, strip), theme);
    const within = ({ at: [x = 0, , width = 0], what }: (typeof surface.log)[number]): boolean =>
      what === 'fill' && x >= strip.x0 && x + width <= strip.x1;
    const places = (log: typeof surface.log) =>
      log.filter(within).map(({ at, colour }) => [...at, colour].join(' '));
    const whole = places(surface.log);
    expect(whole.length).toBeGreaterThan(5);
    expect(places(part.log).filter((place) => !place.startsWith(`${strip.x0} 30 `))).toEqual(
      whole.filter((place) => Number(place.split(' ')[1]) >= 30),
    );
    expect(part.saved).toBe(0);
  });
});
