// `npm ci` takes half a minute: it runs when it must, and only then.
import { expect, it } from 'vitest';
import { sameInstallation } from '../../scripts/lib/dependencies.mjs';
import { nodeProblem } from '../../scripts/lib/node-version.mjs';

const lock = {
  packages: {
    '': {},
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/a-for-another-system': { version: '1.0.0', optional: true },
  },
};
const a = { version: '1.0.0', integrity: 'sha512-a' };

it('accepts what npm installed from this lockfile', () => {
  expect(sameInstallation(lock, { packages: { 'node_modules/a': a } })).toBe(true);
});

it.each([
  ['a missing package', {}],
  ['another version', { 'node_modules/a': { ...a, version: '1.0.1' } }],
  ['other bytes', { 'node_modules/a': { ...a, integrity: 'sha512-b' } }],
  ['one too many', { 'node_modules/a': a, 'node_modules/b': a }],
])('refuses %s', (_what, packages) => {
  expect(sameInstallation(lock, { packages })).toBe(false);
});

it.each(['20.19.0', 'v20.20.2', '22.12.0', '23.0.0', '26.1.0'])('runs on Node.js %s', (version) => {
  expect(nodeProblem(version)).toBe('');
});

it.each(['14.21.3', '18.20.8', '20.18.3', '21.7.3', '22.11.0'])(
  'says what to install instead of Node.js %s',
  (version) => {
    expect(nodeProblem(version)).toContain(version);
    expect(nodeProblem(version)).toContain('Install Node.js 22');
  },
);
