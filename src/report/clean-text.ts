// Texts that others wrote (names, error messages) on their way to a terminal or a page.

/** Control characters, and those that turn the direction of text or cannot be seen. */
const unwanted =
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** The text with a visible mark for every character that could disguise or command something. */
export function cleanText(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(unwanted, '\ufffd');
}

/** As {@link cleanText}, on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}
