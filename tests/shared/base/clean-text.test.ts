// What others wrote comes to the user's eyes on one line, bounded, with nothing hidden in it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLines, cleanSentence, cleanText, quoteText } from '@shared/base/clean-text';

const hidden =
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('\u001b', '\u202e', '\u200b', '\ud800', '\udc00', '\n', 'ä', '𝒙', 'a'))
    .map((parts) => parts.join('')),
);

test('writes out what commands a terminal, turns a line or hides in it', () => {
  expect(cleanText('a\u001b[31mb\nc\td\u0000', 99)).toBe('a\\u001b[31mb\\nc\\td\\u0000');
  expect(cleanText('exe\u202egpj.\u200b\u2066x', 99)).toBe('exe\\u202egpj.\\u200b\\u2066x');
  expect(cleanText('\ud800 \u{e0041} \u3164', 99)).toBe('\\ud800 \\u{e0041} \\u3164');
  expect(cleanText('Grüße, 東京 😀 e\u0301', 99)).toBe('Grüße, 東京 😀 e\u0301');
});

test('cuts at whole characters and whole escapes', () => {
  expect(cleanText('abcdef', 6)).toBe('abcdef');
  expect(cleanText('abcdefg', 6)).toBe('abcde…');
  expect(cleanText('abcd😀x', 6)).toBe('abcd…');
  expect(cleanText('ab\u0007', 6)).toBe('ab…');
  expect(cleanText('a', 1)).toBe('a');
  expect(cleanText('ab', 1)).toBe('…');
});

test('makes one line of several, for a sentence', () => {
  expect(cleanSentence('\na not supported.\r\n  Instead b\n\n\tc\u0007\n', 99)).toBe(
    'a not supported. Instead b c\\u0007',
  );
  expect(cleanSentence('ab\ncd', 4)).toBe('ab …');
});

test('keeps lines where it is asked to, and quotes', () => {
  expect(cleanLines('a\r\nb\n\tc\u001b', 99)).toBe('a\nb\n\tc\\u001b');
  expect(quoteText('say "x"\n', 99)).toBe('"say \\"x\\"\\n"');
});

test('is never longer than asked for, shows nothing hidden, and is the same a second time', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, max) => {
      const cleaned = cleanText(text, max);
      expect(cleaned.length).toBeLessThanOrEqual(max);
      expect(cleaned).not.toMatch(hidden);
      expect(cleanText(cleaned, max)).toBe(cleaned);
      expect(() => encodeURIComponent(cleaned)).not.toThrow();
    }),
    { numRuns: 2000 },
  );
});

test('costs no more for a text of 10 MB', () => {
  const huge = '\u0007x'.repeat(5_000_000);
  const start = performance.now();
  expect(cleanText(huge, 80)).toMatch(/^.{70,79}…$/);
  expect(cleanLines(huge, 80).length).toBeLessThanOrEqual(80);
  expect(performance.now() - start).toBeLessThan(3000);
});
