// What own code starts with nothing in its environment, in a session of its own, by parents that have ended, is gone
// with its trial all the same.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { builtCli } from '../../helpers/entries';
import { oldestAndNewest } from '../../helpers/interpreters';
import { notesOf } from '../../helpers/notes';
import { OwnFolder } from '../../helpers/own-code';
import { processes, type Living } from '../../helpers/process-tree';
import { beginRun, experiment } from '../../helpers/run-experiment';

const own = new OwnFolder();
afterAll(() => own.remove());

/** Seconds that nobody else's `sleep` sleeps: the name of a test's own. */
const someSeconds = (): string => `3${randomInt(1e4, 1e5)}.${randomInt(1e8)}`;

const sleeping = (seconds: string): Living[] =>
  processes().filter(({ command }) => command.trim() === `sleep ${seconds}`);

/** Without an environment, in two sessions, from a shell that has ended before anybody looks. */
const escape = (seconds: string): string[] => [
  'env',
  '-i',
  'setsid',
  '/bin/sh',
  '-c',
  `PATH=/bin:/usr/bin; setsid sleep ${seconds} & exit 0`,
];

const hows = ['ok', 'failed', 'timeout', 'stopped', 'killed'] as const;
type How = (typeof hows)[number];

/** The status of every trial: where it does not end well there is one. */
const ends = (how: How, trials: number): readonly How[] =>
  how === 'ok' ? Array<How>(trials).fill(how) : [how];

// What is loaded first computes the reference, which ends well.
const script = `import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
export const setup = ({ loaded }) => {
  const first = !existsSync(loaded);
  writeFileSync(loaded, '');
  return first;
};
export default async ({ command, how: told }, index, { state }) => {
  const how = state ? 'ok' : told;
  spawnSync(command[0], command.slice(1), { stdio: 'ignore' });
  if (how === 'failed') throw new Error('as told');
  if (how === 'killed') process.kill(process.pid, 'SIGKILL');
  if (how !== 'ok') await new Promise(() => setInterval(() => 0, 1000));
  return index;
}`;

const python = `import os, signal, subprocess, time
def setup(params, context):
    first = not os.path.exists(params["loaded"])
    open(params["loaded"], "w").close()
    return first
def run(params, index, context):
    subprocess.call(params["command"], close_fds=True, start_new_session=True, stdout=subprocess.DEVNULL)
    how = "ok" if context.state else params["how"]
    if how == "failed":
        raise ValueError("as told")
    if how == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if how != "ok":
        time.sleep(60)
    return index
`;

/** How the program itself ends; its first two computed the reference, and ended well. */
const programEnds: Readonly<Record<How, string>> = {
  ok: 'exit 0',
  failed: 'exit 3',
  timeout: 'exec sleep 60',
  stopped: 'exec sleep 60',
  killed: 'kill -9 $$',
};

async function runAll(
  workload: ExperimentInput['workload'],
  strategies: ExperimentInput['strategies'],
  how: How,
  seconds: string,
) {
  const pythons = strategies.some(({ kind }) => kind.startsWith('python-'));
  const { report } = beginRun(
    experiment({
      workload,
      strategies: how === 'ok' ? strategies : strategies.slice(-1),
      tasks: 2,
      timeoutSeconds: how === 'timeout' ? 1 : 30,
    }),
    ({ type }, { stop }) => {
      if (how !== 'stopped' || type !== 'trial-begin') return;
      const timer = setInterval(() => {
        if (sleeping(seconds).length === 0) return;
        clearInterval(timer);
        stop();
      }, 20);
    },
    pythons ? oldestAndNewest().slice(-1) : [],
  );
  return report;
}

