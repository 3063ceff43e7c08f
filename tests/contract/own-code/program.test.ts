// A user's own program, one process per task, on real processes.
import { whyOf } from '../../helpers/failures';
import { notesOf } from '../../helpers/notes';
import { chmodSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { OwnFolder } from '../../helpers/own-code';
import { everyStrategy } from '../../helpers/every-strategy';
import { beginRun, experiment } from '../../helpers/run-experiment';
import { becomesGone } from '../probe-host';

const own = new OwnFolder();
afterAll(() => own.remove());

const serialAndAsync: ExperimentInput['strategies'] = [
  { kind: 'serial' },
  { kind: 'async', workers: 3 },
];

async function run(program: string, extra: Partial<ExperimentInput> = {}) {
  const workload = {
    kind: 'command' as const,
    command: process.execPath,
    args: ['-e', program, own.path, '{index}', 'seed {seed}', '{size}'],
    params: { size: 3 },
  };
  const { report } = beginRun(
    experiment({ workload, strategies: serialAndAsync, tasks: 3, ...extra }),
  );
  const { run: done, cells } = await report;
  const outcomes = cells.flatMap(({ id, trials }) =>
    trials.map(({ status, evidence }) => ({ id, status, message: whyOf(evidence) })),
  );
  return { done, outcomes, cells, trials: cells.flatMap(({ trials }) => trials) };
}

describe('a program', () => {
  it('runs once a task, one after another and several at once', async () => {
    const program = `const [folder, index, seed, size] = process.argv.slice(1);
if (seed !== 'seed 1' || size !== '3') throw new Error(seed);
require('fs').appendFileSync(folder + '/ran', '');
console.log('task ' + index);`;
    const { done, outcomes } = await run(program, { strategies: everyStrategy });
    expect(outcomes).toEqual([
      { id: 'serial-1', status: 'ok', message: undefined },
      { id: 'async-3', status: 'ok', message: undefined },
    ]);
    expect(notesOf(done)).toEqual(
      ['threads', 'processes', 'hybrid'].map(
        (kind) =>
          `${kind} was left out: every task of a command is already a process, so only serial and async apply.`,
      ),
    );
  });

  it('never runs more often at once than the strategy has workers', async () => {
    // Each says how many are there while it is.
    const program = `cd "$1" && : > here-$$ && sleep 0.06 && set -- here-* && rm here-$$ && test $# -le 3`;
    const { outcomes } = await run('', {
      workload: { kind: 'command', command: 'sh', args: ['-c', program, 'sh', own.path] },
      strategies: [{ kind: 'async', workers: 3 }],
      tasks: 12,
    });
    expect(outcomes).toEqual([{ id: 'async-3', status: 'ok', message: undefined }]);
  });

  it.runIf(process.platform === 'linux')('counts with its own CPU time', async () => {
    const busy = 'for (const end = Date.now() + 150; Date.now() < end; );';
    const strategies = serialAndAsync.slice(0, 1);
    const { trials } = await run(busy, { strategies, tasks: 2, sampling: {} });
    const [trial] = trials;
    const used = (trial?.cpuUserNs ?? 0) + (trial?.cpuSystemNs ?? 0);
    // Two programs; the host does next to nothing. Others may hold them back.
    expect(used).toBeGreaterThan(0.3 * trial!.warmNs!);
    expect(trial?.cpuWarmNs).toBeGreaterThan(0.3 * trial!.warmNs!);
    expect(used).toBeLessThan(2.5 * trial!.warmNs!);
  });

  it('is not held to be its host: no memory that was not read, no waiting, and the cores of all that run', async () => {
    const busy = 'for (const end = Date.now() + 200; Date.now() < end; );';
    const { cells } = await run(busy, {
      strategies: [{ kind: 'async', workers: 2 }],
      sampling: { hz: 25, memoryHz: 0 },
    });
    const [cell] = cells;
    expect(cell?.programs).toBe(true);
    expect(cell?.medianPeakPssBytes).toBeUndefined();
    expect(cell?.trials[0]).not.toHaveProperty('peakRssBytes');
    expect(cell?.bottleneck?.kind).not.toBe('waiting');
  });

  it('that fails is told with its exit code and what it said', async () => {
    const { outcomes } = await run(
      `if (process.argv[2] === '2') { console.error('no room'); process.exitCode = 3; }`,
    );
    for (const { status, message } of outcomes) {
      expect(status).toBe('failed');
      expect(message).toMatch(/ended with exit code 3: no room/);
    }
  });

  it('that gives another result each time is not equal work', async () => {
    const { outcomes } = await run('console.log(process.hrtime.bigint())', { tasks: 1 });
    expect(outcomes.map(({ status }) => status)).toEqual(['mismatch', 'mismatch']);
    expect(outcomes[0]?.message).toContain('random numbers without a seed');
  });

  it.runIf(process.platform === 'linux')('has its memory read, and ends at the limit', async () => {
    const holds =
      'const held = Buffer.alloc(200e6, 1); setTimeout(() => held.length, process.argv[2] < 1 ? 1500 : 0);';
    const sampling = { hz: 0, memoryHz: 20 };
    const serial: ExperimentInput['strategies'] = [{ kind: 'serial' }];
    const { trials } = await run(holds, { strategies: serial, tasks: 2, sampling });
    expect(trials[0]?.status).toBe('ok');
    expect(trials[0]?.peakPssBytes).toBeGreaterThan(150e6);
    expect(trials[0]?.peakPssBytes).toBeLessThan(500e6);
    const less = { tasks: 2, memoryLimitMb: 120, strategies: serial, sampling };
    const { outcomes } = await run(holds, less);
    expect(outcomes[0]?.status).toBe('memory-limit');
    const workload = own.workload(
      'holds.mjs',
      `import { spawnSync } from 'node:child_process';
export default () => spawnSync(process.execPath, ['-e', 'const held = Buffer.alloc(200e6, 1); setTimeout(() => held.length, 1000)']).status;`,
    );
    expect((await run('', { ...less, workload })).outcomes[0]?.status).toBe('memory-limit');
  });

  it('that is not there', async () => {
    const { outcomes } = await run('', {
      workload: { kind: 'command', command: 'no-such-program-here' },
    });
    for (const { message } of outcomes) expect(message).toContain('there is no such program');
  });

  it('may end with a code that is allowed, and one that is not names the key', async () => {
    const workload = {
      kind: 'command' as const,
      command: process.execPath,
      args: ['-e', 'process.exitCode = Number(process.argv[1])', '{index}'],
    };
    const sampling = { hz: 0, memoryHz: 0 };
    const some = { tasks: 3, sampling, workload: { ...workload, exitCodes: [0, 1] } };
    for (const { status, message } of (await run('', some)).outcomes) {
      expect(status).toBe('failed');
      expect(message).toContain(
        'ended with exit code 2 (if that is not a failure, give exitCodes: [0, 1, 2]',
      );
    }
    const all = { tasks: 3, sampling, workload: { ...workload, exitCodes: [0, 1, 2] } };
    expect((await run('', all)).outcomes.map(({ status }) => status)).toEqual(['ok', 'ok']);
  });

  it('has an empty input, and its task ends with it although a child holds its output', async () => {
    const program = `const { spawn } = require('child_process');
process.stdin.on('data', () => process.exit(9)).on('end', () => {
  process.stdout.write('x'.repeat(300_000) + '\\xff', () => {
    spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'inherit', detached: true }).unref();
    process.exit(0);
  });
});`;
    const { outcomes } = await run(program, { timeoutSeconds: 15, tasks: 2 });
    expect(outcomes.map(({ status, message }) => message ?? status)).toEqual(['ok', 'ok']);
  });

  it.each([
    ['folder', '', 'it is a folder, not a program'],
    ['plain.txt', 'echo', 'you have no permission to (chmod +x gives it)'],
    ['script', '#!/no/such/shell\necho', 'its first line names /no/such/shell, which is not there'],
    ['killed', '#!/bin/sh\nkill -TERM $$', 'was killed by SIGTERM'],
  ])('that can not be run says why: %s', async (name, text, why) => {
    // A folder, where it has no text.
    const command = text === '' ? dirname(own.write('folder/file', '')) : own.write(name, text);
    if (text.startsWith('#!')) chmodSync(command, 0o755);
    const strategies = serialAndAsync.slice(0, 1);
    const { outcomes } = await run('', { strategies, workload: { kind: 'command', command } });
    expect(outcomes[0]?.message).toContain(why);
  });

  it('that hangs is ended, with what it has started itself', async () => {
    const child = `require('child_process').spawn('sleep', ['300']).pid`;
    const { outcomes } = await run(
      `const fs = require('fs'), folder = process.argv[1];
fs.writeFileSync(folder + '/pid-' + process.pid, ''); fs.writeFileSync(folder + '/pid-' + ${child}, '');
setInterval(() => 0, 1000);`,
      { timeoutSeconds: 3 },
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['timeout', 'timeout']);
    const pids = readdirSync(own.path).flatMap((name) => /^pid-(\d+)$/.exec(name)?.[1] ?? []);
    // One for the reference, one in turn, three at once; each with a child.
    expect(pids).toHaveLength(10);
    for (const pid of pids) expect(await becomesGone(Number(pid)), join('pid', pid)).toBe(true);
  });

  it.runIf(process.platform === 'linux')('ends with a host that is killed', async () => {
    const program = `const fs = require('fs'), child = require('child_process').spawn('sleep', ['300']).pid;
for (const pid of [process.pid, child]) fs.writeFileSync(process.argv[1] + '/' + process.ppid + '-' + pid, '');
setInterval(() => 0, 1000);`;
    const args = ['-e', program, own.path];
    const workload = { kind: 'command' as const, command: process.execPath, args };
    const startedBy = (host: number): readonly number[] =>
      readdirSync(own.path).flatMap((name) =>
        name.startsWith(`${host}-`) ? Number(name.split('-')[1]) : [],
      );
    const begun = experiment({ workload, strategies: [{ kind: 'serial' }], tasks: 1 });
    const hosts = new Set<number>();
    const { report } = beginRun({ ...begun, timeoutSeconds: 5 }, (event) => {
      if (event.type !== 'workers') return;
      const host = event.workers[0]!.pid;
      hosts.add(host);
      const killing = setInterval(() => {
        if (startedBy(host).length < 2) return;
        clearInterval(killing);
        process.kill(host, 'SIGKILL');
      }, 10);
    });
    const { cells } = await report;
    expect(cells[0]?.trials.map(({ status }) => status)).toEqual(['killed']);
    const pids = [...hosts].flatMap(startedBy);
    expect(pids.length).toBeGreaterThanOrEqual(2);
    for (const pid of pids) expect(await becomesGone(pid), `pid ${pid}`).toBe(true);
  });
});
