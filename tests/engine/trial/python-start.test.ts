// A variable that keeps Python from starting is told as the probable cause.
import { describe, expect, it } from 'vitest';
import { pythonStartHint } from '@engine/trial/faults';

const noLibrary = `Python path configuration:
  PYTHONHOME = '/nonexistent'
Fatal Python error: init_fs_encoding: failed to get the Python codec of the filesystem encoding
Python runtime state: core initialized
ModuleNotFoundError: No module named 'encodings'
`;
const seed =
  'Fatal Python error: config_init_hash_seed: PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]\n';
const codec =
  'Fatal Python error: init_stdio_encoding: failed to get the Python codec name\nLookupError: unknown encoding: bad\n';

const variable = (name: string, value: string) => ({
  code: 'python-variable',
  args: { name, value },
});

describe('a Python that does not start', () => {
  it.each([
    [noLibrary, { PYTHONHOME: '/nonexistent', PYTHONPATH: '/x' }, 'PYTHONHOME', '/nonexistent'],
    [noLibrary, { PYTHONHOME: '', PYTHONPATH: '/x' }, 'PYTHONPATH', '/x'],
    [noLibrary, { PYTHONPLATLIBDIR: 'zz' }, 'PYTHONPLATLIBDIR', 'zz'],
    [seed, { PYTHONHASHSEED: 'abc', PYTHONHOME: '/usr' }, 'PYTHONHASHSEED', 'abc'],
    [codec, { PYTHONIOENCODING: 'bad' }, 'PYTHONIOENCODING', 'bad'],
  ])('names the variable of %j', (stderr, env, name, value) => {
    expect(pythonStartHint(stderr, env)).toEqual(variable(name, value));
  });

  it.each([
    [noLibrary, { PATH: '/bin' }],
    ["ModuleNotFoundError: No module named 'encodings'", { PYTHONHOME: '/usr' }],
    ['Fatal Python error: Segmentation fault', { PYTHONHOME: '/usr' }],
    ['', { PYTHONHOME: '/usr' }],
  ])('blames none for %j', (stderr, env) => {
    expect(pythonStartHint(stderr, env)).toBeUndefined();
  });
});
