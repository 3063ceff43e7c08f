// Which strategies can run a user's own code, and what it is called.
import { problemText } from '@present/words/engine/problems';
import { describe, expect, it } from 'vitest';
import { expandCells, leftOut } from '@shared/experiment/cells';
import { fillArgument } from '@shared/experiment/command-arguments';
import { describeOwnCode, languageOfFile } from '@shared/experiment/own-code';
import { parseExperiment } from '@shared/experiment/parse-experiment';

function experiment(workload: unknown) {
  const parsed = parseExperiment({
    version: 1,
    name: 'own',
    workload,
    strategies: [
      { kind: 'serial' },
      { kind: 'async', workers: 2 },
      { kind: 'threads', workers: 2 },
      { kind: 'python-serial' },
    ],
  });
  if (!parsed.ok) throw new Error(problemText(parsed.problem));
  return parsed.value;
}

describe('own code', () => {
  it.each([
    [{ kind: 'module', path: 'a.mts' }, ['serial-1', 'async-2', 'threads-2'], ['python-serial']],
    [{ kind: 'module', path: 'a.PY' }, [], ['serial', 'async', 'threads']],
    [{ kind: 'command', command: 'gzip' }, ['serial-1', 'async-2'], ['threads', 'python-serial']],
  ])('%j runs only where it can', (workload, cells, left) => {
    const own = experiment(workload);
    expect(expandCells(own, 2).map(({ id }) => id)).toEqual(cells);
    const said = leftOut(own, []).map(({ strategy }) => strategy);
    // Without a Python, a strategy in Python is left out for that.
    expect(said.filter((kind) => left.includes(kind))).toEqual(left);
  });

  it('is known by its file', () => {
    expect(['a.ts', 'b.CJS', 'c.py', 'd.rb', 'ts'].map(languageOfFile)).toEqual([
      ...['node', 'node', 'python', undefined, undefined],
    ]);
  });

  it('is called by its name', () => {
    const module = { kind: 'module', path: '/x/y.mts', params: {} } as const;
    expect(describeOwnCode({ ...module, export: 'default' })).toBe('y.mts');
    expect(describeOwnCode({ ...module, export: 'go' })).toBe('go (y.mts)');
    expect(describeOwnCode({ kind: 'command', command: 'gzip', args: ['-9'] })).toBe('gzip -9');
  });
});

describe('the arguments of a program', () => {
  const command = (args: readonly string[], params?: unknown) =>
    parseExperiment({
      ...{ version: 1, name: 'own', strategies: [{ kind: 'serial' }] },
      workload: {
        kind: 'command',
        command: 'x',
        args,
        ...(params === undefined ? {} : { params }),
      },
    });
  const messageOf = (parsed: ReturnType<typeof command>) =>
    parsed.ok ? undefined : problemText(parsed.problem);

  it('are filled by name, and by nothing else', () => {
    const values = { index: 2, size: 'a{index}b', fast: true };
    expect(fillArgument('{index}-{size}-{fast}', values)).toBe('2-a{index}b-true');
    expect(fillArgument('{{size}} {} {print $1} {"a":{"b":1}} {other}', values)).toBe(
      '{size} {} {print $1} {"a":{"b":1}} {other}',
    );
    const work = { kind: 'command', command: 'x', args: ['-{size}', '{index}'] } as const;
    expect(describeOwnCode({ ...work, params: { size: 3 } })).toBe('x -3 {index}');
  });

  it('may hold names of params, and braces that are text', () => {
    expect(messageOf(command(['{size}', '{index}', '{{other}}', '{print $1}'], { size: 3 }))).toBe(
      undefined,
    );
  });

  it('hold no name that nothing stands for', () => {
    expect(messageOf(command(['a', '{sise}'], { size: 3 }))).toBe(
      'workload.args[1] holds {sise}, which is not a parameter. Give one of {index}, {seed}, {size}, or write {{sise}} for the text itself.',
    );
    expect(messageOf(command([], { index: 3 }))).toBe(
      'workload.params defines index, which every task has already. Choose another name.',
    );
    expect(messageOf(command([], { 'a b': 3 }))).toContain('Begin with a letter');
    expect(messageOf(command([], { size: [3] }))).toContain('workload.params.size');
  });
});
