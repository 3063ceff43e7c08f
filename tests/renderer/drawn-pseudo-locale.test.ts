// What is drawn on canvases and in charts, in a language of accented letters: no plain word is left.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { drawBreakEven, mapTextWidth } from '@renderer/break-even/draw/map';
import { drawCut } from '@renderer/break-even/draw/cut';
import { buildBreakEven } from '@renderer/break-even/scene/map';
import { buildCut } from '@renderer/break-even/scene/cut';
import { forgetTextWidths } from '@renderer/canvas/pen';
import { canvasTheme } from '@renderer/canvas/theme';
import { makeRace } from '@present/figures/race';
import { drawRace } from '@renderer/race/draw';
import { layoutRace } from '@renderer/race/layout';
import { RestBuffer } from '@renderer/model/rest-buffer';
import { drawRest } from '@renderer/timeline/draw/rest';
import { drawTimeline } from '@renderer/timeline/draw/timeline';
import { extentOf } from '@renderer/timeline/scene/extent';
import { buildRestScene } from '@renderer/timeline/scene/rest-scene';
import { buildScene } from '@renderer/timeline/scene/scene';
import { makeBreakEven } from '../helpers/make/break-even';
import { makeReport } from '../helpers/make/report';
import { plainTexts } from '../helpers/pseudo-locale';
import {
  bufferOf,
  cells,
  experiment,
  ms,
  sampleColumns,
  samples,
  spans,
  workers,
} from './helpers/events';
import { RecordingSurface } from './helpers/recording';

vi.mock('@present/messages/texts', async (original) => {
  const { texts } = await original<{ texts: { en: readonly string[] } }>();
  const { pseudoText } = await import('../helpers/pseudo-locale');
  return { texts: { en: texts.en.map(pseudoText) } };
});

beforeEach(forgetTextWidths);

const theme = canvasTheme('dark');

/** A timeline with two workers, sampled cores, memory and the loop's delay. */
function timeline(): RecordingSurface {
  const buffer = bufferOf(
    { type: 'trial-begin', trial: 1, atNs: 0 },
    workers(1, [70, 80]),
    spans(1, [
      [10, 0, 100, 160],
      [11, 1, 110, 230],
    ]),
    samples(1, {
      cores: [[240, 1, 0.5]],
      workers: [[240, 0, 20, 0, 4]],
      memory: [[120, 70, 60, 40]],
    }),
    { type: 'loop', loop: { atNs: [100 * ms, 200 * ms], maxNs: [ms, 12 * ms] } },
  );
  const track = buffer.trial(1)!;
  const scene = buildScene({
    ...{ buffer, track, extent: extentOf(track, buffer.nowNs, 500 * ms), order: 'worker' },
    ...{ window: { fromNs: 0, toNs: 400 * ms }, width: 548, height: 700, scrollTop: 0 },
  });
  const surface = new RecordingSurface();
  drawTimeline(surface, { ...scene, hoverX: 300, marked: undefined }, theme);
  return surface;
}

function rest(measured: boolean): RecordingSurface {
  const buffer = new RestBuffer();
  if (measured) buffer.addSamples(sampleColumns(0, { cores: [[1000, 0.5, 0]] }));
  const surface = new RecordingSurface();
  const size = { coreIds: [0, 1], width: 800, height: 640 };
  drawRest(surface, buildRestScene({ buffer, experiment, cells, ...size }), theme);
  return surface;
}

function map(): RecordingSurface {
  const surface = new RecordingSurface();
  const widthOf = mapTextWidth(surface);
  const scene = buildBreakEven({ data: makeBreakEven(), width: 900, height: 600, widthOf });
  drawBreakEven(surface, scene, { tasks: undefined, point: undefined }, theme);
  return surface;
}

function cut(): RecordingSurface {
  const surface = new RecordingSurface();
  const scene = buildCut(makeBreakEven(), 2, 400, 300);
  drawCut(surface, scene!, theme);
  return surface;
}

function race(): RecordingSurface {
  const surface = new RecordingSurface();
  const made = makeRace(makeReport(), 'cold');
  const layout = layoutRace(made, 1200, 700);
  const axisNs = made.lastNs * 0.9;
  drawRace(surface, { race: made, layout, width: 1200, atNs: axisNs, axisNs }, theme);
  return surface;
}

describe('in a language of accented letters no plain word is drawn', () => {
  it.each([
    ['the timeline', timeline],
    ['the sketch of a plan', () => rest(false)],
    ['a machine at rest', () => rest(true)],
    ['the break-even map', map],
    ['a cut through it', cut],
    ['the race', race],
  ])('in %s', (_, draw) => {
    const { texts } = draw();
    expect(texts.length).toBeGreaterThan(3);
    expect(plainTexts(texts)).toEqual([]);
  });
});
