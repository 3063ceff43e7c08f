// The small parts that the formats are made of.
import { cleanLine, cleanText } from '@report/base/clean-text';
import {
  describeCores,
  describeMemory,
  describeMoment,
  describeWork,
} from '@present/words/describe';
import { markup } from '@report/html/markup';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { describe, expect, it } from 'vitest';
import { makeMachine, makeReport } from '../helpers/make/report';

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

describe('cleanText', () => {
  it('keeps lines and tabs and writes out the rest', () => {
    expect(cleanText('a\r\nb\tc\u0007\u009b\u2066')).toBe('a\nb\tc\\u0007\\u009b\\u2066');
  });

  it('keeps letters of every script', () => {
    expect(cleanText('µ × 工作者 Ünïcödé 🙂')).toBe('µ × 工作者 Ünïcödé 🙂');
  });

  it('fits one line', () => {
    expect(cleanLine(' a\n\tb ')).toBe('a b');
  });

  it('cuts what is too long', () => {
    expect(cleanLine('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(cleanText('x'.repeat(1_000_000)).length).toBeLessThanOrEqual(20_000);
  });
});

describe('descriptions', () => {
  it('tells the work with its units', () => {
    expect(describeWork(makeReport().experiment)).toBe(
      'powers (number 7, iterations 20,000,000), 6 tasks, 3 repeats',
    );
    const experiment: Partial<ExperimentInput> = {
      workload: { kind: 'wait', params: { ms: 25 } },
      tasks: 1,
      repeats: 1,
    };
    expect(describeWork(makeReport({ experiment }).experiment)).toBe(
      'wait (wait 25 ms), 1 task, 1 repeat',
    );
  });

  it('tells cores, quota and memory', () => {
    expect(describeCores(makeMachine(8))).toBe('8 cores, no quota');
    expect(describeCores(makeMachine(8, { usableCores: 1, quotaCores: 1.5 }))).toBe(
      '1 of 8 cores, quota 1.5',
    );
    expect(describeMemory(makeMachine())).toBe('8 GB, 5.60 GB available');
  });

  it('tells a moment, and leaves what is none', () => {
    expect(describeMoment('2026-11-22T14:07:09.123Z')).toBe('22 Nov 2026, 14:07 UTC');
    expect(describeMoment('yesterday')).toBe('yesterday');
  });
});