describe.runIf(process.platform === 'linux')('what has cleared its environment', () => {
  it.each(hows)('is gone when a JavaScript task has ended: %s', async (how) => {
    const seconds = someSeconds();
    const params = { command: escape(seconds), how, loaded: join(own.path, seconds) };
    const { run, cells } = await runAll(
      own.workload('escapes.mjs', script, { params }),
      [{ kind: 'serial' }, { kind: 'threads', workers: 2 }, { kind: 'processes', workers: 2 }],
      how,
      seconds,
    );
    expect(sleeping(seconds)).toEqual([]);
    expect(cells.flatMap(({ trials }) => trials.map(({ status }) => status))).toEqual(ends(how, 3));
    if (how !== 'ok') return;
    expect(notesOf(run).join()).toMatch(/sleep.*, started by escapes\.mjs, kept running/);
  });

  it.runIf(oldestAndNewest().length > 0).each(hows)(
    'is gone when a Python task has ended: %s',
    async (how) => {
      const seconds = someSeconds();
      const params = { command: escape(seconds), how, loaded: join(own.path, seconds) };
      const { cells } = await runAll(
        own.workload('escapes.py', python, { export: 'run', params }),
        [{ kind: 'python-serial' }, { kind: 'python-processes', workers: 2 }],
        how,
        seconds,
      );
      expect(sleeping(seconds)).toEqual([]);
      expect(cells.flatMap(({ trials }) => trials.map(({ status }) => status))).toEqual(
        ends(how, 2),
      );
    },
  );

  // A program that a signal ends has failed.
  it.each(hows.filter((how) => how !== 'killed'))(
    'is gone when a program has ended: %s',
    async (how) => {
      const seconds = someSeconds();
      const words = escape(seconds).map((word) => `'${word}'`);
      const reference = `mkdir ${join(own.path, seconds)}-1 || mkdir ${join(own.path, seconds)}-2`;
      const line = `${words.join(' ')}; ${reference} || ${programEnds[how]}`;
      const { cells } = await runAll(
        { kind: 'command', command: 'sh', args: ['-c', line] },
        [{ kind: 'serial' }, { kind: 'async', workers: 2 }],
        how,
        seconds,
      );
      expect(sleeping(seconds)).toEqual([]);
      expect(cells.flatMap(({ trials }) => trials.map(({ status }) => status))).toEqual(
        ends(how, 2),
      );
    },
  );
});

describe.runIf(process.platform === 'linux')('a kill without a word', () => {
  const works = {
    JavaScript: (command: string[]) =>
      own.workload('on.mjs', script, { params: { command, how: 'timeout', loaded: '/dev/null' } }),
    Python: (command: string[]) =>
      own.workload('on.py', python, {
        export: 'run',
        params: { command, how: 'timeout', loaded: '/dev/null' },
      }),
    programs: (command: string[]): ExperimentInput['workload'] => ({
      kind: 'command',
      command: 'sh',
      args: ['-c', `${command.map((word) => `'${word}'`).join(' ')}; exec sleep 60`],
    }),
  };

  function startCli(workload: ExperimentInput['workload'], python: boolean): ChildProcess {
    const [interpreter] = oldestAndNewest().slice(-1);
    const strategies: ExperimentInput['strategies'] = python
      ? [{ kind: 'python-serial', interpreters: [interpreter?.path ?? ''] }]
      : [{ kind: 'async', workers: 2 }];
    const input = experiment({ workload, tasks: 2, strategies });
    const file = own.write(`${randomInt(1e9)}.corelane.json`, JSON.stringify(input));
    const args = [builtCli, 'run', file, '--no-pilot', '--allow-code', '--quiet'];
    return spawn(process.execPath, args, { stdio: 'ignore', cwd: own.path });
  }

  it.each([
    { work: 'JavaScript', killed: [] },
    { work: 'JavaScript', killed: ['sampler.js'] },
    { work: 'JavaScript', killed: ['sampler.js', 'corelane-cleanup-watchdog'] },
    { work: 'programs', killed: [] },
    { work: 'programs', killed: ['sampler.js'] },
    { work: 'Python', killed: [] },
    { work: 'Python', killed: ['sampler.js', 'corelane-cleanup-watchdog'] },
  ] as const)('of the command line and $killed leaves none of $work', async ({ work, killed }) => {
    if (work === 'Python' && oldestAndNewest().length === 0) return;
    const seconds = someSeconds();
    const cli = startCli(works[work](escape(seconds)), work === 'Python');
    const ended = once(cli, 'exit');
    try {
      await expect
        .poll(() => sleeping(seconds).length, { timeout: 30_000, interval: 10 })
        .toBeGreaterThan(0);
      const helpers = processes().filter(
        ({ parent, command }) =>
          parent === cli.pid && killed.some((name) => command.includes(name)),
      );
      expect(helpers).toHaveLength(killed.length);
      for (const { pid } of helpers) process.kill(pid, 'SIGKILL');
      cli.kill('SIGKILL');
      await ended;
      await expect.poll(() => sleeping(seconds), { timeout: 15_000, interval: 20 }).toEqual([]);
    } finally {
      cli.kill('SIGKILL');
      for (const { pid } of sleeping(seconds)) process.kill(pid, 'SIGKILL');
    }
  });
});
