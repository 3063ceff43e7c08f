import { afterEach, expect, it, vi } from 'vitest';
import { signalProcess } from '@engine/processes/signal';

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
