// What programs say where a limit is reached, as Node.js 20, libuv and CPython word it.
import { describe, expect, it } from 'vitest';
import { launchProgram } from '@engine/launch/line-launcher';
import { shortageIn } from '@engine/processes/shortage';
import { failureOfExit } from '@engine/trial/faults';
import { message } from '@present/messages/message';
import { failureText } from '@present/words/engine/failures';
import type { ChildExit } from '@engine/types';

const sayExit = (exit: ChildExit, said?: string) =>
  failureText(failureOfExit({ host: 0, pid: undefined }, exit, said));

describe('a shortage', () => {
  it.each([
    ['spawn /usr/bin/node EAGAIN', 'ulimit -u'],
    ['Assertion failed: (0) == (uv_thread_create(t.get(), start_thread, this))', 'ulimit -u'],
    ["RuntimeError: can't start new thread", 'ulimit -u'],
    ['BlockingIOError: [Errno 11] Resource temporarily unavailable', 'ulimit -u'],
    ['Worker initialization failure: EMFILE', 'ulimit -n'],
    ['OSError: [Errno 24] Too many open files', 'ulimit -n'],
    ['spawn ENOMEM', 'ulimit -v'],
    ['# Fatal process OOM in Failed to reserve virtual memory for CodeRange', 'ulimit -v'],
    ['OSError: [Errno 12] Cannot allocate memory', 'ulimit -v'],
  ])('is told of %s', (said, limit) => {
    const lacks = shortageIn(said);
    expect(lacks && message('shortage', { lacks })).toContain(limit);
  });

  it('is none where something else failed', () => {
    expect(shortageIn('connect ECONNREFUSED 127.0.0.1:80')).toBeUndefined();
  });

  it('explains how a process ended', () => {
    expect(sayExit({ why: 'there is no such file.' })).toBe(
      'Host 1 could not be started: there is no such file.',
    );
    expect(sayExit({ signal: 'SIGABRT' }, 'uv_thread_create')).toContain('ulimit -u');
    expect(sayExit({ signal: 'SIGKILL' }, 'EAGAIN')).toBe('Host 1 was killed by SIGKILL.');
  });
});

describe('a program that is not there', () => {
  it('ends with the reason, also for whoever asks late', async () => {
    const child = launchProgram('/nowhere/at/all', { args: [] });
    const ended = () => new Promise<ChildExit>((resolve) => child.onExit(resolve));
    expect((await ended()).why).toContain('ENOENT');
    expect((await ended()).why).toContain('ENOENT');
  });
});
