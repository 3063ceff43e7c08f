// How wide a text is in a terminal: a Chinese character takes two columns, a mark above a letter none.

/** East Asian Wide and Fullwidth, as Unicode's UAX #11 has them, and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const none = /[\p{Mn}\p{Me}\p{Cf}]/u;
const plain = /^[\u0020-\u007e]*$/u;

function columnsOfCharacter(character: string): number {
  if (wide.test(character)) return 2;
  return none.test(character) ? 0 : 1;
}

/** The columns that a text takes in a terminal. */
export function widthInColumns(text: string): number {
  if (plain.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += columnsOfCharacter(character);
  return columns;
}

const spacesFor = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - widthInColumns(text)));

/** The text with spaces behind it, so many columns wide. */
export const padRight = (text: string, columns: number): string => text + spacesFor(text, columns);

/** The text with spaces before it, so many columns wide. */
export const padLeft = (text: string, columns: number): string => spacesFor(text, columns) + text;

/** As much of the text's beginning as has room in so many columns. */
export function cutToColumns(text: string, columns: number): string {
  if (widthInColumns(text) <= columns) return text;
  let room = columns;
  let cut = '';
  for (const character of text) {
    room -= columnsOfCharacter(character);
    if (room < 0) break;
    cut += character;
  }
  return cut;
}
