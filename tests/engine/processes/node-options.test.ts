// What a debugger or a profiler has set in the environment: children start all the same, and it is told.
import { sayWarnings } from '@present/words/warnings';
import { describe, expect, it } from 'vitest';
import { nodeOptions, warnOfEnvironment } from '@analysis/warnings/environment';
import { forChildren } from '@engine/processes/node-options';
import { readVariables } from '@engine/machine/variables';

describe('NODE_OPTIONS for many children', () => {
  it.each([
    ['--inspect', '--inspect=0'],
    ['--inspect=9229 --jitless', '--inspect=0 --jitless'],
    ['--inspect=127.0.0.1:9229', '--inspect=127.0.0.1:0'],
    ['--inspect-brk=0.0.0.0:1 --inspect-port=5', '--inspect=0.0.0.0:0'],
    [
      '--require "/a b/x.js"  --max-old-space-size=64',
      '--require "/a b/x.js" --max-old-space-size=64',
    ],
  ])('%s', (given, expected) => expect(forChildren(given)).toBe(expected));
});

describe('variables that change a measurement', () => {
  it('are those that are known, by name, cut', () => {
    const given = {
      PATH: '/bin',
      PYTHONHASHSEED: '0',
      NODE_OPTIONS: 'x'.repeat(600),
      LD_PRELOAD: '',
    };
    expect(readVariables(given)).toEqual({ NODE_OPTIONS: 'x'.repeat(500), PYTHONHASHSEED: '0' });
    expect(readVariables({ PATH: '/bin' })).toBeUndefined();
  });

  it("are warned of by what they do, Python's where Python ran", () => {
    const variables = {
      NODE_OPTIONS: '--inspect=9229 --cpu-prof "--require" /x.js --title=--jitless',
      PYTHONDEVMODE: '1',
      UV_THREADPOOL_SIZE: '8',
    };
    const told = (cells: unknown) => {
      const warnings = warnOfEnvironment({ machine: { variables }, cells } as never);
      return sayWarnings({ warnings, cells: [] }).map(({ text }) => text);
    };
    const inNode = [
      'Child processes ran with --inspect (NODE_OPTIONS) and --cpu-prof (NODE_OPTIONS): slower than without.',
      'Child processes ran with --require (NODE_OPTIONS): it loads more than the code that is measured.',
    ];
    expect(told([{}])).toEqual(inNode);
    expect(told([{ python: {} }])).toHaveLength(3);
    expect(nodeOptions('--max_old_space_size=64 -r x')).toEqual(['--max-old-space-size', '-r']);
  });
});
