// The content of a user's own code: every file that would be run or that changes what runs, by SHA-256. A yes is
// remembered by it, and what runs is held against it. Nothing of the code is run here.
import { defined } from '@shared/base/defined';
import type { Experiment } from '@shared/experiment/experiment';
import { cleanText } from '@shared/base/clean-text';
import {
  languageOfFile,
  type CommandWorkload,
  type ModuleWorkload,
  isOwnCode,
  type Json,
} from '@shared/experiment/own-code';
import type { RunProblem } from '@shared/base/problems';
import { fail, ok, type Result } from '@shared/base/result';
import { checkExport, readOwnCode } from '../bundle/bundle';
import { checkPythonExport } from '../exports/python-names';
import { folderSignatureOf, hashText, readContentFile } from './files';
import type {
  ContentFile,
  ContentSource,
  FileRole,
  Listing,
  OwnContent,
} from '@shared/experiment/own-content';
import { FileCollector, TooMuchCode } from './file-collector';
import { listInterpreter } from './list-interpreter';
import { listProgram } from './list-program';
import { listPython } from './list-python';
import { listRequired } from './list-required';
import { refuseRemote, refuseRemotePath } from '../remote-path';
import { refuseRelative } from '../resolve';

/** What of an experiment says which own code it runs. */
export type OwnRequest = Pick<Experiment, 'workload' | 'strategies' | 'tasks' | 'seed'>;

const readAtOnce = 16;

/**
 * Reads all that an experiment's own code consists of; `undefined` where the experiment has none.
 * @param mayLook which of the files that a program's arguments name may be looked at; without it all
 * @returns `relative-path`, `remote-path`, `no-such-file`, `content-not-read`, `not-bundled`, `no-such-export` or `too-much-code`
 *   where it can't be run
 */
export async function readWorkContent(
  request: OwnRequest,
  mayLook?: (path: string) => boolean,
): Promise<Result<OwnContent | undefined, RunProblem>> {
  const { workload } = request;
  if (!isOwnCode(workload)) return ok(undefined);
  for (const check of [refuseRemote(request), refuseRelative(request)]) if (!check.ok) return check;
  return workload.kind === 'command'
    ? readProgram(workload, request, mayLook)
    : readModule(workload);
}

async function readModule(workload: ModuleWorkload): Promise<Result<OwnContent, RunProblem>> {
  const { path, export: name, params } = workload;
  // Of the numbers in it, a user may try one after the other.
  const what = ['module', path, name, maskNumbers(params)];
  if (languageOfFile(path) === 'python') {
    const content = await readFiles(what, { kind: 'python', path });
    if (!content.ok) return content;
    const exported = await checkPythonExport(workload);
    return exported.ok ? content : exported;
  }
  // A pipe or a device would be read without end.
  const readable = await readContentFile(path, 'bundled');
  if (!readable.ok) return readable;
  const bundled = await readOwnCode(path);
  if (!bundled.ok) return bundled;
  const exported = checkExport(workload, bundled.value);
  if (!exported.ok) return exported;
  const { code, modules, outside: loaded } = bundled.value;
  // By the name that it is loaded by too: a link may come to lead to another file.
  const outside = modules.includes(path) ? loaded : [...new Set([...loaded, path])];
  return readFiles([...what, hashText(code)], { kind: 'node', modules, outside }, code);
}

function readProgram(
  workload: CommandWorkload,
  { tasks, seed }: OwnRequest,
  mayLook: ((path: string) => boolean) | undefined,
): Promise<Result<OwnContent, RunProblem>> {
  const source = { kind: 'program', workload, tasks, seed, ...defined({ mayLook }) } as const;
  return readFiles(['command', workload], source);
}

/** Reads an interpreter that an experiment names by its path. */
export async function readInterpreterContent(
  path: string,
): Promise<Result<OwnContent, RunProblem>> {
  const near = refuseRemotePath(path, 'strategies');
  return near.ok ? readFiles(['interpreter', path], { kind: 'interpreter', path }) : near;
}

/** The files of a source, as they are now; `too-much-code` where they are without end. */
export function listContent(source: ContentSource): Result<Listing, RunProblem> {
  const files = new FileCollector();
  try {
    switch (source.kind) {
      case 'node':
        listRequired(source.modules, source.outside, files);
        break;
      case 'python':
        listPython(source.path, files);
        break;
      case 'program':
        listProgram(source.workload, source, files);
        break;
      case 'interpreter':
        listInterpreter(source.path, files);
        break;
    }
  } catch (error) {
    if (!(error instanceof TooMuchCode)) throw error;
    const name = cleanText(nameOf(source), 300);
    const { what, most } = error;
    return fail('too-much-code', {
      ...{ name, what, most },
      source: source.kind === 'program' ? 'program' : 'file',
    });
  }
  return ok(files);
}

function nameOf(source: ContentSource): string {
  if (source.kind === 'program') return source.workload.command;
  return source.kind === 'node' ? (source.modules[0] ?? source.outside[0] ?? '') : source.path;
}

async function readFiles(
  what: readonly unknown[],
  source: ContentSource,
  code?: string,
): Promise<Result<OwnContent, RunProblem>> {
  const listed = listContent(source);
  if (!listed.ok) return listed;
  const folders = new Map([...listed.value.folders].map((path) => [path, folderSignatureOf(path)]));
  const read = await readAll(listed.value.files);
  if (!read.ok) return read;
  const files = read.value;
  const key = hashText(JSON.stringify([...what, files.map(({ path, sha256 }) => [path, sha256])]));
  return ok({ key, sources: [source], files, folders, ...defined({ code }) });
}

/** The files in the order of their paths. */
async function readAll(
  files: ReadonlyMap<string, FileRole>,
): Promise<Result<ContentFile[], RunProblem>> {
  const all = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  const read: ContentFile[] = [];
  for (let from = 0; from < all.length; from += readAtOnce) {
    const some = all.slice(from, from + readAtOnce);
    for (const file of await Promise.all(some.map((one) => readContentFile(...one)))) {
      if (!file.ok) return file;
      read.push(file.value);
    }
  }
  return ok(read);
}

/** Several contents as one: what a run holds its files against. */
export function joinContents(contents: readonly OwnContent[]): OwnContent {
  const code = contents.find((one) => one.code !== undefined)?.code;
  return {
    key: hashText(contents.map(({ key }) => key).join(' ')),
    sources: contents.flatMap(({ sources }) => sources),
    files: contents.flatMap(({ files }) => files),
    folders: new Map(contents.flatMap(({ folders }) => [...folders])),
    ...defined({ code }),
  };
}

/**
 * A parameter with each number and truth value written as its type: a consent to running code holds while only these
 * are tried out. Texts stay, for they can name files and programs.
 */
function maskNumbers(value: Json): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return { of: typeof value };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return ['list', ...value.map((one: Json) => maskNumbers(one))];
  return ['object', ...Object.entries(value).map(([key, one]) => [key, maskNumbers(one as Json)])];
}
