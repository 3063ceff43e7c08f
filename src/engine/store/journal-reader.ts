// Reads a journal back, as far as it goes: what was being written when the end came is passed over.
import {
  parseJournalHeader,
  parseJournalLine,
  type JournalHeader,
  type JournalLine,
} from '@shared/kept/journal';
import type { JournalFault } from '@shared/base/problems';
import { fail, ok, type Result } from '@shared/base/result';
import { fileFault } from '../files/file-error';
import { storedPieces } from '../files/read-file';
import { checkSeal } from './journal-seal';

/** The longest line that is read. */
const longestLine = 64_000_000;

/** A line that could not be read, or whose checksum is another; the last, torn one is none. */
export interface DamagedLine {
  readonly type: 'damaged';
  /** The trial that it belongs to, as far as that can be read. */
  readonly trial?: number;
  readonly says: 'trial' | 'other' | 'unknown';
}

export interface JournalContents {
  readonly header: JournalHeader;
  /** Whether the first line's checksum is another than it says. */
  readonly headerDamaged: boolean;
  readonly lines: readonly (JournalLine | DamagedLine)[];
}

/** Returns what can be seen of a damaged line: it names its trial many times, and most of them are right. */
function damagedLine(text: string | undefined): DamagedLine {
  const votes = new Map<number, number>();
  for (const [, digits] of text?.matchAll(/"trial":(\d{1,9})/g) ?? []) {
    const trial = Number(digits);
    votes.set(trial, (votes.get(trial) ?? 0) + 1);
  }
  const [most] = [...votes].sort(([, one], [, other]) => other - one);
  if (most !== undefined) return { type: 'damaged', trial: most[0], says: 'trial' };
  const other = /^\{"type":"(?:other-runs|break-even|end)"/.test(text ?? '');
  return { type: 'damaged', says: other ? 'other' : 'unknown' };
}

/** The lines of a file without their ends; the last one only where it is whole. */
async function* wholeLines(path: string): AsyncGenerator<string | undefined> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const chunk of storedPieces(path) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      const last = chunk.subarray(from, at);
      yield length + last.length > longestLine
        ? undefined
        : Buffer.concat([...held, last]).toString('utf8');
      [held, length, from] = [[], 0, at + 1];
    }
    length += chunk.length - from;
    if (length <= longestLine) held.push(chunk.subarray(from));
    else held = [];
  }
}

/** The first line alone, which says what runs and who runs it. */
export async function readJournalHeader(path: string): Promise<Result<JournalHeader>> {
  try {
    for await (const line of wholeLines(path)) {
      return line === undefined ? tooLong(path) : named(path, parseJournalHeader(line));
    }
    return unread(path, { code: 'only-begun' });
  } catch (error) {
    return unread(path, { code: 'file', fault: fileFault(error) });
  }
}

/** All of it. A line that is damaged stands as such among the others. */
export async function readJournal(path: string): Promise<Result<JournalContents>> {
  let header: JournalHeader | undefined;
  const lines: (JournalLine | DamagedLine)[] = [];
  // A journal whose first line has a checksum has one in each.
  let seal: ReturnType<typeof checkSeal> = 'unsealed';
  try {
    for await (const text of wholeLines(path)) {
      if (header === undefined) {
        const first = text === undefined ? tooLong(path) : named(path, parseJournalHeader(text));
        if (!first.ok) return first;
        header = first.value;
        seal = checkSeal(text ?? '');
        continue;
      }
      lines.push(readLine(text, seal !== 'unsealed'));
    }
  } catch (error) {
    return unread(path, { code: 'file', fault: fileFault(error) });
  }
  return header === undefined
    ? unread(path, { code: 'only-begun' })
    : ok({ header, headerDamaged: seal === 'damaged', lines });
}

function readLine(text: string | undefined, sealed: boolean): JournalLine | DamagedLine {
  const seal = checkSeal(text ?? '');
  const sound = seal === 'whole' || (seal === 'unsealed' && !sealed);
  const line = text === undefined || !sound ? undefined : parseJournalLine(text);
  return line?.ok === true ? line.value : damagedLine(text);
}

function unread(path: string, why: JournalFault): Result<never> {
  return fail('journal-not-read', { path, why });
}

function tooLong(path: string): Result<never> {
  return unread(path, { code: 'long-line', bytes: longestLine });
}

function named<T>(path: string, result: Result<T, JournalFault>): Result<T> {
  return result.ok ? result : unread(path, result.problem);
}

/** How a finished trial is written; within a text its quotation marks would be escaped. */
const finishedTrial = '"type":"trial-end"';

/** Resolves with how many trials of a journal are finished, without reading them; 0 where it can't be read. */
export async function countFinishedTrials(path: string): Promise<number> {
  let trials = 0;
  try {
    for await (const line of wholeLines(path)) {
      for (let at = line?.indexOf(finishedTrial) ?? -1; at >= 0;) {
        trials += 1;
        at = line?.indexOf(finishedTrial, at + 1) ?? -1;
      }
    }
  } catch {
    // Opening it says why.
    return trials;
  }
  return trials;
}
