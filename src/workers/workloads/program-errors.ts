// Why a program could not be started, or how it ended.
import { accessSync, constants, closeSync, openSync, readSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { saidError, type SaidError } from '@engine/host/base/said-error';
import type { ProgramFault } from '@shared/base/said';

/** More of a script's first line than any name of a program has. */
const headBytes = 256;

/** Returns how a file begins, one character per byte; nothing where it can't be read. */
function headOf(path: string): string {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const bytes = Buffer.alloc(headBytes);
    return bytes.toString('latin1', 0, readSync(file, bytes));
  } catch {
    // Not ours to read.
    return '';
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Returns the first line of a script, with its carriage return where it has one; undefined where the file is none. */
const firstLineOf = (path: string): string | undefined => /^#!([^\n]*)/.exec(headOf(path))?.[1];

const windowsEnds: ProgramFault = { code: 'windows-line-ends' };

/** Returns where the system looks for a program, in this order. */
function placesOf(command: string): readonly string[] {
  if (/[\\/]/.test(command)) return [command];
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, command));
}

/** Returns the file that a program's name leads to; undefined where there is none. */
const fileOf = (command: string): string | undefined =>
  placesOf(command).find((one) => statSync(one, { throwIfNoEntry: false })?.isFile() === true);

/** Returns whether a program is a script whose first line ends in a carriage return, which Linux takes for a part of it. */
function endsAsInWindows(command: string): boolean {
  const path = fileOf(command);
  return path !== undefined && firstLineOf(path)?.endsWith('\r') === true;
}

/**
 * Returns whether the system refused a program, so that a shell has read it as a script: the search for a program
 * tries that last. Only a shell tells of a line of it, or that it is no script.
 */
function wasReadByShell(command: string, { code, tail }: CommandExit): boolean {
  if (code !== 2 && code !== 126 && code !== 127) return false;
  const path = fileOf(command);
  if (path === undefined || !tail.startsWith(`${path}: `)) return false;
  const isBinary = /^\x7fELF|\0/.test(headOf(path));
  return isBinary && /^(?:(?:line )?\d+: |.*cannot execute)/.test(tail.slice(path.length + 2));
}

/** Returns what stands in the way of a file that is there; undefined where nothing is seen. */
function obstacleOf(path: string): ProgramFault | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (found.isDirectory()) return { code: 'folder' };
  if (!found.isFile()) return { code: 'not-a-file' };
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return { code: 'not-executable' };
  }
  const line = firstLineOf(path);
  if (line?.endsWith('\r') === true) return windowsEnds;
  const interpreter = /^[ \t]*(\S+)/.exec(line ?? '')?.[1];
  if (interpreter !== undefined && statSync(interpreter, { throwIfNoEntry: false }) === undefined) {
    return { code: 'no-interpreter', interpreter };
  }
  return undefined;
}

const known: Readonly<Record<string, Exclude<ProgramFault['code'], 'no-interpreter' | 'other'>>> = {
  ENOENT: 'missing',
  EACCES: 'denied',
  ENOEXEC: 'no-program',
  E2BIG: 'long-arguments',
  EAGAIN: 'processes',
  EMFILE: 'files',
  ENFILE: 'system-files',
  ENOMEM: 'memory',
  ENOTDIR: 'no-folder-on-path',
  ELOOP: 'link-circle',
  UNKNOWN: 'unknown',
};

/** Returns why a program could not be started. */
export function notStarted(command: string, error: unknown): SaidError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const missing = code === 'ENOENT' || code === 'EACCES' || code === 'UNKNOWN' || code === 'EISDIR';
  let obstacle: ProgramFault | undefined;
  try {
    if (missing && /[\\/]|^\.{1,2}$/.test(command)) obstacle = obstacleOf(command);
    else if (missing && endsAsInWindows(command)) obstacle = windowsEnds;
  } catch {
    // A part of its path can't be looked into.
  }
  const found = known[code];
  const why =
    obstacle ?? (found === undefined ? { code: 'other', said: message } : { code: found });
  return saidError('program-not-started', { command, why });
}

export interface CommandExit {
  readonly code: number | null;
  readonly signal: string | null;
  /** The end of what it wrote to its standard error. */
  readonly tail: string;
  readonly allowed: readonly number[];
}

/** Returns how a program ended that was to end otherwise. */
export function endedOtherwise(command: string, ended: CommandExit): SaidError {
  const { code, signal, tail, allowed } = ended;
  // What is not found by that name is missed by env, or by a shell that takes it for an option.
  if ((code === 127 || (code !== null && tail.includes('\r'))) && endsAsInWindows(command)) {
    return saidError('program-not-started', { command, why: windowsEnds });
  }
  if (wasReadByShell(command, ended)) {
    return saidError('program-not-started', { command, why: { code: 'damaged' } });
  }
  // A program that writes nothing but signs nobody can read has said nothing.
  const said = /[^\0\s]/.test(tail) ? tail.trim() : '';
  if (code === null) {
    return saidError('program-killed', { command, signal: String(signal), said });
  }
  return saidError('program-ended', { command, exitCode: code, said, codes: [...allowed, code] });
}
