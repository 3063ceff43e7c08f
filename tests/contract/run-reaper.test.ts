// Nothing that a run has started is left when it is over, however that went and wherever it has gone to.
import { notesOf } from '../helpers/notes';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { RunReaper } from '@engine/trial/run-reaper';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { builtCli } from '../helpers/entries';
import { interpreters } from '../helpers/interpreters';
import { OwnFolder } from '../helpers/own-code';
import { processes, type Living } from '../helpers/process-tree';
import { beginRun, experiment } from '../helpers/run-experiment';

const own = new OwnFolder();
afterAll(() => own.remove());

/** Seconds that nobody else's `sleep` sleeps: the name of a test's own. */
const someSeconds = (): string => `3${randomInt(1e4, 1e5)}.${randomInt(1e8)}`;

const sleeping = (seconds: string): Living[] =>
  processes().filter(({ command }) => command.trim() === `sleep ${seconds}`);

const quick = { hz: 0, memoryHz: 0 };

/**
 * A task leaves what it starts: plainly, as the leader of a session, from a shell that has ended, and, while
 * the shell is still there, with nothing in its environment.
 */
const leaves = `import { spawn, spawnSync } from 'node:child_process';
const quiet = { stdio: 'ignore' };
export default async (params, index) => {
  const { seconds, hangs } = params;
  spawn('sleep', [seconds], quiet).unref();
  spawn('sleep', [seconds], { ...quiet, detached: true }).unref();
  spawnSync('sh', ['-c', 'setsid sleep ' + seconds + ' & exit'], quiet);
  spawn('env', ['-i', '/bin/sh', '-c', 'sleep ' + seconds + ' & sleep ' + seconds], quiet).unref();
  if (hangs) await new Promise(() => setInterval(() => 0, 1000));
  return index;
}`;

const everyStrategy: ExperimentInput['strategies'] = [
  { kind: 'serial' },
  { kind: 'threads', workers: 2 },
  { kind: 'processes', workers: 2 },
];

describe.runIf(process.platform === 'linux')('what own code has started', () => {
  it.each([
    { how: 'well', hangs: false, status: 'ok', timeoutSeconds: 20 },
    { how: 'at its limit', hangs: true, status: 'timeout', timeoutSeconds: 1 },
  ])('is gone when a trial has ended $how', async ({ hangs, status, timeoutSeconds }) => {
    const seconds = someSeconds();
    const workload = own.workload('leaves.mjs', leaves, { params: { seconds, hangs } });
    let most = 0;
    const before: Living[] = [];
    const { report } = beginRun(
      experiment({
        workload,
        strategies: everyStrategy,
        tasks: 2,
        timeoutSeconds,
        sampling: quick,
      }),
      ({ type }) => {
        if (type === 'trial-begin') before.push(...sleeping(seconds));
        if (type === 'surroundings') most = Math.max(most, sleeping(seconds).length);
      },
    );
    const { cells, run } = await report;
    expect(cells.map(({ trials }) => trials[0]?.status)).toEqual(everyStrategy.map(() => status));
    expect([...before, ...sleeping(seconds)]).toEqual([]);
    if (status !== 'ok') return;
    expect(most).toBe(10);
    expect(notesOf(run).join()).toMatch(
      /sleep.*, started by leaves\.mjs, kept running after its tasks/,
    );
  });

  it('is gone where its threads are the leading process’s own', async () => {
    const seconds = someSeconds();
    const workload = own.workload('leaves.mjs', leaves, { params: { seconds } });
    const strategies: ExperimentInput['strategies'] = [
      { kind: 'threads', workers: 2, placement: 'main' },
    ];
    const { report } = beginRun(experiment({ workload, strategies, tasks: 2, sampling: quick }));
    await report;
    // What has nothing in its environment there is a child of this very process, as everything else is.
    const left = sleeping(seconds);
    for (const { pid } of left) process.kill(pid, 'SIGKILL');
    expect(left.length).toBeLessThanOrEqual(4);
  });

  it.runIf(interpreters.length > 0)('is gone with Python too', async () => {
    const seconds = someSeconds();
    const text = `import subprocess
def run(params, index, context):
    for session in (False, True):
        subprocess.Popen(["sleep", params["seconds"]], start_new_session=session)
    return index
`;
    const workload = own.workload('leaves.py', text, { export: 'run', params: { seconds } });
    const strategies: ExperimentInput['strategies'] = [
      { kind: 'python-serial' },
      { kind: 'python-processes', workers: 2 },
    ];
    const { report } = beginRun(
      experiment({ workload, strategies, tasks: 2, sampling: quick }),
      undefined,
      interpreters.slice(0, 1),
    );
    const { cells } = await report;
    expect(cells.map(({ trials }) => trials[0]?.evidence)).toEqual([undefined, undefined]);
    expect(sleeping(seconds)).toEqual([]);
  });
});

