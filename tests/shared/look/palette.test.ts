import { contrast, mix, palettes, textOn, themeNames, workerTint } from '@shared/look/palette';
import { strategyKinds } from '@shared/experiment/strategies';
import { describe, expect, it } from 'vitest';

/** Contrast on the ground as the design states it, to one decimal. */
const stated = {
  light: {
    line: 3.3,
    ink: 16.3,
    ink2: 8.4,
    ink3: 5.3,
    signal: 5.6,
    serial: 4.6,
    async: 3.1,
    threads: 4.5,
    processes: 6.1,
    hybrid: 9.7,
  },
  dark: {
    line: 4.0,
    ink: 16.2,
    ink2: 9.7,
    ink3: 6.2,
    signal: 6.7,
    serial: 8.6,
    async: 11.6,
    threads: 5.7,
    processes: 5.9,
    hybrid: 5.5,
  },
} as const;

describe.each(themeNames)('the %s palette', (theme) => {
  const { strategies, ...chrome } = palettes[theme];
  const colours: Readonly<Record<string, string>> = { ...chrome, ...strategies };

  it.each(Object.entries(stated[theme]))('%s has a contrast of %d', (name, figure) => {
    expect(Math.abs(contrast(colours[name] ?? '', chrome.ground) - figure)).toBeLessThan(0.1);
  });

  it('is readable as text and visible as a graphic', () => {
    for (const name of ['ink', 'ink2', 'ink3', 'signal']) {
      for (const ground of [chrome.ground, chrome.surface]) {
        expect(contrast(colours[name] ?? '', ground)).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const hue of Object.values(strategies)) {
      expect(contrast(hue, chrome.ground)).toBeGreaterThanOrEqual(3);
    }
  });

  it('has readable text on every worker, and neighbours apart', () => {
    for (const strategy of strategyKinds) {
      for (let index = 0; index < 8; index += 1) {
        const fill = workerTint(theme, strategy, index);
        expect(contrast(textOn(theme, fill), fill)).toBeGreaterThanOrEqual(4.5);
        expect(fill).not.toBe(workerTint(theme, strategy, index + 1));
      }
    }
  });
});

describe('contrast', () => {
  it('is 21 for black on white, 1 for the same, whichever comes first', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 10);
    expect(contrast('#FFFFFF', '#000000')).toBeCloseTo(21, 10);
    expect(contrast('#123456', '#123456')).toBe(1);
  });

  it('agrees with the figure known for #767676 on white', () => {
    expect(contrast('#767676', '#FFFFFF')).toBeCloseTo(4.54, 2);
  });
});

describe('mix', () => {
  it('gives back either end', () => {
    expect(mix('#1a70d2', '#f5f5f2', 1)).toBe('#1a70d2');
    expect(mix('#1a70d2', '#f5f5f2', 0)).toBe('#f5f5f2');
  });

  it('mixes black and white to the grey of half the OKLab lightness', () => {
    // L = 0.5 is a linear light of 0.5³ = 0.125, which is 0x63 in sRGB.
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#636363');
  });
});
