// The stamp must change with whatever could change a build, and with nothing else.
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildInputs } from '../../scripts/lib/build.mjs';
import { filesUnder, hashFiles, readStamp, writeStamp } from '../../scripts/lib/stamp.mjs';

let root = '';
const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const stamp = () => hashFiles(root, buildInputs(root));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'corelane-stamp-'));
  mkdirSync(join(root, 'src', 'main'), { recursive: true });
  write('src/main/index.ts', 'one');
  write('src/shared.ts', 'two');
  write('package-lock.json', '{}');
  write('electron.vite.config.ts', 'export default {}');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

it('stays the same for the same files', () => {
  const before = stamp();
  write('src/main/index.ts', 'one');
  expect(stamp()).toBe(before);
});

it('reacts to a changed file, even of the same length', () => {
  const before = stamp();
  write('src/main/index.ts', 'eno');
  expect(stamp()).not.toBe(before);
});

it('reacts to an added file, even an empty one', () => {
  const before = stamp();
  write('src/main/more.ts', '');
  expect(stamp()).not.toBe(before);
});

it('reacts to a removed file', () => {
  const before = stamp();
  rmSync(join(root, 'src/shared.ts'));
  expect(stamp()).not.toBe(before);
});

it('reacts to a renamed file', () => {
  const before = stamp();
  renameSync(join(root, 'src/shared.ts'), join(root, 'src/common.ts'));
  expect(stamp()).not.toBe(before);
});

it.each(['package-lock.json', 'electron.vite.config.ts', 'tsconfig.web.json', 'index.html'])(
  'reacts to %s',
  (name) => {
    const before = stamp();
    write(name, 'something else');
    expect(stamp()).not.toBe(before);
  },
);

it('does not react to what the build never reads', () => {
  const before = stamp();
  write('README.md', 'text');
  write('tsconfig.web.tsbuildinfo', '{}');
  mkdirSync(join(root, 'src', '__pycache__'));
  write('src/__pycache__/agent.cpython-311.pyc', 'bytes');
  expect(stamp()).toBe(before);
});

it('lists files sorted, with forward slashes, and nothing for a folder that is not there', () => {
  expect(filesUnder(root, 'src')).toEqual(['src/main/index.ts', 'src/shared.ts']);
  expect(filesUnder(root, 'nowhere')).toEqual([]);
});

it('reads back a stamp, and none where none was written', () => {
  const file = join(root, 'out', '.stamp');
  expect(readStamp(file)).toBe('');
  writeStamp(file, 'abc');
  expect(readStamp(file)).toBe('abc');
});
