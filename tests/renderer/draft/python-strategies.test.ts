// What the form says of Python's strategies, on the list the file holds.
import { describe, expect, it } from 'vitest';
import type { Strategy } from '@shared/experiment/experiment';
import {
  chosenPythons,
  chunkOf,
  describeLeftOut,
  selectorsOf,
  setChunk,
  setSelectors,
  setStartMethods,
  startMethodsOf,
  togglePython,
  unknownPythons,
} from '@renderer/draft/python-strategies';
import { makePython } from '../../helpers/make/python';

const found = [
  makePython('3.12'),
  makePython('3.13', { subInterpreters: true }),
  makePython('3.14t'),
];
const threads: Strategy = { kind: 'python-threads', workers: 2 };
const processes: Strategy = { kind: 'python-processes', workers: 2 };
const pool: Strategy = { kind: 'python-pool', workers: 2, executor: 'process', chunk: 1 };

describe('which Pythons', () => {
  it('are named for all Python strategies at once, and no other', () => {
    const serial: Strategy = { kind: 'serial' };
    const next = setSelectors([serial, threads, pool], ['3.13']);
    expect(next).toEqual([
      serial,
      { ...threads, interpreters: ['3.13'] },
      { ...pool, interpreters: ['3.13'] },
    ]);
    expect(setSelectors(next, undefined)).toEqual([serial, threads, pool]);
  });

  it('tells where the strategies name different ones', () => {
    expect(selectorsOf([threads, processes]).same).toBe(true);
    const mixed = [threads, { ...processes, interpreters: 'all' as const }];
    expect(selectorsOf(mixed).same).toBe(false);
  });

  it('is the first found where none is named, all, or those named', () => {
    expect(chosenPythons(undefined, found)).toEqual(['3.12']);
    expect(chosenPythons('all', found)).toEqual(['3.12', '3.13', '3.14t']);
    expect(chosenPythons(['3.14t', '3.13.1'], found)).toEqual(['3.14t', '3.13']);
  });

  it('tells what is named but not there', () => {
    expect(unknownPythons(['3.12', '2.7'], found)).toEqual(['2.7']);
    expect(unknownPythons(undefined, found)).toEqual([]);
  });

  it('goes in and out of the choice, and the last one stays', () => {
    const two = togglePython(undefined, '3.13', found);
    expect(chosenPythons(two, found)).toEqual(['3.12', '3.13']);
    const one = togglePython(two, '3.12', found);
    expect(chosenPythons(one, found)).toEqual(['3.13']);
    expect(chosenPythons(togglePython(one, '3.13', found), found)).toHaveLength(1);
  });
});

describe('how processes are started', () => {
  it('is written as one or a list, in Python’s order, and left out where it is left to Python', () => {
    const one = setStartMethods([threads, processes], 'python-processes', ['spawn']);
    expect(one).toEqual([threads, { ...processes, startMethod: 'spawn' }]);
    const two = setStartMethods(one, 'python-processes', ['spawn', 'fork']);
    expect(startMethodsOf(two, 'python-processes')).toEqual(['fork', 'spawn']);
    expect(setStartMethods(two, 'python-processes', [])).toEqual([threads, processes]);
  });

  it('is nothing that threads have', () => {
    expect(setStartMethods([threads], 'python-threads', ['spawn'])).toEqual([threads]);
  });
});

it('sets the chunk of one kind of pool', () => {
  const threadPool: Strategy = { ...pool, executor: 'thread' };
  const next = setChunk([pool, threadPool], 'python-thread-pool', 8);
  expect(next).toEqual([pool, { ...threadPool, chunk: 8 }]);
  expect(chunkOf(next, 'python-thread-pool')).toBe(8);
  expect(chunkOf(next, 'python-process-pool')).toBe(1);
  expect(chunkOf(next, 'python-threads')).toBeUndefined();
});

it('says what can’t run with the Pythons there are, in the form’s words', () => {
  const interpreters: Strategy = { kind: 'python-interpreters', workers: 2, interpreters: 'all' };
  const said = describeLeftOut([interpreters, threads], found.slice(0, 2));
  expect(said).toEqual([
    'Python interpreters is left out for Python 3.12: it has no sub-interpreters with a lock of their own.',
  ]);
});
