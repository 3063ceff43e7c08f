import { describe, expect, it } from 'vitest';
import { fitOf } from '@renderer/palette/fuzzy';

const best = (query: string, ...texts: string[]): string | undefined =>
  texts
    .flatMap((text) => {
      const fit = fitOf(query, text);
      return fit === undefined ? [] : [{ text, fit }];
    })
    .sort((one, other) => other.fit - one.fit)[0]?.text;

describe('what was typed', () => {
  it('fits a text that has its letters in order, and no other', () => {
    expect(fitOf('xpr', 'Export the report')).toBeDefined();
    expect(fitOf('rpx', 'Export the report')).toBeUndefined();
    expect(fitOf('', 'Export the report')).toBeDefined();
  });

  it('fits beginnings of words and letters in one piece better than scattered ones', () => {
    expect(best('race', 'Earlier runs and claims, each', 'Race')).toBe('Race');
    expect(best('or', 'Workers of a report', 'Open report…')).toBe('Open report…');
    expect(best('dark', 'Read all marks', 'Theme: dark')).toBe('Theme: dark');
  });

  it('has words in any order, whatever their case and accents', () => {
    expect(fitOf('dark theme', 'Theme: dark')).toBeDefined();
    expect(fitOf('THÈME', 'Theme: dark')).toBeDefined();
    expect(fitOf('theme blue', 'Theme: dark')).toBeUndefined();
  });

  it('fits Chinese by its characters', () => {
    expect(best('深色', '主题：浅色', '主题：深色')).toBe('主题：深色');
  });

  it('takes the shorter of two that fit alike', () => {
    expect(best('run', 'Run the experiment again', 'Run')).toBe('Run');
  });
});
