// Small pure parts of the components: fields, sliders, and what is written where.
import { describe, expect, it } from 'vitest';
import { describeOrigin } from '@renderer/shell/bar-text';
import { countTasks } from '@present/words/count';
import { readNumber } from '@present/locale/format';
import { presetTitle } from '@present/names/presets';
import { countIn, rangeProblem, writeFigure } from '@renderer/ui/field';
import { decadePositions, nextValue, toPosition, toValue } from '@renderer/ui/slider-scale';
import { defaultPreset } from '@shared/experiment/presets';

describe('number field', () => {
  it('groups figures and reads them back, with or without separators', () => {
    expect(writeFigure(400000)).toBe('400,000');
    expect(writeFigure(0.5)).toBe('0.5');
    expect(writeFigure(Number.NaN)).toBe('');
    expect(readNumber('400,000')).toBe(400000);
    expect(readNumber(' 1 000 ')).toBe(1000);
    expect(readNumber('')).toBeNaN();
    expect(readNumber('12x')).toBeNaN();
  });

  it('says in one short sentence what a figure breaks', () => {
    const range = { min: 1, max: 100_000 };
    expect(rangeProblem(0, range, countTasks)).toBe('At least 1 task.');
    expect(rangeProblem(100_001, range, countTasks)).toBe('At most 100,000 tasks.');
    expect(rangeProblem(1.5, range, countTasks)).toBe('A whole number.');
    expect(rangeProblem(Number.NaN, range)).toBe('A number.');
    expect(rangeProblem(0, { min: 0.1, max: 9, whole: false }, countIn('s'))).toBe(
      'At least 0.1 s.',
    );
    expect(rangeProblem(1.5, { min: 0.1, max: 9, whole: false })).toBeUndefined();
    expect(rangeProblem(1, range)).toBeUndefined();
  });
});

describe('slider', () => {
  const wide = { min: 1, max: 1_000_000_000, logarithmic: true };
  const fromZero = { min: 0, max: 60_000, logarithmic: true };
  const plain = { min: 0, max: 100, logarithmic: false };

  it.each([wide, fromZero, plain])('goes there and back: %o', (range) => {
    expect(toPosition(range.min, range)).toBe(0);
    expect(toPosition(range.max, range)).toBe(1);
    for (const value of [20, 80]) {
      expect(toValue(toPosition(value, range), range)).toBe(value);
    }
    expect(toValue(0, range)).toBe(range.min);
    expect(toValue(1, range)).toBe(range.max);
  });

  it('goes a figure further with every key, and no further than its ends', () => {
    expect(nextValue(1, wide, 1)).toBe(2);
    expect(nextValue(2, wide, -1)).toBe(1);
    expect(nextValue(32_000, wide, 1)).toBe(33_000);
    const few = { min: 0, max: 4, logarithmic: false };
    expect([0, 1, 2, 3, 4].map((value) => nextValue(value, few, 1))).toEqual([1, 2, 3, 4, 4]);
    expect([0, 1, 2, 3, 4].map((value) => nextValue(value, few, -1))).toEqual([0, 0, 1, 2, 3]);
  });

  it('gives whole figures of two digits on a logarithmic range, and never leaves it', () => {
    expect(toValue(0.5, wide)).toBe(32_000);
    for (let at = 0; at <= 1; at += 0.01) {
      const value = toValue(at, fromZero);
      expect(Number.isInteger(value)).toBe(true);
      expect(value).toBeLessThanOrEqual(fromZero.max);
    }
    expect(toPosition(Number.NaN, wide)).toBe(0);
    expect(toPosition(5e9, wide)).toBe(1);
  });

  it('ticks a few powers of ten', () => {
    expect(decadePositions(wide)).toEqual(
      [1, 100, 10_000, 1e6, 1e8].map((v) => toPosition(v, wide)),
    );
    expect(decadePositions(plain)).toEqual([0, 1]);
  });
});

describe('bar', () => {
  it('says where a draft came from', () => {
    const file = (path: string) => describeOrigin({ kind: 'file', path }, 'Mine');
    expect(file('/a/b c/mine.corelane.json')).toBe('mine.corelane.json');
    expect(file('C:\\x\\mine.json')).toBe('mine.json');
    const from = { kind: 'preset', preset: defaultPreset } as const;
    expect(describeOrigin(from, presetTitle(defaultPreset))).toBe('preset');
    expect(describeOrigin(from, 'Mine')).toBe('preset Heavy powers');
  });
});
