import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listCandidates, type SearchPlaces } from '@engine/python/candidates';

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

function search(extra: Partial<SearchPlaces> = {}): string[] {
  const places: SearchPlaces = {
    platform: 'linux',
    env: { PATH: ['a', 'b', 'gone'].map((name) => join(root, name)).join(delimiter) },
    home: join(root, 'home'),
    folder: join(root, 'project'),
    ...extra,
  };
  return listCandidates(places).map((path) => path.slice(root.length + 1));
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
    const env = { PATH: join(root, 'a'), VIRTUAL_ENV: join(root, 'active') };
    expect(search({ env })).toEqual([
      'active/bin/python3',
      'a/python3.11',
      'project/.venv/bin/python3',
    ]);
  });

  it('finds nothing where nothing is', () => {
    expect(search({ env: {} })).toEqual([]);
  });
});
