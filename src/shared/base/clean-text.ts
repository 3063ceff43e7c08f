// Texts that others wrote (names, messages, arguments) on their way to a user's eyes: what could command
// a terminal, turn the direction of a line or hide in it is written out, and what is too long is cut.

/** Control characters, marks of direction, what has no width, separators of lines, halves of a pair. */
const disguised = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/u;

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function writeOut(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return shortEscapes[character] ?? (code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`);
}

function clean(text: string, max: number, kept: string): string {
  let result = '';
  // Where the result would still fit with the mark that it was cut.
  let fits = '';
  // Reads no further than it writes: a text of hundreds of MB costs what a short one does.
  for (const character of text) {
    const plain = kept.includes(character) || !disguised.test(character);
    const next = result + (plain ? character : writeOut(character));
    if (next.length > max) return `${fits}…`;
    result = next;
    if (result.length < max) fits = result;
  }
  return result;
}

/**
 * The text on one line: every character that could disguise or command something is written out (`\n`,
 * `\u202e`), and what is longer than `max` characters is cut, the last of them then being `…`.
 * @param max 1 or more; what is given back is never longer
 */
export function cleanText(text: string, max: number): string {
  return clean(text, max, '');
}

/** As {@link cleanText}, where line breaks and tabs stay: for messages and stacks of several lines. */
export function cleanLines(text: string, max: number): string {
  return clean(text.slice(0, 2 * max).replaceAll('\r\n', '\n'), max, '\n\t');
}

/** As {@link cleanText}, with a space for each break between lines: for what stands in a sentence. */
export function cleanSentence(text: string, max: number): string {
  const lines = text.slice(0, 20 * max).split(/[\r\n]+/);
  return clean(lines.flatMap((line) => line.trim() || []).join(' '), max, '');
}

/** As {@link cleanText}, in quotation marks, with those inside written `\"`. */
export function quoteText(text: string, max: number): string {
  return `"${cleanText(text, max).replaceAll('"', '\\"')}"`;
}
