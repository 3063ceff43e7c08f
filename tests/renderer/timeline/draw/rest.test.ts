import { beforeEach, describe, expect, it } from 'vitest';
import { drawRest, drawRestPart } from '@renderer/timeline/draw/rest';
import { forgetTextWidths } from '@renderer/canvas/pen';
import { canvasTheme } from '@renderer/canvas/theme';
import { RestBuffer } from '@renderer/model/rest-buffer';
import { buildRestScene } from '@renderer/timeline/scene/rest-scene';
import { cells, experiment, ms, sampleColumns } from '../../helpers/events';
import { RecordingSurface } from '../../helpers/recording';

beforeEach(forgetTextWidths);

const theme = canvasTheme('dark');

describe('drawRest', () => {
  function drawn(
    buffer: RestBuffer,
    shown: typeof experiment | undefined,
    { cores = 2, width = 800, height = 640 } = {},
  ): RecordingSurface {
    const surface = new RecordingSurface();
    const coreIds = Array.from({ length: cores }, (_, core) => core);
    const request = { buffer, experiment: shown, cells, coreIds, width, height };
    drawRest(surface, buildRestScene(request), theme);
    return surface;
  }

  it("outlines the plan dashed and fills nothing in a strategy's hue", () => {
    const surface = drawn(new RestBuffer(), experiment);
    const hue = theme.tint('threads', 0);
    expect(surface.in(hue, 'box').length).toBeGreaterThan(0);
    expect(surface.in(hue).every(({ dash }) => dash.length > 0)).toBe(true);
    expect(surface.in(hue, 'fill')).toEqual([]);
    expect(surface.texts).toContain('not measured yet');
  });

  it('draws cores only as measured', () => {
    const rest = new RestBuffer();
    rest.addSamples(sampleColumns(0, { cores: [[1000, 0.5, 0]] }));
    const surface = drawn(rest, experiment);
    expect(surface.in(theme.neutral, 'fill')).toHaveLength(1);
    expect(surface.texts).toContain('0.5 of 2 busy');
  });

  it.each([
    [64, 800, 560],
    [256, 800, 560],
    [2, 376, 300],
    [64, 376, 240],
  ])('writes no words over others with %i cores on %i × %i', (cores, width, height) => {
    const surface = drawn(new RestBuffer(), experiment, { cores, width, height });
    const heads = surface.log.filter(({ what, at }) => what === 'text' && at[0] === 0);
    const tops = heads.map(({ at }) => at[1]!);
    expect(heads.map(({ text }) => text)).toContain('Memory');
    expect(tops.slice(1).every((top, index) => top - tops[index]! >= 14)).toBe(true);
    expect(Math.max(...tops)).toBeLessThan(height);
  });

  it('writes no figure across the line of now', () => {
    const rest = new RestBuffer();
    rest.addSamples(sampleColumns(0, { cores: [[15_000, 0.5, 0]] }));
    rest.addLoop({ atNs: [14_000, 14_200, 14_900].map((at) => at * ms), maxNs: [ms, 60 * ms, ms] });
    const surface = drawn(rest, experiment);
    const figure = surface.log.find(({ what, text }) => what === 'text' && text === '60 ms');
    expect(figure?.align).toBe('right');
  });

  it('draws a measured part again as it stands in the whole picture', () => {
    const rest = new RestBuffer();
    rest.addSamples(sampleColumns(0, { cores: [[9_000, 0.5, 1]] }));
    rest.addLoop({ atNs: [10_000, 11_000, 14_000].map((at) => at * ms), maxNs: [ms, 60 * ms, ms] });
    const request = { buffer: rest, experiment, cells, coreIds: [0, 1], width: 800, height: 640 };
    const scene = buildRestScene(request);
    const whole = new RecordingSurface();
    drawRest(whole, scene, theme);
    for (const part of ['cores', 'loop'] as const) {
      const { x, y, width, height } = scene.measured[part];
      // What an opaque box hides of the whole picture: a bar, a word, a line of the grid.
      const inside = ({ log }: RecordingSurface) =>
        log
          .filter(({ what, at }) => what === 'fill' && at[3]! < 600 && at[2]! < 600)
          .filter(({ at }) => at[0]! >= x && at[0]! + at[2]! <= x + width)
          .filter(({ at }) => at[1]! >= y && at[1]! + at[3]! <= y + height)
          .map(({ at, colour }) => [...at, colour].join());
      const again = new RecordingSurface();
      drawRestPart(again, scene, part, theme);
      expect(inside(again).length).toBeGreaterThan(0);
      expect([...new Set(inside(again))].sort()).toEqual([...new Set(inside(whole))].sort());
    }
  });

  it('draws the loop up to now only', () => {
    const rest = new RestBuffer();
    rest.addLoop({ atNs: [13_000, 14_000].map((at) => at * ms), maxNs: [ms, 60 * ms] });
    const request = { buffer: rest, experiment, cells, coreIds: [0, 1], width: 800, height: 640 };
    const scene = buildRestScene(request);
    const surface = new RecordingSurface();
    drawRest(surface, scene, theme);
    const frame = surface.in(theme.ink3, 'line').filter(({ dash }) => dash.join() === '1,3');
    expect(frame.map(({ at }) => at[2])).toEqual([scene.nowX]);
  });

  it('outlines nothing where there is nothing to run', () => {
    const surface = drawn(new RestBuffer(), undefined);
    expect(surface.log.filter(({ what }) => what === 'box')).toEqual([]);
    expect(surface.texts.some((text) => text.startsWith('dashed'))).toBe(false);
  });
});
