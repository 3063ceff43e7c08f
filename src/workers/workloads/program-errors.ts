// Why a program could not be started, or how it ended, as one sentence without its full stop.
import { accessSync, constants, closeSync, openSync, readSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

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

const windowsEnds =
  'its first line ends as in Windows, which makes another name of its interpreter. Save it with line ends of Unix';

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
function obstacleOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (found.isDirectory()) return 'it is a folder, not a program';
  if (!found.isFile()) return 'it is not a file';
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return "it can't be executed: you have no permission to (chmod +x gives it)";
  }
  const line = firstLineOf(path);
  if (line?.endsWith('\r') === true) return windowsEnds;
  const interpreter = /^[ \t]*(\S+)/.exec(line ?? '')?.[1];
  if (interpreter !== undefined && statSync(interpreter, { throwIfNoEntry: false }) === undefined) {
    return `its first line asks for ${interpreter}, which is not there`;
  }
  return undefined;
}

const known: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such program',
  EACCES: "it can't be executed: you have no permission to",
  ENOEXEC: "it can't be executed: it is no program of this system and has no #! line",
  E2BIG: 'its arguments are longer than this system takes',
  EAGAIN:
    "there may be no more processes and threads (raise that limit, ulimit -u or the container's, or use fewer workers)",
  EMFILE: 'too many files are open (raise that limit, ulimit -n, or use fewer workers)',
  ENFILE: 'too many files are open on this system',
  ENOMEM:
    "there is not enough memory (free some, raise its limit, ulimit -v or the container's, or use fewer workers)",
  ENOTDIR: 'a part of its path is not a folder',
  ELOOP: 'its links lead in a circle',
  UNKNOWN: "it can't be executed: it is no program of this system",
};

/** Why a program could not be started. */
export function describeStart(command: string, error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const missing = code === 'ENOENT' || code === 'EACCES' || code === 'UNKNOWN' || code === 'EISDIR';
  let obstacle: string | undefined;
  try {
    if (missing && /[\\/]/.test(command)) obstacle = obstacleOf(command);
    else if (missing && endsAsInWindows(command)) obstacle = windowsEnds;
  } catch {
    // A part of its path can't be looked into.
  }
  return `${command} could not be started: ${obstacle ?? known[code] ?? message}`;
}

export interface CommandExit {
  readonly code: number | null;
  readonly signal: string | null;
  /** The end of what it wrote to its standard error. */
  readonly tail: string;
  readonly allowed: readonly number[];
}

/** Returns how a program ended that was to end otherwise. */
export function describeExit(command: string, ended: CommandExit): string {
  const { code, signal, tail, allowed } = ended;
  // What is not found by that name is missed by env, or by a shell that takes it for an option.
  if ((code === 127 || (code !== null && tail.includes('\r'))) && endsAsInWindows(command)) {
    return `${command} could not be started: ${windowsEnds}`;
  }
  if (wasReadByShell(command, ended)) {
    return `${command} could not be started: it can't be executed: it is damaged, or a program of another system`;
  }
  const said = tail.trim();
  const detail = said === '' ? '' : `: ${said}`;
  if (code === null) return `${command} was ended by ${signal}${detail}`;
  const more = JSON.stringify([...allowed, code]).replaceAll(',', ', ');
  return `${command} ended with exit code ${code}${detail} (where that is no failure, give exitCodes: ${more})`;
}
