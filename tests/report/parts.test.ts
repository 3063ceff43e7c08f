// The small parts that the formats are made of.
import { cleanLine, cleanMultiline } from '@report/base/clean-text';
import { markup } from '@report/html/markup';
import { describe, expect, it } from 'vitest';

describe('markup', () => {
  it('escapes texts, joins lists, passes markup and leaves out undefined', () => {
    const inner = markup`<i>${'<&>'}</i>`;
    expect(markup`${inner}|${['"', "'"]}|${undefined}|${[inner, inner]}`.written).toBe(
      '<i>&lt;&amp;&gt;</i>|&quot;&#39;||<i>&lt;&amp;&gt;</i><i>&lt;&amp;&gt;</i>',
    );
  });

  it('writes coordinates with two decimals and never a word for a number', () => {
    expect(markup`${1.23456} ${2} ${Number.NaN} ${Infinity}`.written).toBe('1.23 2 0 0');
  });
});

describe('cleanMultiline', () => {
  it('keeps lines and tabs and writes out the rest', () => {
    expect(cleanMultiline('a\r\nb\tc\u0007\u009b\u2066')).toBe('a\nb\tc\\u0007\\u009b\\u2066');
  });

  it('keeps letters of every script', () => {
    expect(cleanMultiline('µ × 工作者 Ünïcödé 🙂')).toBe('µ × 工作者 Ünïcödé 🙂');
  });

  it('fits one line', () => {
    expect(cleanLine(' a\n\tb ')).toBe('a b');
  });

  it('cuts what is too long', () => {
    expect(cleanLine('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(cleanMultiline('x'.repeat(1_000_000)).length).toBeLessThanOrEqual(20_000);
  });
});
