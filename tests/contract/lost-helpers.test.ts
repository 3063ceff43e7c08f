// What stays beside the trials may be lost: its trial says why, and the run goes on.
import { whyOf } from '../helpers/failures';
import { notesOf } from '../helpers/notes';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, describe } from 'vitest';
import { findMarked } from '@engine/processes/marked';
import { findRuns } from '@engine/sampler/other-runs';
import { ProcessTable } from '@engine/machine/process-table';
import { CleanupWatchdog } from '@engine/files/cleanup-watchdog';
import { makeRunMark } from '@engine/processes/run-mark';
import { reportSchema } from '@shared/report/report';
import { builtCli } from '../helpers/entries';
import { hasPython } from '../helpers/interpreters';
import { OwnFolder } from '../helpers/own-code';
import { processes } from '../helpers/process-tree';
import { beginRun, experiment } from '../helpers/run-experiment';

const helper = (file: string): number | undefined =>
  processes().find(({ parent, command }) => parent === process.pid && command.includes(file))?.pid;

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch {
    return '';
  }
}

const base = { warmup: 0, sampling: { hz: 0, memoryHz: 0 }, timeoutSeconds: 10 } as const;

describe.runIf(process.platform === 'linux')('a helper that is killed', () => {
  it('as the local server fails one trial with the reason, and is started anew', async () => {
    let killed: number | undefined;
    const { report } = beginRun(
      experiment({
        ...base,
        workload: { kind: 'http', params: { bytes: 1000, delayMs: 30 } },
        tasks: 8,
        repeats: 3,
        strategies: [{ kind: 'serial' }],
      }),
      (event) => {
        if (event.type !== 'workers' || killed !== undefined) return;
        if (!('trial' in event) || event.trial !== 1) return;
        killed = helper('http-peer.js');
        process.kill(killed!, 'SIGKILL');
      },
    );
    const { cells, run } = await report;
    expect(cells[0]?.trials.map(({ status }) => status)).toEqual(['ok', 'failed', 'ok']);
    expect(whyOf(cells[0]?.trials[1]?.evidence)).toBe(
      `The local server (pid ${killed}) was killed by SIGKILL meanwhile.`,
    );
    expect(run.status).toBe('done');
  });

  it('as the sampler is told of, and costs its samples only', async () => {
    let killed: number | undefined;
    const { report } = beginRun(
      experiment({ ...base, tasks: 2, repeats: 2, strategies: [{ kind: 'threads', workers: 2 }] }),
      (event) => {
        if (event.type !== 'trial-begin' || killed !== undefined) return;
        killed = helper('sampler.js');
        process.kill(killed!, 'SIGKILL');
      },
    );
    const { cells, run } = await report;
    expect(cells[0]?.trials.map(({ status }) => status)).toEqual(['ok', 'ok']);
    expect(notesOf(run).join()).toContain('The sampler ended early');
  });
});

describe.runIf(process.platform === 'linux')('a last will', () => {
  it('tells other runs of this one, is called off, and is carried out', async () => {
    const { token, env } = makeRunMark();
    const will = new CleanupWatchdog(token);
    const table = new ProcessTable();
    const leaders = (): readonly number[] => {
      const rows = table.read();
      return rows.ok ? findRuns(rows.value, 'another').leaders : [];
    };
    await expect.poll(leaders).toContain(process.pid);
    const sleep = spawn('sleep', ['300'], { env: { ...process.env, ...env }, stdio: 'ignore' });
    const ended = once(sleep, 'exit');
    await expect.poll(() => findMarked(token).length).toBe(1);
    will.cancel();
    await expect.poll(leaders).not.toContain(process.pid);
    expect(findMarked(token)).toHaveLength(1);
    sleep.kill('SIGKILL');
    await ended;
  });
});

describe.runIf(hasPython)('the command line, its sampler and its watchdog, killed together', () => {
  // What is loaded first computes the reference.
  const work = `import os, subprocess, time
mark = __file__ + ".loaded"
is_reference = not os.path.exists(mark)
open(mark, "w").close()
def work(params, index, context):
    if not is_reference:
        subprocess.Popen(["sleep", "299"])
        time.sleep(60)
`;

  it.each(['python-serial', 'python-threads', 'python-processes', 'python-pool'] as const)(
    'leave nothing of own code in %s, whatever it is at',
    async (kind) => {
      const own = new OwnFolder();
      const strategy = kind === 'python-serial' ? { kind } : { kind, workers: 2 };
      const workload = own.workload('helpers.py', work, { export: 'work' });
      const input = experiment({ ...base, workload, tasks: 2, strategies: [strategy] });
      const file = own.write('lost.corelane.json', JSON.stringify(input));
      const args = [builtCli, 'run', file, '--no-pilot', '--allow-code', '--quiet'];
      const cli = spawn(process.execPath, args, { stdio: 'ignore', cwd: own.path });
      const ended = once(cli, 'exit');
      const carriers = (): string[] =>
        processes()
          .filter(({ pid }) => environmentOf(pid).includes(`CORELANE_RUN=${cli.pid}.`))
          .map(({ command }) => command);
      try {
        await expect.poll(carriers, { timeout: 30_000 }).toContain('sleep 299 ');
        const helpers = processes().filter(
          ({ parent, command }) =>
            parent === cli.pid && /sampler\.js|corelane-cleanup-watchdog/.test(command),
        );
        expect(helpers).toHaveLength(2);
        for (const { pid } of helpers) process.kill(pid, 'SIGKILL');
        cli.kill('SIGKILL');
        await ended;
        await expect.poll(carriers, { timeout: 20_000 }).toEqual([]);
      } finally {
        cli.kill('SIGKILL');
        own.remove();
      }
    },
    60_000,
  );
});

describe.runIf(process.platform === 'linux')('a system that is out of files', () => {
  it('fails one trial with the reason, and neither the run nor the sampler', async () => {
    const own = new OwnFolder();
    const input = experiment({
      ...base,
      workload: { kind: 'command', command: 'sleep', args: ['0.1'] },
      tasks: 40,
      strategies: [{ kind: 'async', workers: 40 }, { kind: 'serial' }],
    });
    const file = own.write('files.corelane.json', JSON.stringify(input));
    const run = `ulimit -n 64; exec "$0" "$1" run "$2" --no-pilot --allow-code --quiet --format json --out "$3"`;
    const args = ['-c', run, process.execPath, builtCli, file, own.path];
    try {
      await once(spawn('/bin/sh', args, { stdio: 'ignore' }), 'exit');
      const report = reportSchema.parse(
        JSON.parse(readFileSync(join(own.path, 'report.json'), 'utf8')),
      );
      const ends = report.cells.map(({ id, trials }) => [id, trials[0]?.status]);
      expect(Object.fromEntries(ends)).toEqual({ 'async-40': 'failed', 'serial-1': 'ok' });
      const failed = report.cells.find(({ id }) => id === 'async-40');
      expect(whyOf(failed?.trials[0]?.evidence)).toContain('too many files are open');
      expect(notesOf(report.run).join()).not.toContain('The sampler ended early');
    } finally {
      own.remove();
    }
  });
});
