// A task of a program ends with the program, whatever that has started.
import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { chmodSync, readFileSync, stat, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, expect, it, vi } from 'vitest';
import { create } from '../../../src/workers/workloads/command';
import { OwnFolder } from '../../helpers/own-code';
import { whyOf } from '../../helpers/said';

const fake = vi.hoisted(() => ({ child: undefined as unknown }));
vi.mock('node:child_process', async (actual) => {
  const real = await actual<typeof import('node:child_process')>();
  return {
    ...real,
    spawn: (...given: Parameters<typeof real.spawn>) => fake.child ?? real.spawn(...given),
  };
});

const sha = (text: string): number => createHash('sha256').update(text).digest().readUInt32LE(0);

const own = new OwnFolder();
afterAll(() => own.remove());

it.runIf(process.platform === 'linux')(
  'does not wait for a child that writes without end',
  async () => {
    const pid = join(own.path, 'pid');
    const script = 'cat /dev/zero >&2 & echo $! > "$0"; echo done';
    const { run } = create({ kind: 'command', command: '/bin/sh', args: ['-c', script, pid] }, 1);
    const began = performance.now();
    try {
      expect(await run(0)).toBeTypeOf('number');
      // A second after its end; before, whenever nothing came for 20 ms, which was seldom.
      expect(performance.now() - began).toBeLessThan(5000);
    } finally {
      process.kill(Number(readFileSync(pid, 'utf8')), 'SIGKILL');
    }
  },
);

it.runIf(process.platform === 'linux')(
  'is told that it is damaged, and not what a shell makes of it',
  async () => {
    const elf = '\x7fELF';
    const heads = [
      `${elf}\x02\x01\x01${'\0'.repeat(9)}\x02\0\xb7\0`,
      `${elf}(\n`,
      `MZ\x90\0\x03\n(\n`,
    ];
    const path = join(own.path, 'program');
    const { run } = create({ kind: 'command', command: path, args: [] }, 1);
    for (const head of heads) {
      writeFileSync(path, head, 'latin1');
      chmodSync(path, 0o755);
      expect(await whyOf(run(0))).toBe(
        `${path} could not be started: it can't be executed: it is damaged, or a program of another system`,
      );
    }
  },
);

it('loses nothing of what it has written where its host is late to read it', async () => {
  const { run } = create({ kind: 'command', command: 'echo', args: [] }, 1);
  const finish = async (written: string): Promise<number> => {
    // After this the loop looks at its timers first.
    await new Promise(setImmediate);
    const child = Object.assign(new EventEmitter(), {
      pid: 1,
      stdout: new PassThrough(),
      stderr: new PassThrough(),
    });
    fake.child = child;
    const result = run(0);
    child.emit('exit', 0, null);
    // What it wrote is there to be read, as is the time within which nothing may come, when the loop goes on.
    stat('.', () => child.stdout.emit('data', Buffer.from(written)));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1200);
    return await result;
  };
  expect(await finish('written')).toBe(sha('written'));
  expect(await finish('other')).toBe(sha('other'));
  fake.child = undefined;
});

it
  .runIf(process.platform !== 'win32')
  .each(['#!/bin/sh', '#!/bin/sh -e', '#!/usr/bin/env sh', '#! /usr/bin/env no-such-shell'])(
  'says so where its script was saved with line ends of Windows: %s',
  async (line) => {
    const path = own.write('windows.sh', `${line}\r\necho written\r\n`);
    chmodSync(path, 0o755);
    const told =
      'could not be started: its first line ends in CR LF, so the name of its interpreter is wrong. Save it with Unix line ends';
    const { run } = create({ kind: 'command', command: path, args: [] }, 1);
    expect(await whyOf(run(0))).toBe(`${path} ${told}`);
    vi.stubEnv('PATH', `${dirname(path)}:${process.env['PATH']}`);
    const found = create({ kind: 'command', command: 'windows.sh', args: [] }, 1);
    expect(await whyOf(found.run(0))).toBe(`windows.sh ${told}`);
    vi.unstubAllEnvs();
  },
);

it.each(['.', '..', './'])('says of %s that it is a folder', async (command) => {
  const { run } = create({ kind: 'command', command, args: [] }, 1);
  await expect(whyOf(() => run(0))).resolves.toContain('it is a folder, not a program');
});

it.runIf(process.platform === 'linux')(
  'says nothing of an error output without a sign',
  async () => {
    const args = ['-c', 'head -c 5000 /dev/zero >&2; exit 3'];
    const { run } = create({ kind: 'command', command: '/bin/sh', args }, 1);
    const why = await whyOf(() => run(0));
    expect(why).toContain('exit code 3');
    expect(why).not.toContain('u0000');
  },
);
