// The last lines a child wrote to its standard error: evidence, bounded in size.
import type { Readable } from 'node:stream';

const keptCharacters = 4000;

/** Reads a stream to its end and keeps its tail. */
export class StderrTail {
  #tail = '';
  /** How much came so far. */
  bytes = 0;

  constructor(stream: Readable | null | undefined) {
    stream?.setEncoding('utf8');
    stream?.on('data', (text: string) => {
      this.bytes += Buffer.byteLength(text);
      this.#tail = (this.#tail + text).slice(-keptCharacters);
    });
  }

  read(): string {
    return this.#tail.trim();
  }
}
