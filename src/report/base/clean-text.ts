// Texts that others wrote (names, error messages) on their way into a file or to a terminal: what could
// command something, turn the direction of a line or hide is written out, and what is too long is cut.
import { cleanLines, cleanText as cleanOneLine } from '@shared/base/clean-text';

/** Longer than any sentence of Corelane's own, and than what it keeps of a stack. */
const longestText = 20_000;
const longestLine = 4000;

/** What the one place for this would change; most texts have none of it and need no second look. */
const odd = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/u;

/** The text with line breaks and tabs, whatever disguises or commands written out. */
export function cleanMultiline(text: string, max = longestText): string {
  return text.length <= max && !odd.test(text) ? text : cleanLines(text, max);
}

/** As {@link cleanMultiline}, on one line. */
export function cleanLine(text: string, max = longestLine): string {
  const line = text
    .slice(0, 4 * max)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= max && !odd.test(line) ? line : cleanOneLine(line, max);
}
