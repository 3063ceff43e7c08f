// Lists where Python interpreters may be: PATH, pyenv, virtual environments, the installers' folders on Windows.
// Nothing is started here; what is found may turn out to be none.
import { accessSync, constants, readdirSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import type { FileFault } from '@shared/base/file-fault';
import type { PythonFault } from '@shared/experiment/python-fault';
import type { UnusableInterpreter } from '@shared/experiment/python';
import { fileFault } from '../files/file-error';
import { liesIn, narrowFolders, openedFolderOf } from '../files/opened-folders';

/** What the search looks at; a test gives its own. */
export interface SearchPlaces {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The current folder, whose virtual environments are looked for. */
  readonly folder: string;
  /** Further folders that a user has opened, as that of an experiment. */
  readonly opened: readonly string[];
  /** Whether a user allows what lies in the current and the opened folders. */
  readonly allowed: boolean;
}

/** What a search may start, and what it leaves alone. */
export interface Candidates {
  /** The likeliest default first. */
  readonly files: readonly string[];
  /** Called as an interpreter is, and not to be started. */
  readonly unusable: readonly UnusableInterpreter[];
}

/** The places of this process. */
export function placesHere(
  more: Partial<Pick<SearchPlaces, 'opened' | 'allowed'>> = {},
): SearchPlaces {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    folder: process.cwd(),
    opened: [],
    allowed: false,
    ...more,
  };
}

/** A folder that is searched, and whether it is named so that it depends on the current one. */
interface SearchFolder {
  readonly path: string;
  readonly relative: boolean;
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A folder of the PATH that is not there, or not ours to read, holds nothing for us.
    return [];
  }
}

const pythonName = /^python(3(\.\d+t?)?)?(\.exe)?$/;

/** `python3` before the others: it is what users mean by Python. */
const byName = (one: string, other: string): number =>
  Number(other.startsWith('python3')) - Number(one.startsWith('python3')) ||
  one.length - other.length ||
  one.localeCompare(other);

function binFolder(environment: string, platform: NodeJS.Platform): string {
  return join(environment, platform === 'win32' ? 'Scripts' : 'bin');
}

/** Returns where pyenv keeps its versions and its shims, each of which starts a shell first. */
function pyenvRoot({ env, home }: SearchPlaces): string {
  return env['PYENV_ROOT'] ?? join(home, '.pyenv');
}

/**
 * Paths that may be interpreters, each file once (a link's target is the file; that of a virtual environment
 * is one of its own), and those that are not to be started, with the reason.
 */
export function searchCandidates(places: SearchPlaces = placesHere()): Candidates {
  const files: string[] = [];
  const unusable: UnusableInterpreter[] = [];
  const untrustedFolders = new Set<string>();
  for (const folder of listFolders(places)) {
    for (const path of pythonsIn(folder.path, places)) {
      const untrusted = whyUntrusted(path, folder, places);
      // One of a folder says it for all.
      if (untrusted !== undefined && untrustedFolders.has(folder.path)) continue;
      if (untrusted !== undefined) untrustedFolders.add(folder.path);
      const why = untrusted ?? unfit(path, places.platform);
      if (why === undefined) files.push(path);
      else if (!unusable.some((one) => one.path === path)) unusable.push({ path, why });
    }
  }
  return { files: distinctFiles(files, environmentsOf(places)), unusable };
}

/** Whether a path is found by itself, by any of its names, so that nobody has to name it. It is not looked at. */
export function isFoundUnnamed(path: string, places: SearchPlaces = placesHere()): boolean {
  return listFolders(places).some((folder) =>
    pythonsIn(folder.path, places).some(
      (found) => found === path && whyUntrusted(path, folder, places) === undefined,
    ),
  );
}

/** Why a file is code of a folder that a user has opened; nothing where it is not, or where that is allowed. */
function whyUntrusted(
  path: string,
  from: SearchFolder,
  places: SearchPlaces,
): PythonFault | undefined {
  if (places.allowed) return undefined;
  if (from.relative) return { code: 'relative-folder' };
  const home = narrowFolders([places.folder, ...places.opened], places.home);
  const lying = lyingAround(places).filter((environment) => liesIn(path, environment));
  const folder = openedFolderOf(path, [...home, ...lying]);
  if (folder === undefined) return undefined;
  const current = folder === places.folder || lying.length > 0;
  return { code: 'not-trusted', folder: current ? undefined : folder };
}

