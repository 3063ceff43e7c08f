import { saidOf } from '../helpers/in-words';
import { problemText } from '@present/words/engine/problems';
import { describe, expect, it } from 'vitest';
import { claimIds } from '@shared/claims/claims';
import { usualFormats } from '@shared/report/export-formats';
import { readArguments } from '../../src/cli/arguments';

const plain = {
  command: 'run',
  file: 'a.json',
  out: 'reports',
  formats: usualFormats,
  force: false,
  dryRun: false,
  pilot: true,
  quiet: false,
  allowCode: false,
  modules: [],
};

const recovering = {
  ...{ command: 'recover', ids: [], out: 'reports', formats: usualFormats },
  ...{ force: false, discard: false },
};

const claims = { command: 'claims', ids: claimIds, kept: false, quiet: false };

describe('the arguments', () => {
  it.each([
    [[], { command: 'help' }],
    [['--help'], { command: 'help' }],
    [['-h'], { command: 'help' }],
    [['help'], { command: 'help' }],
    [['help', 'run'], { command: 'help', about: 'run' }],
    [['run', '--help'], { command: 'help', about: 'run' }],
    [['init', 'module'], { command: 'init-module', python: false }],
    [
      ['init', 'module', '--python', '--out', 'x'],
      { command: 'init-module', python: true, out: 'x' },
    ],
    [['init', '-h'], { command: 'help', about: 'init' }],
    [['machine', '--help'], { command: 'help', about: 'machine' }],
    [['--version'], { command: 'version' }],
    [['init'], { command: 'init', preset: 'default' }],
    [['init', 'wait'], { command: 'init', preset: 'wait' }],
    [['claims', 'kill', '--json', 'f.json'], { ...claims, ids: ['kill'], json: 'f.json' }],
    [['claims', 'gil', 'heap', '-q'], { ...claims, ids: ['heap', 'gil'], quiet: true }],
    [['claims'], claims],
    [['experiment'], claims],
    [['help', 'experiment'], { command: 'help', about: 'claims' }],
    [['claims', 'kill', '--kept'], { ...claims, ids: ['kill'], kept: true }],
    [['claims', 'all', '--html', 'f.html'], { ...claims, html: 'f.html' }],
    [['claims', '--help'], { command: 'help', about: 'claims' }],
    [['machine'], { command: 'machine', json: false }],
    [['machine', '--json'], { command: 'machine', json: true }],
    [['run', 'a.json'], plain],
    [['run', '-'], { ...plain, file: '-' }],
    [['run', '--quiet', 'a.json', '--dry-run'], { ...plain, quiet: true, dryRun: true }],
    [['run', 'a.json', '--no-pilot'], { ...plain, pilot: false }],
    [['run', 'a.json', '--allow-code'], { ...plain, allowCode: true }],
    [
      ['run', 'a.json', '--module', 'a.mts', '--module=b.py'],
      { ...plain, modules: ['a.mts', 'b.py'] },
    ],
    [['run', 'a.json', '-q', '--out=x y'], { ...plain, quiet: true, out: 'x y' }],
    [['run', 'a.json', '--format', 'csv'], { ...plain, formats: ['csv'] }],
    [['run', 'a.json', '--format', 'html, json,html'], { ...plain, formats: ['html', 'json'] }],
    [['run', 'a.json', '--force'], { ...plain, force: true }],
    [['recover'], recovering],
    [['recover', 'one', 'other', '--out', 'x'], { ...recovering, ids: ['one', 'other'], out: 'x' }],
    [['recover', '--discard', 'one'], { ...recovering, ids: ['one'], discard: true }],
    [['runs'], { command: 'runs' }],
    [['run', '--', '--odd.json'], { ...plain, file: '--odd.json' }],
  ])('%j', (args, request) => {
    expect(readArguments(args)).toEqual({ ok: true, value: request });
  });

  it.each([
    [['fly'], 'no command fly'],
    [['help', 'fly'], 'no command fly'],
    [['--unknown'], 'no command --unknown'],
    [['claims', 'fly'], 'no claim fly'],
    [['claims', '--json='], '--json'],
    [['run'], 'one experiment file'],
    [['run', 'a.json', 'b.json'], 'one experiment file'],
    [['run', ''], 'The name of the experiment file is empty'],
    [['run', 'a.json', '--fast'], "'--fast'"],
    [['run', 'a.json', '--out'], '--out'],
    [['run', 'a.json', '--out', ''], '--out needs a folder'],
    [['run', 'a.json', '--out', '--quiet'], '--out'],
    [['run', 'a.json', '--quiet=no'], '--quiet'],
    [['run', 'a.json', '--format', 'pdf'], '--format pdf is not known. Use json, csv, '],
    [['run', 'a.json', '--format', ''], '(empty)'],
    [['recover', '--discard'], '--discard needs the names'],
    [['recover', '--out='], '--out needs a folder'],
    [['runs', 'x'], 'takes no name'],
    [['init', 'a', 'b'], 'one preset'],
    [['init', 'wait', '--python'], 'for corelane init module'],
    [['init', 'module', '--out', ''], '--out needs a folder'],
    [['machine', 'x'], 'takes no file'],
  ])('refuses %j', (args, part) => {
    const request = readArguments(args);
    expect(request).toMatchObject({ ok: false, problem: { code: 'bad-arguments' } });
    const message = saidOf(request);
    expect(message).toContain(part);
    expect(message).toMatch(/^[^\n]+\.$|^[^\n]+: [^\n]+$/);
  });
});

describe('whatever the words are', () => {
  const refusal = (...words: string[]): string => {
    const start = performance.now();
    const read = readArguments(words);
    expect(performance.now() - start).toBeLessThan(1000);
    if (read.ok) throw new Error('a problem was expected');
    expect(problemText(read.problem).length).toBeLessThan(250);
    return problemText(read.problem);
  };

  it('are refused at once where they are long or many', () => {
    const long = 'A'.repeat(100_000);
    for (const word of [`-${long}`, `--${long}`, long, `--out=${long}`, `\u202e${long}`]) {
      expect(refusal('run', word)).toMatch(/^Argument 2 \(.{30,40}…?\) has 100,00\d characters\./);
    }
    expect(refusal('run', ...new Array<string>(5000).fill('-q'))).toContain('5,001 arguments');
    for (const word of [`-${'A'.repeat(4000)}`, `--${'a.'.repeat(2000)}`]) {
      expect(refusal('run', word)).toMatch(/^Unknown option /);
    }
    expect(refusal('z'.repeat(4000))).toMatch(/^There is no command z+….* Use one of/);
    expect(refusal('claims', '\u001b[2J')).toContain('\\u001b[2J');
    expect(refusal('run', 'x', '--format', 'p'.repeat(4000))).toContain('is not known');
  });

  it('are refused where one is given twice, or has no value', () => {
    expect(refusal('run', 'x', '--out', 'a', '--out=b')).toBe(
      '--out is given twice. Give it once.',
    );
    expect(refusal('run', 'x', '--out')).toContain('--out');
    expect(refusal('run', 'x', '--quiet=yes')).toContain('--quiet');
    expect(refusal('run', '--', '-x', '--y')).toContain('Give one experiment file');
    expect(readArguments(['run', 'x', '-q', '-q', '--module', 'a', '--module', 'b']).ok).toBe(true);
    expect(readArguments(['run', '--', '--out']).ok).toBe(true);
    expect(readArguments(['run', '-']).ok).toBe(true);
  });
});
