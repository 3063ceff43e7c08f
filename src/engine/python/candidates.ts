// Where Python interpreters may lie: PATH, pyenv, virtual environments, the installers' folders on Windows.
// Nothing is started here; what is found may turn out to be none.
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { UnusableInterpreter } from '@shared/python';
import { whyLeftAlone } from './folder-environment';

/** What the search looks at; a test gives its own. */
export interface SearchPlaces {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The folder whose virtual environments count. */
  readonly folder: string;
}

const here = (): SearchPlaces => ({
  platform: process.platform,
  env: process.env,
  home: homedir(),
  folder: process.cwd(),
});

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A folder of the PATH that is not there, or not ours to read, holds nothing for us.
    return [];
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

const pythonName = /^python(3(\.\d+t?)?)?(\.exe)?$/;

/** `python3` before the others: it is what people mean by Python. */
const byName = (one: string, other: string): number =>
  Number(other.startsWith('python3')) - Number(one.startsWith('python3')) ||
  one.length - other.length ||
  one.localeCompare(other);

function binFolder(environment: string, platform: NodeJS.Platform): string {
  return join(environment, platform === 'win32' ? 'Scripts' : 'bin');
}

/** Where pyenv keeps its versions and its shims, each of which starts a shell first. */
function pyenvRoot({ env, home }: SearchPlaces): string {
  return env['PYENV_ROOT'] ?? join(home, '.pyenv');
}

/**
 * Paths that may be interpreters, the likeliest default first, each file once (a link's target is the
 * file; that of a virtual environment is one of its own).
 */
export function listCandidates(places: SearchPlaces = here()): readonly string[] {
  return distinctFiles(listFiles(places), environmentsOf(places));
}

/** Whether a path is found by itself, by any of its names, so that nobody has to name it. */
export function isFoundUnnamed(path: string, places: SearchPlaces = here()): boolean {
  return listFiles(places).includes(path);
}

/** Interpreters that lie in the current folder and are not to be started, with the reason; one a folder. */
export function listLeftAlone(places: SearchPlaces = here()): readonly UnusableInterpreter[] {
  return lyingAround(places).flatMap((environment) => {
    const files = pythonsIn(binFolder(environment, places.platform));
    const why = whyLeftAlone(environment, files, places.folder);
    const [path] = files;
    // One that the PATH leads to is started all the same.
    if (why === undefined || path === undefined || isFoundUnnamed(path, places)) return [];
    return [{ path, why }];
  });
}

/** Virtual environments that merely lie in the current folder. */
function lyingAround({ env, folder }: SearchPlaces): readonly string[] {
  const lying = [join(folder, '.venv'), join(folder, 'venv')];
  return lying.filter((one) => one !== env['VIRTUAL_ENV'] && one !== env['CONDA_PREFIX']);
}

function environmentsOf(places: SearchPlaces): readonly string[] {
  const { env, platform, folder } = places;
  const sound = lyingAround(places).filter(
    (one) => whyLeftAlone(one, pythonsIn(binFolder(one, platform)), folder) === undefined,
  );
  return [env['VIRTUAL_ENV'], env['CONDA_PREFIX'], ...sound].flatMap((path) =>
    path === undefined || path === '' ? [] : [path],
  );
}

/** The files of a folder that are called as an interpreter is. */
function pythonsIn(folder: string): readonly string[] {
  return listFolder(folder)
    .filter((name) => pythonName.test(name))
    .toSorted(byName)
    .map((name) => join(folder, name))
    .filter(isFile);
}

/** Every file that may be an interpreter, under all its names. */
function listFiles(places: SearchPlaces): readonly string[] {
  const { platform, env } = places;
  const root = pyenvRoot(places);
  const environments = environmentsOf(places);
  const pyenv = listFolder(join(root, 'versions'))
    .toSorted(newestFirst)
    .map((version) => join(root, 'versions', version));
  const path = (env['PATH'] ?? '').split(delimiter).filter((one) => one !== '');
  const folders = [
    // An activated environment comes before the PATH, which begins with it anyway.
    ...environments.slice(0, env['VIRTUAL_ENV'] ? 1 : 0).map((one) => binFolder(one, platform)),
    ...path,
    ...[...environments, ...pyenv].map((environment) => binFolder(environment, platform)),
    ...installedOnWindows(places),
  ];
  return folders.flatMap((one) => {
    const files = pythonsIn(one);
    // All shims are one script; the versions behind them are listed anyway.
    return one === join(root, 'shims') ? files.slice(0, 1) : files;
  });
}

const newestFirst = (one: string, other: string): number =>
  other.localeCompare(one, 'en', { numeric: true });

/** Where the installers of python.org put versions, a user's and everybody's, and where pyenv-win does. */
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
