// The files of a program of a user's own: itself, and those that its arguments name.
import { accessSync, constants, closeSync, openSync, readSync, statSync } from 'node:fs';
import { delimiter, extname, join, resolve } from 'node:path';
import { fillArgument, namesIn, type ArgumentValue } from '@shared/experiment/command-arguments';
import type { CommandWorkload } from '@shared/experiment/own-code';
import { TooMuchCode, type FileCollector } from './file-collector';
import { isRemotePath } from '../remote-path';

/** Maximum number of names in arguments that are looked at: 100,000 tasks, the most of a run, have ten each. */
const maxNames = 1_000_000;

const codeEndings = new Set(
  '.js .cjs .mjs .ts .cts .mts .py .pyz .pl .rb .php .lua .sh .bash .zsh .fish .ps1 .bat .cmd .r .jl .jar .awk .sed .tcl .exs .groovy .scm'.split(
    ' ',
  ),
);

export interface ProgramArguments {
  readonly tasks: number;
  readonly seed: number;
  /** Which of the files that arguments name may be looked at; without it all. */
  readonly mayLook?: (path: string) => boolean;
}

/** Adds the program's file, and each file that is named by an argument, or behind a `=` in one. */
export function listProgram(
  { command, args, params = {} }: CommandWorkload,
  { tasks, seed, mayLook }: ProgramArguments,
  files: FileCollector,
): void {
  const program = findProgram(command);
  if (program !== undefined) files.add(program, 'program');
  const perTask = args.filter((arg) => namesIn(arg).includes('index'));
  if (perTask.length * tasks > maxNames) {
    throw new TooMuchCode('arguments', maxNames);
  }
  const values: Record<string, ArgumentValue> = { ...params, seed };
  for (let index = 0; index < tasks; index += 1) {
    values['index'] = index;
    // What is the same for each task is looked at once.
    for (const arg of index === 0 ? args : perTask) {
      const filled = fillArgument(arg, values);
      for (const name of new Set([filled, filled.slice(filled.indexOf('=') + 1)]))
        addNamed(name, files, mayLook);
    }
  }
}

function addNamed(
  name: string,
  files: FileCollector,
  mayLook: (path: string) => boolean = () => true,
): void {
  if (name === '' || name.length > 4096 || isRemotePath(name) || name.includes('\0')) return;
  const path = resolve(name);
  if (mayLook(path) && isFile(path)) files.add(path, isCode(path) ? 'program' : 'argument');
}

/** Returns where a program is found, as the system looks for it; nothing where there is none. */
export function findProgram(
  command: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  if (/[\\/]/.test(command)) return isFile(resolve(command)) ? resolve(command) : undefined;
  const endings =
    process.platform === 'win32' ? (env['PATHEXT'] ?? '.EXE;.CMD;.BAT;.COM').split(';') : [''];
  const folders = (env['PATH'] ?? '').split(delimiter).map((folder) => resolve(folder));
  return folders
    .flatMap((folder) => ['', ...endings].map((ending) => join(folder, command + ending)))
    .find((path) => isFile(path) && isExecutable(path));
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isExecutable(path: string): boolean {
  if (process.platform === 'win32') return true;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Returns whether a file looks like something that is run: by its ending, or by how it begins. */
function isCode(path: string): boolean {
  if (codeEndings.has(extname(path).toLowerCase())) return true;
  try {
    const file = openSync(path, 'r');
    try {
      const begin = Buffer.alloc(4);
      readSync(file, begin, 0, 4, 0);
      const text = begin.toString('latin1');
      return text.startsWith('#!') || text === '\x7fELF' || text.startsWith('MZ');
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}
