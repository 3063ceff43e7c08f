// A text becomes a value, or one sentence with the place: however deep, odd or long it is.
import type { Result } from '@shared/base/result';
import { complaintInWords, inWords, mistakeInWords } from '../../helpers/in-words';
import { problemText } from '@present/words/engine/problems';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findJsonOddity } from '@shared/base/json-oddities';
import { deepest, parseJson } from '@shared/base/parse-json';
import { parseExperimentText } from '@shared/experiment/parse-experiment';

const complaintOf = (text: string) => complaintInWords(findJsonOddity(text));

const nested = (levels: number, inside = ''): string =>
  '['.repeat(levels) + inside + ']'.repeat(levels);

function messageOf(text: string, most?: number): string {
  const parsed = parseJson(text, most);
  if (parsed.ok) throw new Error('a problem was expected');
  return problemText(parsed.problem);
}

describe('nesting', () => {
  it('is taken up to the deepest and refused beyond, with path, line and column', () => {
    expect(parseJson(nested(deepest.other)).ok).toBe(true);
    expect(messageOf(`{"a b":\n {"tree": ${nested(200_000)}}}`, 100)).toMatch(
      /^\["a b"\]\.tree\[0\].*… ?.*\[0\] nests deeper than 100 levels \(line 2, column 109\)\. Flatten it\.$/,
    );
    expect(messageOf(`[[[${'"[[["'}, [`, 3)).toContain('(line 1, column 11)');
  });

  it('tells a mistake that comes first, and one below any depth', () => {
    expect(messageOf(`[1, tru, ${nested(5000)}`)).toBe(
      'The file is not JSON: line 1, column 5: Put tru in double quotes.',
    );
    expect(mistakeInWords(`${nested(50_000, '01')}`)).toEqual({
      line: 1,
      column: 50_001,
      remedy: 'Write the number in digits, as 12, 0.5 or 1e3.',
    });
    expect(mistakeInWords('{"a":'.repeat(50_000))?.remedy).toBe('Write a value after the colon.');
  });

  it('costs no minute for a million brackets', () => {
    const start = performance.now();
    for (const part of ['[', '{"a":', '[{"a":[', ']', '"']) messageOf(part.repeat(1_000_000));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

test('a word of a thousand letters is cut', () => {
  expect(messageOf(`{"a": ${'x'.repeat(1000)}}`).length).toBeLessThan(150);
  expect(messageOf('{\n "a": 1\n "b": 2 }')).toBe(
    'The file is not JSON: line 3, column 2: Put a comma before this.',
  );
});

describe('numbers that would be changed', () => {
  it.each([
    [
      '9007199254740993',
      'would be read as 9007199254740992. Write that, or a text where one may stand.',
    ],
    [
      '-18014398509481985',
      'would be read as -18014398509481984. Write that, or a text where one may stand.',
    ],
    ['1.0000000000000001', 'would be read as 1. Write that, or a text where one may stand.'],
    ['1e400', 'is larger than any number can be. Write a smaller one.'],
    ['-1e400', 'is larger than any number can be. Write a smaller one.'],
    [`${'9'.repeat(310)}`, 'is larger than any number can be. Write a smaller one.'],
    ['1e-400', 'is too close to 0 for a number. Write 0, or a text.'],
    ['3e-324', 'is too close to 0 for a number. Write 0, or a text.'],
    ['-0', 'would be written back as 0. Write 0.'],
    ['-0.00', 'would be written back as 0. Write 0.'],
  ])('%s is told with its path', (token, why) => {
    const found = complaintOf(`{"a": [1, {"n": ${token}}]}`);
    expect(found?.path).toBe('a[1].n');
    expect(found?.text).toMatch(/^is -?\d/);
    expect(found?.text.endsWith(`, which ${why}`)).toBe(true);
  });

  it.each([
    '0.1000000000000000055',
    '9007199254740992',
    '1e21',
    '0e-400',
    '0.30000000000000004',
    '1.7976931348623157e308',
    '2.50000000000000000',
    '1e308',
    '0',
    '-1.5e-7',
  ])('%s is as good as exact', (token) =>
    expect(complaintOf(`[${token}, "9007199254740993"]`)).toBeUndefined(),
  );
});

test('a name that stands twice is told with its place', () => {
  expect(complaintOf('{"a": {"b": 1,\n "\\u0062": 2}}')).toEqual({
    path: 'a.b',
    text: 'appears twice, again at line 2, column 2. Keep one.',
  });
  expect(complaintOf('[{"a": 1}, {"a": 1}, {"b": {"a": 1}, "a": 2}]')).toBeUndefined();
});

const json = fc.json({ maxDepth: 6, noUnicodeString: false });

test('what a program has written is never odd and comes back', () => {
  fc.assert(
    fc.property(json, (text) => {
      const parsed = parseJson(text);
      expect(parsed).toEqual({ ok: true, value: JSON.parse(text) });
      const again = parsed.ok ? JSON.stringify(parsed.value) : '';
      // -0 and what is nearly 0 are written by some programs, and told.
      const odd = complaintOf(again);
      if (odd !== undefined) expect(odd.text).toMatch(/written back as 0|too close to 0|read as/);
    }),
    { numRuns: 1000 },
  );
});

test('a text with something cut out or put in is JSON or has a place', () => {
  const pieces = fc.constantFrom('', '"', '[', '}', ',', '\\', '1e', '\u0000', '{"a":', '\n');
  fc.assert(
    fc.property(json, fc.nat(), fc.nat(8), pieces, (text, at, length, put) => {
      const from = at % (text.length + 1);
      const broken = text.slice(0, from) + put + text.slice(from + length);
      const parsed = parseJson(broken);
      if (!parsed.ok) expect(problemText(parsed.problem)).toMatch(/line \d+, column \d+/);
    }),
    { numRuns: 3000 },
  );
});

describe('an experiment', () => {
  const text = (params: string): string =>
    `{"version":1,"name":"x","workload":{"kind":"module","path":"w.mjs","params":${params}},"strategies":[{"kind":"serial"}]}`;
  const params = (value: string): unknown => {
    const parsed = parseExperimentText(text(value));
    return parsed.ok && 'params' in parsed.value.workload ? parsed.value.workload.params : parsed;
  };

  it('gives a function every name as its own property', () => {
    const value = params(
      '{"constructor":2,"prototype":[1],"toString":"x","undefined":null,"":{"hasOwnProperty":true}}',
    );
    expect(Object.entries(value as object)).toEqual([
      ['constructor', 2],
      ['prototype', [1]],
      ['toString', 'x'],
      ['undefined', null],
      ['', { hasOwnProperty: true }],
    ]);
  });

  it.each(['{"__proto__":{"a":1}}', '{"a":[{"b":{"__proto__":1}}]}'])('refuses %s by name', (p) => {
    expect(inWords(params(p) as Result<unknown>)).toMatchObject({
      problem: { message: expect.stringContaining('["__proto__"] is a name that') as string },
    });
  });

  it('is written and read again as it was, at the deepest too', () => {
    const levels = deepest.experiment - 3;
    const deep = parseExperimentText(text(`{"a":${nested(levels)}}`));
    expect(deep.ok && parseExperimentText(JSON.stringify(deep.value))).toEqual(deep);
    expect(parseExperimentText(text(`{"a":${nested(levels + 1)}}`))).toMatchObject({
      problem: { code: 'too-deep', path: expect.stringMatching(/^workload\.params\.a/) as string },
    });
  });

  it('has no rate that makes a sampler spin', () => {
    const rate = (hz: number): unknown =>
      inWords(
        parseExperimentText(text('{}').replace('"version"', `"sampling":{"hz":${hz}},"version"`)),
      );
    for (const hz of [0, 0.01, 1, 200]) expect(rate(hz)).toMatchObject({ ok: true });
    for (const hz of [1e-9, 1e-300, 0.0099]) {
      expect(rate(hz)).toMatchObject({
        problem: { message: `sampling.hz is ${hz}. Give 0, or at least 0.01.` },
      });
    }
  });
});
