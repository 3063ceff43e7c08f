import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listCandidates, listLeftAlone, type SearchPlaces } from '@engine/python/candidates';

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
    ...extra,
  };
}

function search(extra: Partial<SearchPlaces> = {}): string[] {
  return listCandidates(placesWith(extra)).map((path) => path.slice(root.length + 1));
}

describe('listCandidates', () => {
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

  it('takes a virtual environment for an interpreter of its own, an activated one first', () => {
    make('a/python3.11');
    for (const folder of ['project/.venv/bin', 'active/bin']) {
      mkdirSync(join(root, folder), { recursive: true });
      symlinkSync(join(root, 'a/python3.11'), join(root, folder, 'python3'));
    }
    make('project/.venv/pyvenv.cfg');
    const env = { PATH: join(root, 'a'), VIRTUAL_ENV: join(root, 'active') };
    expect(search({ env })).toEqual([
      'active/bin/python3',
      'a/python3.11',
      'project/.venv/bin/python3',
    ]);
  });

  it('leaves alone what lies in the current folder and leads nowhere else', () => {
    make('project/.venv/bin/python3', 'project/.venv/pyvenv.cfg', 'a/python3');
    mkdirSync(join(root, 'project/venv/bin'), { recursive: true });
    symlinkSync(join(root, 'a/python3'), join(root, 'project/venv/bin/python3'));
    expect(search()).toEqual(['a/python3']);
    const told = listLeftAlone(placesWith());
    expect(told.map(({ path }) => path.slice(root.length + 1))).toEqual([
      'project/.venv/bin/python3',
      'project/venv/bin/python3',
    ]);
    expect(told[0]?.why).toContain('it is no link to a Python elsewhere; activate it');
    expect(told[1]?.why).toContain('it has no pyvenv.cfg; activate it');
    // A person who activates it trusts it.
    const env = { VIRTUAL_ENV: join(root, 'project/.venv') };
    expect(search({ env })).toEqual(['project/.venv/bin/python3']);
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
