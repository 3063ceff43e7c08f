// Finds where a text stops being JSON, and what to do there. The parser's own messages differ from engine to engine
// and often name no place. No step calls itself: a text may nest as deep as it likes.
import { cleanText } from './clean-text';
import { maxShown } from './describe-value';
import { foreignWords, type JsonFault } from './input-fault';

/** The first place where a text is no JSON. */
export interface JsonMistake {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly fault: JsonFault;
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const literals = ['true', 'false', 'null'];

const quote = 0x22;
const backslash = 0x5c;
const space = 0x20;

class Mistake extends Error {
  constructor(
    readonly at: number,
    readonly fault: JsonFault,
  ) {
    super(fault.code);
  }
}

type Close = '}' | ']';

/** A code without arguments. */
type Plain = Exclude<
  JsonFault['code'],
  'foreign' | 'quote-word' | 'quote-name' | 'close' | 'close-first'
>;

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
    let entryDue = this.#value('value');
    while (this.#open.length > 0) {
      entryDue = entryDue ? this.#entry() : this.#afterEntry();
    }
    this.#space();
    if (this.#at < this.#text.length) this.#refuse('trailing');
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }

  #refuse(what: JsonFault | Plain, at = this.#at): never {
    const here = this.#text.slice(at, at + 2);
    if (here === '//' || here === '/*' || here.startsWith('#')) {
      throw new Mistake(at, { code: 'comment' });
    }
    throw new Mistake(at, typeof what === 'string' ? { code: what } : what);
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
    if (this.#open.at(-1) === ']') return this.#value('value-or-bracket');
    this.#name();
    return this.#value('value-after-colon');
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
    if (here === '') this.#refuse({ code: 'close', close });
    if (here === '}' || here === ']') this.#refuse({ code: 'close-first', close });
    if (here !== ',') this.#refuse('comma-missing');
    const comma = this.#at;
    this.#at += 1;
    this.#space();
    if (this.#peek() === close) this.#refuse('comma-extra', comma);
    return true;
  }

  #value(otherwise: Plain): boolean {
    this.#space();
    const from = this.#at;
    const here = this.#peek();
    if (here === '{') return this.#begin('}');
    if (here === '[') return this.#begin(']');
    if (here === '"') return this.#string();
    if (this.#match(number) !== undefined) {
      if (/[\w.]/.test(this.#peek())) {
        this.#refuse('digits', from);
      }
      return false;
    }
    const said = this.#match(word);
    if (said !== undefined && literals.includes(said)) return false;
    this.#at = from;
    if (said !== undefined) {
      const foreign = foreignWords.find((known) => known === said);
      if (foreign !== undefined) this.#refuse({ code: 'foreign', word: foreign });
      this.#refuse({ code: 'quote-word', word: cleanText(said, maxShown) });
    }
    if (here === "'") this.#refuse('double-quotes');
    if ('+.-'.includes(here) && here !== '') {
      this.#refuse('first-digit');
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
        if (this.#match(escaped) === undefined) this.#refuse('backslash');
      } else if (code >= space) {
        this.#at += 1;
      } else if (code === 0x0a || code === 0x0d || Number.isNaN(code)) {
        this.#refuse('open-text', from);
      } else {
        this.#refuse('control');
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
        this.#refuse({ code: 'quote-name', word: cleanText(said, maxShown) });
      }
      if (this.#peek() === "'") this.#refuse('double-quotes');
      this.#refuse('name-or-brace');
    }
    this.#string();
    this.#space();
    if (this.#peek() !== ':') this.#refuse('colon');
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
    return { ...placeOf(source, error.at), fault: error.fault };
  }
}