function unfit(path: string, platform: NodeJS.Platform): PythonFault | undefined {
  const fault = whyUnfit(path, platform);
  return fault && { code: 'file', fault };
}

/** Why something that is called as an interpreter can't be started; nothing where it can. */
function whyUnfit(path: string, platform: NodeJS.Platform): FileFault | undefined {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return { code: 'folder' };
    if (!found.isFile()) return { code: 'not-a-file' };
    if (platform !== 'win32') accessSync(path, constants.X_OK);
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ELOOP') return { code: 'own-link' };
    if (code === 'ENOENT') return { code: 'dead-link' };
    if (code === 'EACCES') return { code: 'not-executable' };
    return fileFault(error);
  }
}

/** Virtual environments that merely lie in the current folder. */
function lyingAround({ folder }: SearchPlaces): readonly string[] {
  return [join(folder, '.venv'), join(folder, 'venv')];
}

function environmentsOf({ env, ...places }: SearchPlaces): readonly string[] {
  const lying = lyingAround({ env, ...places });
  return [...new Set([env['VIRTUAL_ENV'], env['CONDA_PREFIX'], ...lying])].flatMap((path) =>
    path === undefined || path === '' ? [] : [path],
  );
}

/** Returns what a folder has that is called as an interpreter is. */
function pythonsIn(folder: string, places: SearchPlaces): readonly string[] {
  const all = listFolder(folder)
    .filter((name) => pythonName.test(name))
    .toSorted(byName)
    .map((name) => join(folder, name));
  // All shims are one script; the versions behind them are listed anyway.
  return folder === join(pyenvRoot(places), 'shims') ? all.slice(0, 1) : all;
}

/** Every folder that may hold an interpreter, in the order that counts. */
function listFolders(places: SearchPlaces): readonly SearchFolder[] {
  const { platform, env, folder } = places;
  const root = pyenvRoot(places);
  const bins = environmentsOf(places).map((environment) => binFolder(environment, platform));
  const pyenv = listFolder(join(root, 'versions'))
    .toSorted(newestFirst)
    .map((version) => binFolder(join(root, 'versions', version), platform));
  const path = (env['PATH'] ?? '').split(delimiter).filter((one) => one !== '');
  return [
    // An activated environment comes before the PATH, which begins with it anyway.
    ...bins.slice(0, env['VIRTUAL_ENV'] ? 1 : 0),
    ...path,
    ...bins,
    ...pyenv,
    ...installedOnWindows(places),
  ].map((one) => ({ path: resolve(folder, one), relative: !isAbsolute(one) }));
}

const newestFirst = (one: string, other: string): number =>
  other.localeCompare(one, 'en', { numeric: true });

/** Returns where the installers of python.org put versions, a user's and everybody's, and where pyenv-win does. */
function installedOnWindows({ platform, env, home }: SearchPlaces): readonly string[] {
  if (platform !== 'win32') return [];
  const inside = (folder: string | undefined, wanted: RegExp): readonly string[] =>
    folder === undefined || folder === ''
      ? []
      : listFolder(folder)
          .filter((name) => wanted.test(name))
          .toSorted(newestFirst)
          .map((name) => join(folder, name));
  const local = env['LOCALAPPDATA'];
  const pyenv = env['PYENV'] ?? join(home, '.pyenv', 'pyenv-win');
  return [
    ...inside(local === undefined ? undefined : join(local, 'Programs', 'Python'), /^Python3/i),
    ...inside(env['ProgramFiles'], /^Python3/i),
    ...inside(join(pyenv, 'versions'), /^\d/),
  ];
}

function distinctFiles(files: readonly string[], environments: readonly string[]): string[] {
  const known = new Set<string>();
  return files.filter((file) => {
    const environment = environments.find((one) => file.startsWith(one));
    const key = `${realpathSync(file)} ${environment ?? ''}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
