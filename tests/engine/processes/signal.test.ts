import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import { isAlive, killGroup, killIfAlive, signalProcess } from '@engine/processes/signal';

afterEach(() => void vi.restoreAllMocks());

const refuse = (code: string) =>
  vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error(code), { code, syscall: 'kill', errno: -1 });
  });

it.each(['ESRCH', 'EPERM'])('says that nobody was reached where the system says %s', (code) => {
  refuse(code);
  expect(signalProcess(-1_999_999, 'SIGKILL')).toBe(false);
});

it('throws for anything else', () => {
  refuse('EINVAL');
  expect(() => signalProcess(1_999_999, 'SIGKILL')).toThrow('EINVAL');
});

it.each([
  ['a process', killIfAlive],
  ['a group', killGroup],
])('ends %s that lives, and says nothing of one that has ended', async (_, end) => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], {
    stdio: 'ignore',
    detached: true,
  });
  const pid = child.pid ?? 0;
  expect(isAlive(pid)).toBe(true);
  const ended = once(child, 'exit');
  end(pid);
  expect(await ended).toEqual([null, 'SIGKILL']);
  expect(isAlive(pid)).toBe(false);
  end(pid);
});

it('takes a process that another user owns as alive', () => {
  refuse('EPERM');
  expect(isAlive(1_999_999)).toBe(true);
});
