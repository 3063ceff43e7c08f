// Reads numbers out of the kernel's text as it lies in a byte buffer. The sampler reads hundreds of
// counters a second; making strings of them first would cost more than the reading.

const newline = 0x0a;
const zero = 0x30;
const nine = 0x39;

/** A place in bytes of ASCII text that moves from left to right. */
export class AsciiCursor {
  readonly bytes: Uint8Array;
  #at = 0;
  #end = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** Starts over: the text is `[from, end)` of the bytes. */
  reset(end: number, from = 0): void {
    this.#at = from;
    this.#end = end;
  }

  /**
   * The next unsigned decimal number of this line; NaN where the line has no more, and for one above
   * 2⁵³, which is no counter's.
   */
  number(): number {
    while (this.#at < this.#end) {
      const byte = this.bytes[this.#at] as number;
      if (byte === newline) return Number.NaN;
      if (byte >= zero && byte <= nine) break;
      this.#at += 1;
    }
    if (this.#at >= this.#end) return Number.NaN;
    let value = 0;
    while (this.#at < this.#end) {
      const byte = this.bytes[this.#at] as number;
      if (byte < zero || byte > nine) break;
      value = value * 10 + (byte - zero);
      this.#at += 1;
    }
    return value <= Number.MAX_SAFE_INTEGER ? value : Number.NaN;
  }

  /** Moves to the start of the next line; false where there is none. */
  nextLine(): boolean {
    const found = this.bytes.indexOf(newline, this.#at);
    if (found < 0 || found + 1 >= this.#end) return false;
    this.#at = found + 1;
    return true;
  }

  /** Returns whether these bytes come next. */
  startsWith(word: Uint8Array): boolean {
    if (this.#at + word.length > this.#end) return false;
    for (let index = 0; index < word.length; index += 1) {
      if (this.bytes[this.#at + index] !== word[index]) return false;
    }
    return true;
  }
}
