import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeRace } from '@present/figures/race';
import { forgetTextWidths } from '@renderer/canvas/pen';
import { canvasTheme } from '@renderer/canvas/theme';
import { drawFrame, frameHead } from '@renderer/race/frame';
import { layoutRace } from '@renderer/race/layout';
import { makeReport } from '../../helpers/make/report';
import { RecordingSurface } from '../helpers/recording';

vi.mock('@renderer/canvas/glyph', () => ({ drawGlyph: () => undefined }));
beforeEach(forgetTextWidths);

const race = makeRace(makeReport(), 'cold');
const layout = layoutRace(race, 1280, 720 - frameHead);

function texts(atNs: number): readonly string[] {
  const surface = new RecordingSurface();
  const ctx = Object.assign(surface, { translate: () => undefined });
  const scene = { race, layout, width: 1280, atNs, axisNs: race.lastNs * 1.12 };
  drawFrame(ctx as unknown as CanvasRenderingContext2D, scene, 'Heavy powers', canvasTheme('dark'));
  return surface.texts;
}

describe('a frame of the video', () => {
  it('has the name, the clock, and who has done how much', () => {
    const end = texts(race.lastNs);
    expect(end).toContain('Heavy powers');
    expect(end).toContain('clock, from the decision');
    for (const { label } of race.racers) expect(end).toContain(label);
    expect(end.filter((text) => text === '6')).toHaveLength(race.racers.length);
    expect(texts(0).filter((text) => text === '0')).toHaveLength(race.racers.length);
  });
});