describe.runIf(process.platform === 'linux')('a host that was told as ended', () => {
  it('and still ends by itself is waited for, not told as left; what it has started is', async () => {
    const reaper = new RunReaper();
    const seconds = someSeconds();
    const child = `require('child_process').spawn('sleep', ['${seconds}'], { stdio: 'ignore' }).unref()`;
    // It ends by itself when its input does, which is after the sweep has begun.
    const host = spawn(process.execPath, ['-e', `${child}; process.stdin.resume()`], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const exit = once(host, 'exit');
    try {
      await expect.poll(() => sleeping(seconds).length, { timeout: 20_000 }).toBe(1);
      reaper.note([host.pid]);
      const sweeping = reaper.sweep();
      host.stdin.end();
      expect(await sweeping).toMatchObject({ ended: [{ name: 'sleep' }], still: [] });
      expect(await exit).toEqual([0, null]);
    } finally {
      host.kill('SIGKILL');
      expect(await reaper.end()).toEqual({ ended: [], still: [] });
    }
  });

  it('and never ends is ended', async () => {
    const reaper = new RunReaper();
    const host = spawn('sleep', [someSeconds()], { stdio: 'ignore' });
    const exit = once(host, 'exit');
    reaper.note([host.pid]);
    expect(await reaper.sweep()).toEqual({ ended: [], still: [] });
    expect(await exit).toEqual([null, 'SIGKILL']);
    await reaper.end();
  });
});

/** The command line with an experiment, and a temporary folder of its own. */
function startCli(input: ExperimentInput): { readonly cli: ChildProcess; temporary(): string[] } {
  const folder = own.write(`${randomInt(1e9)}/.keep`, '').slice(0, -6);
  const [file, temporary] = [join(folder, 'x.corelane.json'), join(folder, 'tmp')];
  mkdirSync(temporary);
  writeFileSync(file, JSON.stringify(input));
  const cli = spawn(
    process.execPath,
    [builtCli, 'run', file, '--no-pilot', '--allow-code', '--quiet', '--out', folder],
    { stdio: 'ignore', env: { ...process.env, TMPDIR: temporary } },
  );
  return { cli, temporary: () => readdirSync(temporary) };
}

describe.runIf(process.platform === 'linux')('the leading process, killed without a word', () => {
  const seconds = someSeconds();
  const both = `setsid sleep ${seconds} & exec sleep ${seconds}`;
  const busy = `import { spawn } from 'node:child_process';
export default (params) => { spawn('sleep', [params.seconds], { detached: true }); for (;;); }`;
  const works = {
    programs: { kind: 'command', command: 'sh', args: ['-c', both] },
    'code that never looks up': own.workload('busy.mjs', busy, { params: { seconds } }),
  } as const satisfies Record<string, ExperimentInput['workload']>;

  it.each([
    { work: 'programs', first: 'cli' },
    { work: 'programs', first: 'sampler' },
    { work: 'code that never looks up', first: 'sampler' },
  ] as const)('leaves nothing of $work, its $first going first', async ({ work, first }) => {
    const { cli, temporary } = startCli(
      experiment({
        workload: works[work],
        tasks: 2,
        sampling: quick,
        strategies: [{ kind: 'async', workers: 2 }],
      }),
    );
    const ended = once(cli, 'exit');
    try {
      await expect
        .poll(() => sleeping(seconds).length, { timeout: 20_000, interval: 10 })
        .toBeGreaterThan(0);
      const children = processes().filter(({ parent }) => parent === cli.pid);
      const sampler = children.find(({ command }) => command.includes('sampler.js'));
      if (first === 'sampler') process.kill(sampler!.pid, 'SIGKILL');
      cli.kill('SIGKILL');
      await ended;
      const left = (): Living[] => [
        ...processes().filter(({ pid }) => children.some((one) => one.pid === pid)),
        ...sleeping(seconds),
      ];
      await expect.poll(left, { timeout: 2000, interval: 20 }).toEqual([]);
      await expect.poll(temporary, { timeout: 3000, interval: 20 }).toEqual([]);
    } finally {
      cli.kill('SIGKILL');
    }
  });
});
