// What is said of a fault beside own code is a reason in the failure; signs are looked for in own code's words alone.
import { describe, expect, it } from 'vitest';
import { failureText } from '@present/words/engine/failures';
import { failureOfFault, type Fault } from '@engine/trial/faults';
import type { ModuleWorkload } from '@shared/experiment/own-code';
import type { SaidReason } from '@shared/base/said';

const work: ModuleWorkload = {
  kind: 'module',
  path: '/me/work.mjs',
  export: 'default',
  params: {},
};
const inPython: ModuleWorkload = { ...work, path: '/me/work.py' };
const threw = { type: 'fault', kind: 'threw', worker: 0, task: 2 } as const;
const failureOf = (fault: Fault) => failureOfFault(fault, work);

describe('a fault with a reason', () => {
  it('has it in its failure, with the place in own code', () => {
    const reason: SaidReason = { code: 'no-checksum', args: { what: 'symbol' } };
    const stack = 'SaidError: no-checksum\n    at work (/me/work.mjs:3:24)';
    expect(failureOf({ ...threw, message: '', reason, stack })).toEqual({
      code: 'threw',
      args: { said: reason, place: 'work.mjs:3', worker: 0, task: 2, stage: undefined },
    });
  });

  it('is known as one that threads can’t help by the words within', () => {
    const said = 'process.chdir() is not supported in workers';
    const reason: SaidReason = {
      code: 'inner',
      args: { said: 'it failed', inner: [], more: 0, because: said },
    };
    expect(failureOf({ ...threw, message: '', reason }).hints).toEqual([
      { code: 'thread-folder', args: {} },
    ]);
  });

  it.each([
    ['threads', 'ValueError: signal only works in main thread of the main interpreter'],
    ['thread-pool', "AttributeError: '_thread._local' object has no attribute 'db'"],
    ['threads', 'RuntimeError: <asyncio.locks.Lock object> is bound to a different event loop'],
    ['asyncio', 'RuntimeError: asyncio.run() cannot be called from a running event loop'],
    ['interpreters', 'ImportError: module x does not support loading in subinterpreters'],
    ['interpreters', 'RuntimeError: fork not supported for isolated subinterpreters'],
  ])('is known as one that Python’s %s can’t help: %s', (python, message) => {
    const told = (stack = '', said = message, by = python) =>
      failureOfFault({ ...threw, message: said, stack }, inPython, '', by).hints?.length ?? 0;
    expect([told(), told(`Traceback\n${message}\nError: no`, 'Error: no')]).toEqual([1, 1]);
    // Not what a source says, nor where each strategy would fail.
    expect([told(`  # ${message}`, 'Error: no'), told('', message, 'serial')]).toEqual([0, 0]);
  });

  it('of a thread that ended says its code', () => {
    const reason: SaidReason = { code: 'thread-ended', args: { exitCode: 3 } };
    const fault = { type: 'fault', kind: 'thread-exited', worker: 1, exitCode: 3 } as const;
    expect(failureText(failureOf({ ...fault, message: '', reason }))).toBe(
      'Worker 2 ended early: its thread ended with code 3 before its tasks were done.',
    );
  });
});

it('a fault in own words stays those, without their full stop', () => {
  expect(failureOf({ ...threw, message: 'It went wrong.' })).toMatchObject({
    code: 'threw',
    args: { said: 'It went wrong' },
  });
});
