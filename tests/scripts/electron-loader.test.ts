// The loader of the fallback runtime has to read the command line as Electron itself does.
import { expect, it } from 'vitest';
import { readCommandLine } from '../../scripts/electron-loader/command-line.cjs';

it('takes the first argument that is no switch as the application', () => {
  expect(readCommandLine(['--no-sandbox', '--inspect=0', '.', '--version', 'x'])).toEqual({
    action: 'app',
    file: '.',
    modules: [],
  });
  expect(readCommandLine(['--app=/a', 'b'])).toEqual({ action: 'app', file: '/a', modules: [] });
});

it('collects the modules to require first', () => {
  expect(readCommandLine(['-r', 'one.js', '--require', 'two.js', '--require=three', 'x'])).toEqual({
    action: 'app',
    file: 'x',
    modules: ['one.js', 'two.js', 'three'],
  });
  expect(readCommandLine(['-r']).modules).toEqual([]);
});

it.each([
  [['--version'], 'version'],
  [['--no-sandbox', '-v'], 'version'],
  [['--abi'], 'abi'],
  [['--no-sandbox'], 'usage'],
  [[], 'usage'],
])('answers %o with %s', (args, action) => {
  expect(readCommandLine(args).action).toBe(action);
});
