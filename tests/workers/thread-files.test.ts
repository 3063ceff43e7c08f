// What a built worker thread loads before its workload: its entry, one file of code, and the bundler's own helpers.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { builtEntries } from '../helpers/entries';

const root = resolve(import.meta.dirname, '../..');

/** The files that a built file requires when it is loaded, as paths; what it imports later is not among them. */
function required(file: string): string[] {
  const statements = readFileSync(file, 'utf8').matchAll(
    /^(?:const \w+ = )?require\("(\.[^"]+)"\)/gm,
  );
  return [...statements].map((match) => join(file, '..', match[1] ?? ''));
}

/** The files that are loaded with a built file, itself included. */
function loadedWith(file: string): string[] {
  const loaded = new Set([file]);
  for (const each of loaded) for (const next of required(each)) loaded.add(next);
  return [...loaded];
}

/** Names of files without the hash of their content. */
const namesOf = (files: readonly string[]): string[] =>
  files.map((file) => file.replace(/^.*\//, '').replace(/-[\w-]{8}\.js$/, '.js')).sort();

/** The modules in a built file, as the bundler names them above each. */
const modulesIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^\/\/ (src\/.+\.ts)$/gm)].map((match) => match[1] ?? '');

it('is one file, without what only a host needs', () => {
  const loaded = loadedWith(builtEntries.thread);
  expect(namesOf(loaded)).toEqual(['rolldown-runtime.js', 'thread.js', 'worker.js']);
  const modules = loaded.flatMap(modulesIn);
  expect(modules).toContain('src/engine/host/task-loop.ts');
  expect(modules).not.toContain('src/engine/host/session.ts');
  // The same reading of a host's files finds what a thread must not load.
  expect(loadedWith(builtEntries.host).flatMap(modulesIn)).toContain('src/engine/host/session.ts');
});

it('holds what workloads share, each of them a file that is there', () => {
  const config = readFileSync(join(root, 'electron.vite.config.ts'), 'utf8');
  const named = /workloads\[[^\]]+\]\(([\w|]+)\)/.exec(config)?.[1]?.split('|') ?? [];
  expect(named).toContain('random');
  const modules = loadedWith(builtEntries.thread).flatMap(modulesIn);
  for (const name of named) {
    const path = `src/workers/workloads/${name}.ts`;
    expect(existsSync(join(root, path)), path).toBe(true);
    expect(modules).toContain(path);
  }
});
