import { pythonFaultText } from '@present/words/engine/python-fault';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isFoundUnnamed, searchCandidates, type SearchPlaces } from '@engine/python/candidates';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'corelane-python-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

/** A file that could be an interpreter; nothing here starts it. */
function make(...names: string[]): void {
  for (const name of names) {
    const file = join(root, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, '');
    chmodSync(file, 0o755);
  }
}

function placesWith(extra: Partial<SearchPlaces> = {}): SearchPlaces {
  return {
    platform: 'linux',
    env: { PATH: ['a', 'b', 'gone'].map((name) => join(root, name)).join(delimiter) },
    home: join(root, 'home'),
    folder: join(root, 'project'),
    opened: [],
    allowed: false,
    ...extra,
  };
}

function search(extra: Partial<SearchPlaces> = {}): string[] {
  return searchCandidates(placesWith(extra)).files.map((path) => path.slice(root.length + 1));
}

/** What is not started, with the reason. */
function leftAlone(extra: Partial<SearchPlaces> = {}): Record<string, string> {
  const { unusable } = searchCandidates(placesWith(extra));
  return Object.fromEntries(
    unusable.map(({ path, why }) => [path.slice(root.length + 1), pythonFaultText(why)]),
  );
}

describe('searchCandidates', () => {
  it('takes the PATH in its order, python3 first, and nothing that only begins so', () => {
    make(
      'a/python3',
      'a/python',
      'a/python3-config',
      'a/pythonw.sh',
      'b/python3.12',
      'b/python3.13t',
    );
    expect(search()).toEqual(['a/python3', 'a/python', 'b/python3.12', 'b/python3.13t']);
  });

  it('knows a file by its target, once', () => {
    make('a/python3.11');
    mkdirSync(join(root, 'b'));
    symlinkSync(join(root, 'a/python3.11'), join(root, 'b/python3'));
    expect(search()).toEqual(['a/python3.11']);
  });

  it("looks behind pyenv's shims, the newest version first", () => {
    const versions = ['3.9.18', '3.13.0', '3.10.13'];
    make(...versions.map((version) => `home/.pyenv/versions/${version}/bin/python3`));
    make('home/.pyenv/shims/python3', 'home/.pyenv/shims/python3.9');
    const PATH = join(root, 'home/.pyenv/shims');
    expect(search({ env: { PATH } })).toEqual([
      'home/.pyenv/shims/python3',
      'home/.pyenv/versions/3.13.0/bin/python3',
      'home/.pyenv/versions/3.10.13/bin/python3',
      'home/.pyenv/versions/3.9.18/bin/python3',
    ]);
  });

  /** A virtual environment as Python makes it. */
  function makeEnvironment(folder: string): void {
    make(`${folder}/pyvenv.cfg`);
    mkdirSync(join(root, folder, 'bin'), { recursive: true });
    symlinkSync(join(root, 'a/python3.11'), join(root, folder, 'bin/python3'));
  }

  it('takes a virtual environment for an interpreter of its own, an activated one first', () => {
    make('a/python3.11');
    makeEnvironment('project/.venv');
    makeEnvironment('active');
    const env = { PATH: join(root, 'a'), VIRTUAL_ENV: join(root, 'active') };
    expect(search({ env })).toEqual(['active/bin/python3', 'a/python3.11']);
    expect(search({ env, allowed: true })).toEqual([
      'active/bin/python3',
      'a/python3.11',
      'project/.venv/bin/python3',
    ]);
  });

  it('leaves alone what lies in the current folder or an opened one, however the PATH leads there', () => {
    make('a/python3.11', 'elsewhere/deep/bin/python3', 'project/tools/python3');
    makeEnvironment('project/.venv');
    makeEnvironment('project/venv');
    // A folder outside that is a link into it, and a file outside that is one.
    symlinkSync(join(root, 'project/tools'), join(root, 'linked'));
    mkdirSync(join(root, 'b'));
    symlinkSync(join(root, 'project/tools/python3'), join(root, 'b/python3.12'));
    const PATH = ['project/.venv/bin', 'linked', 'b', 'elsewhere/deep/bin', 'a']
      .map((name) => join(root, name))
      .join(delimiter);
    const env = { PATH, VIRTUAL_ENV: join(root, 'project/.venv') };
    const opened = [join(root, 'elsewhere')];
    expect(search({ env, opened })).toEqual(['a/python3.11']);
    const told = leftAlone({ env, opened });
    expect(Object.keys(told).sort()).toEqual([
      'b/python3.12',
      'elsewhere/deep/bin/python3',
      'linked/python3',
      'project/.venv/bin/python3',
      'project/venv/bin/python3',
    ]);
    expect(told['project/.venv/bin/python3']).toContain('it lies in the current folder');
    expect(told['elsewhere/deep/bin/python3']).toContain(`it lies in ${root}/elsewhere`);
    expect(isFoundUnnamed(join(root, 'project/.venv/bin/python3'), placesWith({ env }))).toBe(
      false,
    );
    expect(isFoundUnnamed(join(root, 'a/python3.11'), placesWith({ env }))).toBe(true);
  });

  it('leaves alone what a PATH relative to the current folder leads to', () => {
    make('project/bin/python3', 'beside/python3');
    const env = { PATH: ['bin', '../beside', '.'].join(delimiter) };
    expect(search({ env })).toEqual([]);
    expect(leftAlone({ env })['beside/python3']).toContain('relative to the current one');
    expect(search({ env, allowed: true })).toEqual(['project/bin/python3', 'beside/python3']);
  });

  it("takes the user's own home folder for no opened one, but for what merely lies in it", () => {
    make('home/.pyenv/versions/3.13.0/bin/python3', 'a/python3.11');
    makeEnvironment('home/.venv');
    for (const folder of [join(root, 'home'), root, '/']) {
      expect(search({ folder, env: { PATH: join(root, 'a') } }), folder).toEqual([
        'a/python3.11',
        'home/.pyenv/versions/3.13.0/bin/python3',
      ]);
    }
  });

  it('tells what is called as an interpreter is and can be none, each as one row', () => {
    make('a/python3.11');
    mkdirSync(join(root, 'b/python3.9'), { recursive: true });
    symlinkSync('python3', join(root, 'b/python3'));
    symlinkSync('gone', join(root, 'b/python'));
    writeFileSync(join(root, 'b/python3.10'), '', { mode: 0o644 });
    symlinkSync('/dev/null', join(root, 'b/python3.8'));
    expect(search()).toEqual(['a/python3.11']);
    expect(leftAlone()).toEqual({
      'b/python3': 'it is a link that leads back to itself',
      'b/python': 'it is a broken link',
      'b/python3.10': 'it is not allowed to be executed',
      'b/python3.8': 'it is not a file',
      'b/python3.9': 'it is a folder',
    });
  });

  it("knows the installers' folders of Windows, and pyenv-win's", () => {
    make(
      'local/Programs/Python/Python312/python.exe',
      'programs/Python313/python.exe',
      'programs/Other/python.exe',
      'pyenv-win/versions/3.9.1/python.exe',
      'pyenv-win/versions/3.11.0/python.exe',
    );
    const env = {
      LOCALAPPDATA: join(root, 'local'),
      ProgramFiles: join(root, 'programs'),
      PYENV: join(root, 'pyenv-win'),
    };
    expect(search({ env, platform: 'win32' })).toEqual([
      'local/Programs/Python/Python312/python.exe',
      'programs/Python313/python.exe',
      'pyenv-win/versions/3.11.0/python.exe',
      'pyenv-win/versions/3.9.1/python.exe',
    ]);
    expect(search({ env })).toEqual([]);
  });

  it('finds nothing where nothing is', () => {
    expect(search({ env: {} })).toEqual([]);
  });
});
