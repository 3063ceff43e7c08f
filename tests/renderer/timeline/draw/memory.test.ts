// The memory lane at every height, and the heaps under the lanes of a process.
import { beforeEach, describe, expect, it } from 'vitest';
import { drawTimeline } from '@renderer/timeline/draw/timeline';
import { forgetTextWidths } from '@renderer/canvas/pen';
import { canvasTheme } from '@renderer/canvas/theme';
import { extentOf } from '@renderer/timeline/scene/extent';
import { buildScene } from '@renderer/timeline/scene/scene';
import type { LiveEvent } from '@shared/report/live';
import { bufferOf, ms, samples, trialOf, workers } from '../../helpers/events';
import { RecordingSurface } from '../../helpers/recording';

beforeEach(forgetTextWidths);

const theme = canvasTheme('dark');
const trial = trialOf.processes;

/** A picture 1 px a millisecond, from 0 to 400 ms. */
function draw(events: readonly LiveEvent[], { height = 700 } = {}) {
  const buffer = bufferOf({ type: 'trial-begin', trial, atNs: 0 }, ...events);
  const track = buffer.trial(trial)!;
  const scene = buildScene({
    buffer,
    track,
    extent: extentOf(track, buffer.nowNs, 500 * ms),
    window: { fromNs: 0, toNs: 400 * ms },
    width: 136 + 400 + 12,
    height,
    scrollTop: 0,
  });
  const surface = new RecordingSurface();
  drawTimeline(surface, scene, theme);
  return { surface, scene };
}

const running: readonly LiveEvent[] = [
  workers(trial, [70, 80]),
  samples(trial, {
    resident: [
      [120, 70, 120, 60],
      [120, 80, 100, 60],
      [240, 70, 140, 60],
      [240, 80, 100, 60],
    ],
    memory: [[200, 80, 50, 30]],
  }),
];

describe('the memory lane', () => {
  it.each([200, 260, 330, 420, 700])(
    'writes no label of the memory scale over another at %i px',
    (height) => {
      const { surface, scene } = draw(running, { height });
      const { top, height: plotHeight } = scene.layout.memory.plot;
      const ys = surface.log
        .filter(({ what, align, at }) => what === 'text' && align === 'right' && at[0] === 136 - 12)
        .map(({ at }) => at[1]!)
        .filter((y) => y >= top - 6 && y <= top + plotHeight + 6)
        .sort((one, other) => one - other);
      expect(ys.length).toBeGreaterThan(0);
      ys.slice(1).forEach((y, index) => expect(y - ys[index]!).toBeGreaterThanOrEqual(10));
    },
  );

  it('draws heaps under the lanes of their process, from where each thread has been read', () => {
    const heaps: LiveEvent = {
      type: 'heaps',
      trial,
      heaps: { atNs: [200 * ms], worker: [0], usedBytes: [8e6], totalBytes: [9e6] },
    };
    const { surface, scene } = draw([...running, heaps]);
    const [first, second] = scene.groups;
    expect(first!.heap!.band.top).toBeGreaterThanOrEqual(first!.bottom);
    expect(first!.heap!.band.top + first!.heap!.band.height).toBeLessThanOrEqual(second!.top);
    const { top, height } = first!.heap!.band;
    const parts = surface
      .in(theme.faint('processes', 0), 'fill')
      .filter(({ at }) => at[1]! >= top && at[1]! < top + height);
    expect(parts.map(({ at }) => at[0]! - 136)).toEqual([200]);
    expect(surface.texts).toContain('V8 heap');
    expect(second!.heap!.lane.steps).toEqual([]);
  });

  it('is dashed along its top until every process has been read exactly', () => {
    const { scene } = draw(running);
    expect(scene.memory.steps.map(({ known }) => known)).toEqual([false, false, false]);
    const read = samples(trial, { memory: [[240, 70, 80, 60]] });
    expect(draw([...running, read]).scene.memory.steps.every(({ known }) => known)).toBe(true);
  });

  it('is not known from the beginning until its processes are read', () => {
    expect(draw(running).surface.texts).toContain('not known');
  });
});
