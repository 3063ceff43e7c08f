// Walks over a JSON text from left to right and reports what stands where, as the parsed value no longer
// can. Nothing calls itself: the text may nest as deep as it likes.

/** Told of every name and number, with its place in the text and in the value. */
export interface JsonVisitor {
  /** Whether the object has had this name before. */
  readonly onName?: (name: string, again: boolean, at: number, path: () => JsonPath) => void;
  readonly onNumber?: (token: string, at: number, path: () => JsonPath) => void;
}

export type JsonPath = readonly (string | number)[];

interface Level {
  /** Of an object: its names so far. */
  readonly names: Set<string> | undefined;
  /** Where in it the walk is. */
  key: string | number;
  nameDue: boolean;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];
const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** The place of the quotation mark that ends the text which begins at `at`; the end where none does. */
export function endOfString(source: string, at: number): number {
  for (let end = source.indexOf('"', at + 1); end >= 0; end = source.indexOf('"', end + 1)) {
    let before = end - 1;
    while (source.charCodeAt(before) === backslash) before -= 1;
    if ((end - before) % 2 === 1) return end;
  }
  return source.length;
}

/**
 * Walks over the first `end` characters of a text that is JSON that far.
 * @returns the path of the value that the walk ends in
 */
export function walkJson(source: string, end: number, visitor: JsonVisitor): JsonPath {
  const levels: Level[] = [];
  const path = (): JsonPath => levels.map(({ key }) => key);
  let at = 0;
  while (at < end) {
    const code = source.charCodeAt(at);
    const level = levels.at(-1);
    if (code === openList) levels.push({ names: undefined, key: 0, nameDue: false });
    else if (code === openObject) levels.push({ names: new Set(), key: '', nameDue: true });
    else if (code === closeList || code === closeObject) levels.pop();
    else if (code === comma && level !== undefined) {
      if (typeof level.key === 'number') level.key += 1;
      else level.nameDue = true;
    } else if (code === quote) {
      const close = endOfString(source, at);
      if (level?.nameDue === true && close < end) {
        const name = String(JSON.parse(source.slice(at, close + 1)));
        level.key = name;
        level.nameDue = false;
        visitor.onName?.(name, level.names?.has(name) === true, at, path);
        level.names?.add(name);
      }
      at = close;
    } else if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
      number.lastIndex = at;
      const token = number.exec(source)?.[0] ?? '-';
      visitor.onNumber?.(token, at, path);
      at += token.length - 1;
    }
    at += 1;
  }
  return path();
}

/**
 * The place of the first bracket that nests deeper than `most` levels. One plain loop, before anything
 * else looks at the text.
 */
export function findTooDeep(source: string, most: number): number | undefined {
  let depth = 0;
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === quote) at = endOfString(source, at);
    else if (code === openList || code === openObject) {
      depth += 1;
      if (depth > most) return at;
    } else if (code === closeList || code === closeObject) depth -= 1;
  }
  return undefined;
}
