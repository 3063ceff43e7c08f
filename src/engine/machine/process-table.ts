// Every process of the machine with the CPU time it has used, out of /proc/<pid>/stat.
import { readdirSync } from 'node:fs';
import { ok } from '@shared/base/result';
import { AsciiCursor } from './ascii-cursor';
import { ProcFile } from './proc-file';
import { systemErrorCode } from './read-text';
import { statFields } from './task-counters';
import { unread, type Reading } from './reading';

/** One process at one moment; times in ticks, see `tickNs`. */
export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  /** With the number, a name no other process has. */
  readonly startTicks: number;
  /** As the kernel names it, at most 15 characters; its own threads may be named otherwise. */
  readonly name: string;
  /** User and system time of its threads, those that have ended included. */
  readonly ownTicks: number;
  /** The same of its ended children that it has waited for, and of theirs. */
  readonly childrenTicks: number;
}

/** By number. */
export type ProcessRows = ReadonlyMap<number, ProcessRow>;

/** Longer than any `stat` of a process. */
const bufferBytes = 4096;
const openingParenthesis = 0x28;
const closingParenthesis = 0x29;
const decoder = new TextDecoder();

/** Parses the `stat` text of a process; undefined where it is none. Fields as in proc(5). */
export function parseProcess(cursor: AsciiCursor, length: number): ProcessRow | undefined {
  const { bytes } = cursor;
  const nameStart = bytes.indexOf(openingParenthesis);
  const nameEnd = length > 0 ? bytes.lastIndexOf(closingParenthesis, length - 1) : -1;
  if (nameStart < 0 || nameEnd < nameStart) return undefined;
  cursor.reset(nameStart);
  const pid = cursor.number();
  cursor.reset(length, nameEnd + 1);
  const parent = cursor.number();
  skip(cursor, statFields.userTicks - statFields.parent - 1);
  const ownTicks = cursor.number() + cursor.number();
  const childrenTicks = cursor.number() + cursor.number();
  skip(cursor, statFields.startTicks - statFields.childrenSystemTicks - 1);
  const startTicks = cursor.number();
  // One field that is not there, or is too large to be one, makes it another text.
  if (Number.isNaN(pid + parent + ownTicks + childrenTicks + startTicks)) return undefined;
  const name = decoder.decode(bytes.subarray(nameStart + 1, nameEnd));
  return { pid, parent, startTicks, name, ownTicks, childrenTicks };
}

function skip(cursor: AsciiCursor, fields: number): void {
  for (let field = 0; field < fields; field += 1) cursor.number();
}

function listProc(): Reading<readonly string[]> {
  try {
    return ok(readdirSync('/proc'));
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return unread({ code: 'not-read', path: '/proc', errno: code });
  }
}

/**
 * Reads them all, again and again. The files stay open, which makes a reading several times cheaper:
 * 5 to 10 µs a process.
 */
export class ProcessTable {
  readonly #cursor = new AsciiCursor(new Uint8Array(bufferBytes));
  readonly #files = new Map<number, ProcFile>();
  #keepsOpen = true;

  /** Every process there is now; a failure where some cannot be seen. */
  read(): Reading<ProcessRows> {
    const first = this.#readAll();
    if (first.ok || this.#files.size === 0) return first;
    // This process may have no more files open: they are opened again and again from now on.
    this.#keepsOpen = false;
    for (const pid of this.#files.keys()) this.#close(pid);
    return this.#readAll();
  }

  #readAll(): Reading<ProcessRows> {
    const rows = new Map<number, ProcessRow>();
    const entries = listProc();
    if (!entries.ok) return entries;
    for (const entry of entries.value) {
      const pid = Number(entry);
      if (!Number.isInteger(pid)) continue;
      const row = this.#again(pid) ?? this.#anew(pid);
      if (row === undefined) continue;
      if (!row.ok) return row;
      rows.set(pid, row.value);
    }
    for (const pid of this.#files.keys()) if (!rows.has(pid)) this.#close(pid);
    // Mounted with `hidepid`, /proc shows a user no process but its own; the first one always runs.
    return rows.has(1) ? ok(rows) : unread({ code: 'hidden' });
  }

  /** From the file that is open; undefined where there is none, or its process has ended. */
  #again(pid: number): Reading<ProcessRow> | undefined {
    const row = this.#parse(this.#files.get(pid));
    if (row === undefined) this.#close(pid);
    return row && ok(row);
  }

  /** Undefined where the process has ended since it was listed. */
  #anew(pid: number): Reading<ProcessRow> | undefined {
    const file = ProcFile.open(`/proc/${pid}/stat`);
    if (!file.ok) return file.problem.code === 'ended' ? undefined : file;
    const row = this.#parse(file.value);
    if (this.#keepsOpen) this.#files.set(pid, file.value);
    else file.value.close();
    return row && ok(row);
  }

  #parse(file: ProcFile | undefined): ProcessRow | undefined {
    return file && parseProcess(this.#cursor, file.read(this.#cursor.bytes));
  }

  #close(pid: number): void {
    this.#files.get(pid)?.close();
    this.#files.delete(pid);
  }
}
