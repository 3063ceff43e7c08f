import { beforeEach, describe, expect, it } from 'vitest';
import {
  bar,
  crisp,
  forgetTextWidths,
  hatch,
  hatchLines,
  label,
  outline,
  rule,
} from '@renderer/canvas/pen';
import { canvasTheme } from '@renderer/canvas/theme';
import { contrast } from '@shared/look/palette';
import { strategyKinds } from '@shared/experiment/strategies';
import { RecordingSurface } from '../helpers/recording';

beforeEach(forgetTextWidths);

describe('the pen', () => {
  it('puts hairlines where they are sharp', () => {
    expect([crisp(3), crisp(3.4), crisp(3.9)]).toEqual([3.5, 3.5, 3.5]);
    const surface = new RecordingSurface();
    rule(surface, 0, 10, 4.6, 'red');
    outline(surface, { x: 2, y: 3, width: 10, height: 5 }, 'red');
    expect(surface.log.map(({ at }) => at)).toEqual([
      [0, 5, 10, 1],
      [2.5, 3.5, 9, 4],
    ]);
  });

  it('lets neighbouring bars neither overlap nor part', () => {
    const surface = new RecordingSurface();
    bar(surface, 0.4, 3.6, 0, 1);
    bar(surface, 3.6, 7.2, 0, 1);
    bar(surface, 7.2, 7.3, 0, 1);
    expect(surface.log.map(({ at }) => [at[0], at[0]! + at[2]!])).toEqual([
      [0, 4],
      [4, 7],
      [7, 8],
    ]);
  });

  it('hatches inside a box, in lines that join those of its neighbours', () => {
    const left = hatchLines({ x: 0, y: 0, width: 10, height: 8 }, 4);
    expect(left.length).toBeGreaterThan(2);
    for (const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] of left) {
      expect(x0 + y0).toBeCloseTo(x1 + y1);
      expect((x0 + y0) % 4).toBeCloseTo(0);
      expect(Math.min(x0, x1)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x0, x1)).toBeLessThanOrEqual(10);
      expect(Math.min(y0, y1)).toBeGreaterThanOrEqual(0);
      expect(Math.max(y0, y1)).toBeLessThanOrEqual(8);
    }
    const right = hatchLines({ x: 10, y: 0, width: 10, height: 8 }, 4);
    const ends = left.filter((line) => line[2] === 10).map((line) => line[3]);
    const begins = right.filter((line) => line[0] === 10).map((line) => line[1]);
    expect(begins).toEqual(expect.arrayContaining(ends));
  });

  it('hatches many boxes in one stroke', () => {
    const surface = new RecordingSurface();
    hatch(surface, [], 'red');
    expect(surface.log).toEqual([]);
  });

  it('writes a label only where it fits with 4 px each side', () => {
    const surface = new RecordingSurface();
    const box = { x: 10, y: 0, width: 2 * 6.6 + 8, height: 11 };
    expect(label(surface, '48', box, 'f', 'red')).toBeCloseTo(14 + 13.2);
    expect(label(surface, '48', { ...box, width: box.width - 1 }, 'f', 'red')).toBeUndefined();
    expect(label(surface, '48', { ...box, height: 6 }, 'f', 'red')).toBeUndefined();
    expect(surface.texts).toEqual(['48']);
  });
});

describe('the canvas theme', () => {
  it.each(['light', 'dark'] as const)('can be read on every tint in %s', (name) => {
    const theme = canvasTheme(name);
    for (const strategy of strategyKinds) {
      for (let index = 0; index < 8; index += 1) {
        const fill = theme.tint(strategy, index);
        expect(contrast(theme.textOn(fill), fill)).toBeGreaterThanOrEqual(4);
        expect(theme.faint(strategy, index)).not.toBe(fill);
      }
    }
  });

  it('tells neighbours apart and repeats after four', () => {
    const theme = canvasTheme('dark');
    const tints = [0, 1, 2, 3, 4].map((index) => theme.tint('threads', index));
    expect(new Set(tints.slice(0, 4)).size).toBe(4);
    expect(tints[4]).toBe(tints[0]);
  });
});
