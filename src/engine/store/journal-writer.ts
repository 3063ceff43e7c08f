// Appends to a run's journal, line by line, each with its checksum and on disk before it is said to be.
import { open, type FileHandle } from 'node:fs/promises';
import type { JournalEvent } from '@shared/kept/live-schema';
import type { JournalHeader, JournalLine } from '@shared/kept/journal';
import { seal } from './journal-seal';

/** A trial with more than this is written in several lines, so that none is too long to be read. */
const lineLength = 4_000_000;

/** Nothing but this user's own is to read what was measured. */
const mode = 0o600;

/** Pieces of the lines that hold these events: the events one after another, with what is around them. */
export function* eventLines(atNs: number, events: readonly JournalEvent[]): Generator<string> {
  const before = `{"type":"events","atNs":${atNs},"events":[`;
  let line = '';
  for (const event of events) {
    const text = JSON.stringify(withLists(event));
    if (line !== '' && line.length + text.length > lineLength) {
      yield `${seal(`${before}${line}]}`)}\n`;
      line = '';
    }
    line += line === '' ? text : `,${text}`;
  }
  if (line !== '') yield `${seal(`${before}${line}]}`)}\n`;
}

/** Typed columns as the lists that JSON knows. */
function withLists(value: unknown): unknown {
  if (value instanceof Float64Array) return Array.from(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return typeof value[0] === 'object' ? value.map(withLists) : value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withLists(part)]));
}

export class JournalWriter {
  readonly #file: FileHandle;
  /** What is whole on disk. */
  #length = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** A journal that is not there yet, with its first line on disk. */
  static async create(path: string, header: JournalHeader): Promise<JournalWriter> {
    const writer = new JournalWriter(await open(path, 'ax', mode));
    try {
      await writer.append([`${seal(JSON.stringify(header))}\n`]);
      return writer;
    } catch (error) {
      await writer.close();
      throw error;
    }
  }

  /** Appends lines; on disk when it resolves. What fails leaves the lines before whole. */
  async append(lines: Iterable<string>): Promise<void> {
    let length = this.#length;
    try {
      for (const line of lines) {
        await this.#file.writeFile(line);
        length += Buffer.byteLength(line);
      }
      await this.#file.datasync();
      this.#length = length;
    } catch (error) {
      // Without this its reader passes over the torn line, too.
      await this.#file.truncate(this.#length).catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

/** A line that is not of events. */
export function plainLine(line: Exclude<JournalLine, { type: 'events' }>): string {
  return `${seal(JSON.stringify(line))}\n`;
}
