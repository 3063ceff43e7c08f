// Own Python, further cases: ways to end, hooks that end their process, and every version.
import { describe, expect, it } from 'vitest';
import { hasPython, interpreters } from '../../helpers/interpreters';
import { endings, loop, values } from './own-modules';
import {
  ends,
  everyStrategy,
  expectAll,
  expectCounted,
  expectEnd,
  inProcess,
  newest,
  own,
  packaged,
  run,
  some,
  type Strategies,
} from './own-runs';

describe.runIf(hasPython)('own Python', { timeout: 120_000 }, () => {
  it.each([
    ['leaves_hard', 'exited', /^Task 2 called os\._exit\(3\)\./],
    ['group', 'failed', /Group: several: ValueError: one; TypeError: two/],
    ['stops', 'failed', /threw in task 2: KeyboardInterrupt/],
    ['runs_dry', 'failed', /threw in task 2: StopIteration \(endings\.py:\d+\)/],
  ])('ends its tasks in one way everywhere: %s', expectEnd);

  it.each([
    ['kill', everyStrategy, /^teardown of hooks\.py called os\.kill\(os\.getpid\(\), SIGKILL\)$/],
    [
      'group',
      everyStrategy,
      /^teardown of hooks\.py called os\.killpg\(os\.getpgrp\(\), SIGTERM\)$/,
    ],
    ['hook-hangs', everyStrategy, /^an exit hook of hooks\.py did not end within 2 s$/],
    ['parent', inProcess, /^teardown of hooks\.py ended its process with SIGKILL$/],
  ])('loses no result by what it does besides: %s', expectCounted);

  it.runIf(newest?.id !== some?.id)(
    'is not told of hash seeds where interpreters differ',
    async () => {
      const text = 'import sys\ndef work(p, i, c):\n    return sys.version\n';
      const workload = own.workload('version.py', text, { export: 'work' });
      const both: Strategies = [{ kind: 'python-serial', interpreters: [some!.id, newest!.id] }];
      const [first, second] = ends(await run(workload, both));
      expect(first).toMatchObject({ status: 'ok' });
      expect(second).toMatchObject({
        status: 'mismatch',
        message: expect.stringMatching(/look for the time, random numbers/) as unknown,
      });
    },
  );
});

const versions = ['3.8', '3.11', '3.13'];
const present = interpreters.filter(({ version }) =>
  versions.some((one) => version.startsWith(`${one}.`)),
);
const absent = versions.filter((one) => !present.some(({ version }) => version.startsWith(one)));

describe.runIf(present.length > 0)(
  `own Python in ${versions.join(', ')}`,
  { timeout: 120_000 },
  () => {
    it(`runs in each${absent.length === 0 ? '' : `; not here: ${absent.join(', ')}`}`, async () => {
      const ids = present.map(({ id }) => id);
      const strategies: Strategies = [
        { kind: 'python-asyncio', workers: 2, interpreters: ids },
        { kind: 'python-processes', workers: 2, interpreters: ids, startMethod: ['spawn'] },
      ];
      for (const workload of [
        packaged(),
        own.workload('loop.py', loop, { export: 'work' }),
        own.workload('values.py', values, { export: 'work' }),
      ]) {
        expectAll(await run(workload, strategies), 'ok');
      }
      const leaving = own.workload('endings.py', endings, { export: 'leaves' });
      expectAll(await run(leaving, strategies), 'exited', /^Task 2 called sys\.exit\(0\)/);
    });
  },
);
