// What a user types after `npm start --`, and what Electron is then given.
import { describe, expect, it } from 'vitest';
import { electronArgs, readArgs } from '../../scripts/lib/args.mjs';
import { chooseChecks, CHECKS, LEFT_OUT } from '../../scripts/lib/checks.mjs';
import { npmCommand } from '../../scripts/lib/npm.mjs';
import { cacheDir } from '../../scripts/lib/paths.mjs';

describe('npm start', () => {
  it('passes the arguments on, but keeps its own', () => {
    expect(readArgs(['--retry-electron', '--run-default', '--out', 'x'], {})).toEqual({
      retry: true,
      app: ['--run-default', '--out', 'x'],
    });
    expect(readArgs([], {})).toEqual({ retry: false, app: [] });
    expect(readArgs([], { CORELANE_RETRY_ELECTRON: '1' }).retry).toBe(true);
  });

  it('opens a window where there is a screen', () => {
    expect(electronArgs({ app: [], screen: true, root: false })).toEqual(['.']);
    expect(electronArgs({ app: ['a.corelane.json'], screen: true, root: false })).toEqual([
      '.',
      'a.corelane.json',
    ]);
  });

  it('runs the default experiment where there is none', () => {
    expect(electronArgs({ app: [], screen: false, root: false })).toEqual([
      '.',
      '--run-default',
      '--out',
      'reports',
    ]);
  });

  it("lets the user's arguments replace the default ones", () => {
    const app = ['--run-default', '--experiment', 'x.corelane.json'];
    expect(electronArgs({ app, screen: false, root: true })).toEqual(['--no-sandbox', '.', ...app]);
  });

  it('asks Chromium for Wayland only where there is nothing else', () => {
    const args = electronArgs({ app: [], screen: true, root: false, waylandOnly: true });
    expect(args).toEqual(['--ozone-platform-hint=auto', '.']);
  });
});

describe('npm test', () => {
  const titles = (...args: string[]) => chooseChecks(args).map(({ title }) => title);

  it('runs everything but the long tier unless told otherwise', () => {
    expect(chooseChecks([])).toEqual(CHECKS.filter(({ name }) => name !== 'long'));
    expect(chooseChecks(['--all'])).toEqual(CHECKS);
  });

  it('runs the long tier alone, by its name, and says how where it leaves it out', () => {
    const long = ['long tests that start processes', 'long end-to-end tests'];
    expect(titles('--only', 'long')).toEqual(long);
    for (const how of LEFT_OUT.matchAll(/npm (?:test --|run) (\S+)/g)) {
      expect(['test:all', '--only']).toContain(how[1]);
    }
  });

  it('runs the named checks, in its own order', () => {
    expect(titles('--only', 'unit,code')).toEqual([
      'types and lint',
      'quick tests',
      'tests that start processes',
    ]);
    expect(titles('--only=long')).toHaveLength(2);
  });

  it.each([
    ['--only'],
    ['--only', ''],
    ['--only', 'nothing'],
    ['unit'],
    ['--only', 'code', 'e2e'],
    ['--all', 'code'],
  ])('refuses %s %s %s', (...args) => {
    expect(() => chooseChecks(args.filter((arg) => arg !== undefined))).toThrow();
  });
});

describe('places', () => {
  it('takes the cache folder from the nearest setting', () => {
    expect(cacheDir({ CORELANE_CACHE: '/c', XDG_CACHE_HOME: '/x' }, '/home/a')).toBe('/c');
    expect(cacheDir({ XDG_CACHE_HOME: '/x' }, '/home/a')).toBe('/x/corelane');
    expect(cacheDir({}, '/home/a')).toBe('/home/a/.cache/corelane');
  });

  it('uses the npm that started it', () => {
    const cli = '/lib/npm/bin/npm-cli.js';
    expect(npmCommand({ npm_execpath: cli }, 'linux')).toEqual({
      command: process.execPath,
      args: [cli],
    });
    expect(npmCommand({ npm_execpath: '/lib/yarn.js' }, 'linux').command).toBe('npm');
    expect(npmCommand({}, 'win32').command).toBe('cmd.exe');
  });
});
