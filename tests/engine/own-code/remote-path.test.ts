// A path of another machine or of a device is refused wherever an experiment names one.
import { expect, it } from 'vitest';
import { experimentIn } from '@engine/run/read-experiment';

const paths = [
  '//server/share/w.mjs',
  '\\\\server\\share\\w.mjs',
  '\\\\?\\C:\\w.mjs',
  '//./pipe/w.mjs',
];
const strategies = [{ kind: 'serial' }];

it.each(
  paths.flatMap((path) => [
    [path, 'workload.path', { workload: { kind: 'module', path }, strategies }] as const,
    [
      path,
      'workload.command',
      { workload: { kind: 'command', command: path }, strategies },
    ] as const,
    [
      path,
      'strategies[0].interpreters',
      {
        workload: { kind: 'powers' },
        strategies: [{ kind: 'python-serial', interpreters: [path] }],
      },
    ] as const,
  ]),
)('%s as %s', (path, at, more) => {
  const text = JSON.stringify({ version: 1, name: 'far', ...more });
  expect(experimentIn(text, 'far.json', '/')).toMatchObject({
    ok: false,
    problem: { code: 'remote-path', args: { path: `"${path}"` }, path: at, of: 'far.json' },
  });
});
