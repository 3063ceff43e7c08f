// Where Python interpreters may lie: PATH, pyenv, virtual environments, the py launcher. Nothing is
// started here; what is found may turn out to be none.
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

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

function environmentsOf({ env, folder }: SearchPlaces): readonly string[] {
  return [
    env['VIRTUAL_ENV'],
    env['CONDA_PREFIX'],
    join(folder, '.venv'),
    join(folder, 'venv'),
  ].flatMap((path) => (path === undefined || path === '' ? [] : [path]));
}

/** Every file that may be an interpreter, under all its names. */
function listFiles(places: SearchPlaces): readonly string[] {
  const { platform, env } = places;
  const root = pyenvRoot(places);
  const environments = environmentsOf(places);
  const pyenv = listFolder(join(root, 'versions'))
    .toSorted((one, other) => other.localeCompare(one, 'en', { numeric: true }))
    .map((version) => join(root, 'versions', version));
  const path = (env['PATH'] ?? '').split(delimiter).filter((one) => one !== '');
  const folders = [
    // An activated environment comes before the PATH, which begins with it anyway.
    ...environments.slice(0, env['VIRTUAL_ENV'] ? 1 : 0).map((one) => binFolder(one, platform)),
    ...path,
    ...[...environments, ...pyenv].map((environment) => binFolder(environment, platform)),
    ...installedOnWindows(places),
  ];
  const files = folders.flatMap((one) => {
    const names = listFolder(one)
      .filter((name) => pythonName.test(name))
      .toSorted(byName);
    // All shims are one script; the versions behind them are listed anyway.
    const shims = one === join(root, 'shims');
    return (shims ? names.slice(0, 1) : names).map((name) => join(one, name));
  });
  return files.filter(isFile);
}

/** Where the installers of python.org put a user's versions, which the py launcher starts. */
function installedOnWindows({ platform, env }: SearchPlaces): readonly string[] {
  const local = env['LOCALAPPDATA'];
  if (platform !== 'win32' || local === undefined) return [];
  const programs = join(local, 'Programs', 'Python');
  return listFolder(programs).map((name) => join(programs, name));
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
