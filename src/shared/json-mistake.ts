// Where a text stops being JSON, and what to do there. The parser's own messages differ from engine to
// engine and often name no place.

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
const foreign: Readonly<Record<string, string>> = {
  True: 'Write true.',
  False: 'Write false.',
  None: 'Write null.',
  undefined: 'Write null, or leave it out.',
  NaN: 'Write null: JSON has no NaN.',
  Infinity: 'Write null: JSON has no Infinity.',
};

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** A text up to its closing quote, or to what it may not hold. */
// eslint-disable-next-line no-control-regex -- it may hold none
const textStart = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y;
const word = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const literals = ['true', 'false', 'null'];

class Mistake extends Error {
  readonly at: number;

  constructor(at: number, remedy: string) {
    super(remedy);
    this.at = at;
  }
}

class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(source: string) {
    this.#text = source;
  }

  /** Throws at the first mistake. */
  whole(): void {
    this.#value('Write a value.');
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

  #value(otherwise: string): void {
    this.#space();
    const from = this.#at;
    if (this.#peek() === '{') return this.#list('}', () => this.#member());
    if (this.#peek() === '[')
      return this.#list(']', () => this.#value('Write a value, or close with ].'));
    if (this.#peek() === '"') return this.#string();
    if (this.#match(number) !== undefined) {
      if (/[\w.]/.test(this.#peek())) {
        this.#refuse('Write the number in digits, as 12, 0.5 or 1e3.', from);
      }
      return;
    }
    const said = this.#match(word);
    if (said !== undefined && literals.includes(said)) return;
    this.#at = from;
    if (said !== undefined) this.#refuse(foreign[said] ?? `Put ${said} in double quotes.`);
    if (this.#peek() === "'") this.#refuse('Use double quotes.');
    if ('+.-'.includes(this.#peek()) && this.#peek() !== '') {
      this.#refuse('Begin the number with a digit, as in 0.5.');
    }
    this.#refuse(otherwise);
  }

  #string(): void {
    const from = this.#at;
    this.#match(textStart);
    if (this.#peek() === '"') {
      this.#at += 1;
      return;
    }
    if (this.#peek() === '\\') this.#refuse('Write \\\\ for a backslash.');
    if (this.#peek() === '\n' || this.#peek() === '\r' || this.#peek() === '') {
      this.#refuse('Close the text with a double quote.', from);
    }
    this.#refuse('Write \\t for a tab: a text holds no control characters.');
  }

  #member(): void {
    this.#space();
    const from = this.#at;
    if (this.#peek() !== '"') {
      const said = this.#match(word);
      this.#at = from;
      if (said !== undefined) this.#refuse(`Put the name ${said} in double quotes.`);
      if (this.#peek() === "'") this.#refuse('Use double quotes.');
      this.#refuse('Write a name in double quotes, or close with }.');
    }
    this.#string();
    this.#space();
    if (this.#peek() !== ':') this.#refuse('Put a colon after the name.');
    this.#at += 1;
    this.#value('Write a value after the colon.');
  }

  #list(close: '}' | ']', entry: () => void): void {
    this.#at += 1;
    this.#space();
    if (this.#peek() === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      entry();
      this.#space();
      if (this.#peek() === close) {
        this.#at += 1;
        return;
      }
      if (this.#peek() === '') this.#refuse(`Close it with ${close}.`);
      if (this.#peek() === '}' || this.#peek() === ']')
        this.#refuse(`Close it with ${close} first.`);
      if (this.#peek() !== ',') this.#refuse('Put a comma before this.');
      const comma = this.#at;
      this.#at += 1;
      this.#space();
      if (this.#peek() === close) this.#refuse('Remove this comma: nothing follows it.', comma);
    }
  }
}

/** The first mistake of a text that is no JSON; nothing where it is. */
export function findJsonMistake(source: string): JsonMistake | undefined {
  try {
    new Scanner(source).whole();
    return undefined;
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    const before = source.slice(0, error.at).split(/\r\n|\n|\r/);
    return {
      line: before.length,
      column: (before.at(-1) ?? '').length + 1,
      remedy: error.message,
    };
  }
}
