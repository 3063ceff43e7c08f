import { beforeEach, describe, expect, it } from 'vitest';
import { areaFill } from '@renderer/break-even/draw/paint';
import { drawBreakEven, mapTextWidth, type MapChoice } from '@renderer/break-even/draw/map';
import { drawCut } from '@renderer/break-even/draw/cut';
import { forgetTextWidths } from '@renderer/canvas/pen';
import { canvasTheme } from '@renderer/canvas/theme';
import { buildBreakEven } from '@renderer/break-even/scene/map';
import { buildCut } from '@renderer/break-even/scene/cut';
import type { MapData } from '@present/figures/break-even-text';
import { makeBreakEven } from '../../../helpers/make/break-even';
import { RecordingSurface } from '../../helpers/recording';

beforeEach(forgetTextWidths);

const theme = canvasTheme('dark');
const data = makeBreakEven();
const nothing: MapChoice = { tasks: undefined, point: undefined };

function draw(of: MapData, choice = nothing) {
  const surface = new RecordingSurface();
  const widthOf = mapTextWidth(surface);
  const scene = buildBreakEven({ data: of, width: 900, height: 600, widthOf });
  drawBreakEven(surface, scene, choice, theme);
  return { surface, scene };
}

describe('drawBreakEven', () => {
  it('fills an area only between measured points', () => {
    const { surface, scene } = draw(data);
    const fill = surface.in(areaFill('threads', theme), 'line');
    const xs = fill.flatMap(({ at }) => [at[0]!, at[2]!]);
    const [first, last] = [scene.columns[0]!.at, scene.columns.at(-1)!.at];
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([first, last]);
    const ys = fill.flatMap(({ at }) => [at[1]!, at[3]!]);
    expect(Math.max(...ys)).toBeLessThanOrEqual(Math.max(...scene.dots.map(({ y }) => y)));
  });

  it('draws no hue of a strategy where it did not win, nor a hatch where all is decided', () => {
    const points = data.points.filter(({ winner }) => winner === 'serial');
    const twice = points.map((point) => ({ ...point, taskNs: point.taskNs / 10 }));
    const { surface } = draw({ points: [...points, ...twice], cells: data.cells });
    for (const strategy of ['threads', 'processes'] as const) {
      expect(surface.in(theme.strategies[strategy])).toEqual([]);
      expect(surface.in(theme.faint(strategy, 0))).toEqual([]);
    }
    expect(surface.in(theme.ink2, 'line')).toEqual([]);
    expect(surface.in(areaFill('serial', theme), 'line').length).toBeGreaterThan(0);
  });

  it('hatches what is undecided inside its clip: grey whether, in two hues which', () => {
    const { surface } = draw(data);
    const whether = surface.in(theme.ink2, 'line');
    expect(whether.length).toBeGreaterThan(10);
    expect(whether.every(({ clipped }) => clipped)).toBe(true);
    expect(surface.in(theme.faint('threads', 0), 'line').some(({ clipped }) => clipped)).toBe(
      false,
    );
    const points = data.points.map((point) =>
      point.winner === 'serial' ? { ...point, winner: 'threads' as const } : point,
    );
    const which = draw({ points: points.filter(({ tasks }) => tasks === 2), cells: data.cells });
    expect(which.surface.in(theme.ink2, 'line')).toEqual([]);
    const mixed = data.points.map((point) => ({
      ...point,
      winner: point.taskNs > 50e6 ? ('processes' as const) : ('threads' as const),
    }));
    const stripes = draw({ points: mixed, cells: data.cells }).surface.in(
      theme.faint('threads', 0),
      'line',
    );
    expect(stripes.some(({ clipped }) => clipped)).toBe(true);
  });

  it("draws a dot for every point in its winner's hue, hollow where nobody won", () => {
    const { surface, scene } = draw(data);
    const discs = (colour: string, radius: number) =>
      surface.in(colour, 'arc').filter(({ at }) => at[2] === radius);
    expect(discs(theme.strategies.serial, 3)).toHaveLength(2);
    expect(discs(theme.strategies.threads, 3)).toHaveLength(2);
    expect(discs(theme.strategies.processes, 3)).toHaveLength(1);
    expect(discs(theme.ink, 2.5)).toHaveLength(1);
    expect(scene.dots).toHaveLength(6);
  });

  it('marks the article with a crosshair, a dotted line to where it would pay, and words', () => {
    const { surface, scene } = draw(data);
    expect(surface.texts).toContain('would have to be 2,000× as large');
    const mark = scene.article!;
    const dotted = surface.in(theme.ink, 'line').filter(({ dash }) => dash.length > 0);
    expect(dotted.map(({ at }) => [at[0], at[3]])).toEqual([[mark.x + 0.5, mark.reachesY]]);
    expect(draw({ points: data.points, cells: data.cells }).surface.texts.join()).not.toContain(
      'article',
    );
  });

  it('rings the chosen point and rules its column', () => {
    const point = data.points[2]!;
    const { surface, scene } = draw(data, { tasks: 2, point });
    const dot = scene.dots.find((one) => one.point === point)!;
    const rings = surface.in(theme.ink, 'arc').filter(({ at }) => at[2] === 6.5);
    expect(rings.map(({ at }) => [at[0], at[1]])).toEqual([[dot.x, dot.y]]);
    const ruled = surface
      .in(theme.ink, 'line')
      .filter(({ at, dash }) => dash.length > 0 && at[1] === scene.plot.y);
    expect(ruled.map(({ at }) => at[0])).toEqual([scene.columns[0]!.at + 0.5]);
  });
});

describe('drawCut', () => {
  it('joins measured points with straight lines and says where workers begin to pay', () => {
    const surface = new RecordingSurface();
    drawCut(surface, buildCut(data, 2, 344, 232)!, theme);
    expect(surface.in(theme.strategies.threads, 'line')).toHaveLength(2);
    expect(surface.in(theme.strategies.threads, 'arc')).toHaveLength(3);
    expect(surface.in(theme.strategies.processes)).toEqual([]);
    expect(surface.texts).toEqual(expect.arrayContaining(['serial', 'threads', '20 ms']));
  });
});
