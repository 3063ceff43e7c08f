// Finds where a text stops being JSON, and what to do there. The parser's own messages differ from engine to engine
// and often name no place. No step calls itself: a text may nest as deep as it likes.
import { cleanText } from './clean-text';
import { maxShown } from './describe-value';

/** The first place where a text is no JSON. */
export interface JsonMistake {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** What to do, as a sentence. */
  readonly remedy: string;
}

/** Words of other languages, and what JSON has for them. */
const foreign: ReadonlyMap<string, string> = new Map([
  ['True', 'Write true.'],
  ['False', 'Write false.'],
  ['None', 'Write null.'],
  ['undefined', 'Write null, or leave it out.'],
  ['NaN', 'Write null: JSON has no NaN.'],
  ['Infinity', 'Write null: JSON has no Infinity.'],
]);

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const literals = ['true', 'false', 'null'];

const quote = 0x22;
const backslash = 0x5c;
const space = 0x20;

class Mistake extends Error {
  readonly at: number;

  constructor(at: number, remedy: string) {
    super(remedy);
    this.at = at;
  }
}

type Close = '}' | ']';

class Scanner {
  readonly #text: string;
  /** What closes each list and object that is open. */
  readonly #open: Close[] = [];
  #at = 0;

  constructor(source: string) {
    this.#text = source;
  }

  /** Throws at the first mistake. */
  whole(): void {
    let entryDue = this.#value('Write a value.');
    while (this.#open.length > 0) {
      entryDue = entryDue ? this.#entry() : this.#afterEntry();
    }
    this.#space();
    if (this.#at < this.#text.length) this.#refuse('Remove what follows the end.');
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }

  #refuse(remedy: string, at = this.#at): never {
    const here = this.#text.slice(at, at + 2);
    if (here === '//' || here === '/*' || here.startsWith('#')) {
      throw new Mistake(at, 'Remove the comment: JSON has none.');
    }
    throw new Mistake(at, remedy);
  }

  #space(): void {
    while (this.#peek() !== '' && ' \t\n\r'.includes(this.#peek())) this.#at += 1;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  /** A name and its value, or a value; whether that opened something whose first entry is due. */
  #entry(): boolean {
    if (this.#open.at(-1) === ']') return this.#value('Write a value, or close with ].');
    this.#name();
    return this.#value('Write a value after the colon.');
  }

  /** Closes, or goes on to the next entry; whether one is due. */
  #afterEntry(): boolean {
    const close = this.#open.at(-1) ?? ']';
    this.#space();
    const here = this.#peek();
    if (here === close) {
      this.#at += 1;
      this.#open.pop();
      return false;
    }
    if (here === '') this.#refuse(`Close it with ${close}.`);
    if (here === '}' || here === ']') this.#refuse(`Close it with ${close} first.`);
    if (here !== ',') this.#refuse('Put a comma before this.');
    const comma = this.#at;
    this.#at += 1;
    this.#space();
    if (this.#peek() === close) this.#refuse('Remove this comma: nothing follows it.', comma);
    return true;
  }

  #value(otherwise: string): boolean {
    this.#space();
    const from = this.#at;
    const here = this.#peek();
    if (here === '{') return this.#begin('}');
    if (here === '[') return this.#begin(']');
    if (here === '"') return this.#string();
    if (this.#match(number) !== undefined) {
      if (/[\w.]/.test(this.#peek())) {
        this.#refuse('Write the number in digits, as 12, 0.5 or 1e3.', from);
      }
      return false;
    }
    const said = this.#match(word);
    if (said !== undefined && literals.includes(said)) return false;
    this.#at = from;
    if (said !== undefined) {
      this.#refuse(foreign.get(said) ?? `Put ${cleanText(said, maxShown)} in double quotes.`);
    }
    if (here === "'") this.#refuse('Use double quotes.');
    if ('+.-'.includes(here) && here !== '') {
      this.#refuse('Begin the number with a digit, as in 0.5.');
    }
    this.#refuse(otherwise);
  }

  /** Opens a list or an object; whether it has a first entry. */
  #begin(close: Close): boolean {
    this.#at += 1;
    this.#space();
    if (this.#peek() === close) {
      this.#at += 1;
      return false;
    }
    this.#open.push(close);
    return true;
  }

  #string(): false {
    const from = this.#at;
    this.#at += 1;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === quote) break;
      if (code === backslash) {
        if (this.#match(escaped) === undefined) this.#refuse('Write \\\\ for a backslash.');
      } else if (code >= space) {
        this.#at += 1;
      } else if (code === 0x0a || code === 0x0d || Number.isNaN(code)) {
        this.#refuse('Close the text with a double quote.', from);
      } else {
        this.#refuse('Write \\t for a tab: a text holds no control characters.');
      }
    }
    this.#at += 1;
    return false;
  }

  #name(): void {
    this.#space();
    const from = this.#at;
    if (this.#peek() !== '"') {
      const said = this.#match(word);
      this.#at = from;
      if (said !== undefined) {
        this.#refuse(`Put the name ${cleanText(said, maxShown)} in double quotes.`);
      }
      if (this.#peek() === "'") this.#refuse('Use double quotes.');
      this.#refuse('Write a name in double quotes, or close with }.');
    }
    this.#string();
    this.#space();
    if (this.#peek() !== ':') this.#refuse('Put a colon after the name.');
    this.#at += 1;
  }
}

/** Line and column of a place in a text, both from 1. */
export function placeOf(
  source: string,
  at: number,
): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let place = 0; place < at; place += 1) {
    const code = source.charCodeAt(place);
    const ends = code === 0x0a || (code === 0x0d && source.charCodeAt(place + 1) !== 0x0a);
    // A carriage return with a line feed at `at` itself begins no line yet.
    if (!ends) continue;
    line += 1;
    start = place + 1;
  }
  return { line, column: at - start + 1 };
}

/** The first mistake of a text that is no JSON; nothing where it is. */
export function findJsonMistake(source: string): JsonMistake | undefined {
  try {
    new Scanner(source).whole();
    return undefined;
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return { ...placeOf(source, error.at), remedy: error.message };
  }
}
