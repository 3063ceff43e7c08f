// Own Python as users have it: it prints, closes and forks; lies in packages; has pools of its own; hides the
// standard library; ends badly; leaves things behind. One run a situation, over every strategy. `own.long.test.ts` has
// further cases.
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hasPython } from '../../helpers/interpreters';
import { notesOf } from '../../helpers/notes';
import { loop, noisy, odd, values } from './own-modules';
import {
  ends,
  everyStrategy,
  expectAll,
  expectCounted,
  expectEnd,
  hooked,
  inProcess,
  isolated,
  own,
  packaged,
  run,
  some,
  strategiesOn,
  type Strategies,
} from './own-runs';

afterEach(() => vi.unstubAllEnvs());

describe.runIf(hasPython)('own Python', { timeout: 120_000 }, () => {
  it('keeps what a setup has put into the state itself', async () => {
    const text = `def setup(params, context):
    context.state = 7
def work(params, index, context):
    return [1 / (context.state == 7), index]
`;
    const { cells } = await run(own.workload('keeps.py', text, { export: 'work' }));
    expect(cells.map(({ trials: [trial] }) => trial?.status)).toEqual(cells.map(() => 'ok'));
  });

  it('can print, read, close and fork: the channel is none of its business', async () => {
    const site = own.write('site/sitecustomize.py', 'print("null")\nprint("[hook] loaded")\n');
    vi.stubEnv('PYTHONPATH', join(site, '..'));
    vi.stubEnv('PYTHONSAFEPATH', '1');
    vi.stubEnv('PYTHONDONTWRITEBYTECODE', '1');
    vi.stubEnv('PYTHONWARNINGS', 'error');
    vi.stubEnv('PYTHONIOENCODING', 'latin-1');
    vi.stubEnv('PYTHONDEVMODE', '1');
    const workload = own.workload('noisy.py', noisy, { export: 'work' });
    // The work does not wait for the child it forks: one that is still there at the end is reported.
    const goesOn =
      /^python\S*, started by noisy\.py, kept running after its tasks and was stopped\.$/;
    const all = ends(await run(workload, strategiesOn(some!.id)));
    expect(all.length).toBeGreaterThan(0);
    for (const { status, message, notes = [] } of all) {
      expect({ status, message }).toEqual({ status: 'ok', message: undefined });
      expect(notes.filter((note) => !goesOn.test(note))).toEqual([]);
    }
  });

  it('lies in a package, and its own pool finds it by its name', async () => {
    const workload = packaged();
    expectAll(await run(workload, strategiesOn(some!.id)), 'ok');
    const told = await run(workload, isolated);
    for (const { message } of ends(told))
      expect(message).toContain('use python-threads or python-processes');
  });

  it('may hide modules of the standard library, and bear names of Corelane’s', async () => {
    own.write('hides/random.py', 'def pick(index):\n    return index * 2\n');
    for (const name of ['queue', 'json', 'tempfile', 'threading']) {
      own.write(`hides/${name}.py`, 'raise RuntimeError("not for you")\n');
    }
    const text =
      'import random\ndef work(params, index, context):\n    return random.pick(index)\n';
    const workload = own.workload('hides/corelane_agent.py', text, { export: 'work' });
    expectAll(await run(workload), 'ok');
  });

  it('may lie in any folder, under any name, in any encoding', async () => {
    const folder = 'odd ünï [x]';
    own.write(`${folder}/helper.py`, 'ONE = 1\r\n');
    const path = own.write(`${folder}/my-wörk v1.2.py`, Buffer.from(odd, 'latin1'));
    const workload = { kind: 'module' as const, path, export: 'Shop.price' };
    expectAll(await run(workload, strategiesOn(some!.id)), 'ok');
    const broken = own.workload('broken.py', 'def work(p, i, c):\n    x = = 3\n', {
      export: 'work',
    });
    expectAll(
      await run(broken, everyStrategy.slice(0, 1)),
      'failed',
      /SyntaxError: .*broken\.py, line 2/,
    );
    const wide = own.write('wide.py', Buffer.from('\ufeffdef work(): pass\n', 'utf16le'));
    const refused = await run({ ...workload, path: wide }, everyStrategy.slice(0, 1));
    expectAll(refused, 'failed', /wide\.py is UTF-16; save it as UTF-8/);
  });

  it.each([
    ['leaves', 'exited', /^Task 2 called sys\.exit\(0\) \(endings\.py:4\)\./],
    ['throws', 'failed', /threw in task 2: Own: \(its text can't be made: __str__ fails\)/],
    ['killed', 'killed', /^Host \d \(pid \d+\) was killed by SIGKILL\./],
  ])('ends its tasks in one way everywhere: %s', expectEnd);

  it('may end in setup', async () => {
    expectAll(await run(hooked('setup')), 'exited', /^setup called sys\.exit\(4\)/);
  });

  it.each([
    ['teardown', everyStrategy, /^teardown of hooks\.py threw ValueError: no \(hooks\.py:\d+\)$/],
    ['crash', inProcess, /^teardown of hooks\.py ended its process with SIGSEGV$/],
    ['thread', everyStrategy, /^a thread that hooks\.py started ended with ZeroDivisionError/],
    ['stray', everyStrategy, /^something in hooks\.py kept the process alive after .*“poller”$/],
    [
      'hook',
      everyStrategy,
      /^an exit hook of hooks\.py threw ZeroDivisionError: .* \(hooks\.py:\d+\)$/,
    ],
    ['hook-exits', everyStrategy, /^an exit hook of hooks\.py called os\._exit\(3\)$/],
    ['never', everyStrategy.slice(2, 3), /^teardown of hooks\.py did not end within 5 s$/],
  ])('loses no result by what it does besides: %s', expectCounted);

  it('calls no exit hook that it has taken back', async () => {
    const report = await run(hooked('hook-dropped'));
    expectAll(report, 'ok');
    expect(notesOf(report.run)).toEqual([]);
  });

  it('is told of what it has forked and left, in every strategy', async () => {
    const note =
      /^python\S*, started by hooks\.py, kept running after its tasks and was stopped\.$/;
    for (const strategy of strategiesOn(some!.id)) {
      expectAll(await run(hooked('fork'), [strategy]), 'ok', undefined, note);
    }
  });

  it('has one event loop for setup, tasks and teardown', async () => {
    expectAll(await run(own.workload('loop.py', loop, { export: 'work' })), 'ok');
  });

  const valued = (name: string) => own.workload('values.py', values, { export: name });

  it('may return what counts by value, sets included, and no generators', async () => {
    expectAll(await run(valued('work'), strategiesOn(some!.id)), 'ok');
    const refused = await run(valued('generator'), everyStrategy.slice(0, 1));
    expectAll(refused, 'failed', /returned a generator, which has no checksum/);
  });

  it('is told why its results differ', async () => {
    const few = everyStrategy.slice(0, 1);
    const cause =
      /each Python process has a different hash seed, so the order of a set differs\. Sort it/;
    expectAll(await run(valued('order'), few), 'mismatch', cause);
    expectAll(await run(valued('address'), few), 'mismatch', /look for the time, random numbers/);
    vi.stubEnv('PYTHONHASHSEED', '3');
    expectAll(await run(valued('order'), few), 'ok');
  });

  it('is told what the system refuses', async () => {
    const text = 'import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))\n';
    vi.stubEnv('PYTHONPATH', join(own.write('few/sitecustomize.py', text), '..'));
    const workload = own.workload('plain.py', 'def work(p, i, c):\n    return i\n', {
      export: 'work',
    });
    const report = await run(workload, [{ kind: 'python-processes', workers: 12 }]);
    expectAll(report, 'failed', /Too many open files \(.*raise that limit, ulimit -n/);
  });

  it('is told that it closed what it had not opened', async () => {
    const text =
      'import os\ndef work(p, i, c):\n    if i == 2:\n        os.closerange(3, 1024)\n    return i\n';
    const workload = own.workload('closes.py', text, { export: 'work' });
    const told =
      /^Host( \d+)?( \(pid \d+\))? ended: own code closed a file descriptor that it had not opened/;
    expectAll(await run(workload, strategiesOn(some!.id)), 'exited', told);
    const pools: Strategies = [{ kind: 'python-pool', workers: 2, startMethod: ['fork'] }];
    expectAll(await run(workload, pools), 'exited', told);
  });

  it('is told who ended its program', async () => {
    const text = 'import time\ndef work(p, i, c):\n    time.sleep(0.5)\n    return i\n';
    const workload = own.workload('slower.py', text, { export: 'work' });
    const report = await run(workload, inProcess, (event) => {
      if (event.type === 'workers') process.kill(event.workers[0]!.pid, 'SIGKILL');
    });
    expectAll(report, 'killed', /^Host 1 \(pid \d+\) was killed by SIGKILL/);
  });

  it('is told who ended a process of a pool', async () => {
    const text = 'import time\ndef work(p, i, c):\n    time.sleep(0.2)\n    return i\n';
    const workload = own.workload('slow.py', text, { export: 'work' });
    const strategies: Strategies = [{ kind: 'python-pool', workers: 2, startMethod: ['fork'] }];
    const report = await run(workload, strategies, (event) => {
      if (event.type === 'workers' && event.workers.length === 2) {
        process.kill(event.workers[1]!.pid, 'SIGKILL');
      }
    });
    expectAll(report, 'killed', /^Host 2 \(pid \d+\) was killed by SIGKILL/);
  });
});
