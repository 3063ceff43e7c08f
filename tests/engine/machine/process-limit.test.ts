// The limit on a user's processes, as Linux words it.
import { describe, expect, it } from 'vitest';
import { failureOfExit, failureOfFault } from '@engine/trial/faults';
import { lowLimits, lowLimitsIn, processLimitIn, threadsIn } from '@engine/machine/process-limit';
import { failLate } from '@engine/trial/late';
import { failureText } from '@present/words/engine/failures';

describe('the limit on processes', () => {
  it('is the soft one, and none where it is unlimited', () => {
    expect(
      processLimitIn('Limit  Soft Hard\nMax processes             30  63000  processes\n'),
    ).toBe(30);
    expect(processLimitIn('Max processes             unlimited  unlimited  processes\n')).toBe(
      undefined,
    );
  });

  it('counts the threads of this user only', () => {
    const status = 'Name:\tnode\nUid:\t1000\t0\t0\t0\nThreads:\t11\n';
    expect(threadsIn(status, 1000)).toBe(11);
    expect(threadsIn(status, 0)).toBe(0);
  });

  it('is not named where it is not reached', () => {
    expect(failureText(failLate('trial', 2000))).toBe(
      'The trial took longer than 2 s and was stopped.',
    );
  });
});

describe('what a helper of a runtime has said as it failed', () => {
  const describeFault = (...given: Parameters<typeof failureOfFault>) =>
    failureText(failureOfFault(...given));
  const sayExit = (code: number) =>
    failureText(failureOfExit({ host: 0, pid: undefined }, { code }, stderr));
  const wait = { kind: 'wait', params: { ms: 5 } } as const;
  const stderr = 'BlockingIOError: [Errno 11] Resource temporarily unavailable';
  const fault = { type: 'fault', kind: 'threw', message: 'EOFError: unexpected EOF' } as const;

  it('explains a pipe that came to its end, and no other mistake', () => {
    expect(describeFault(fault, wait, stderr)).toContain('ulimit -u');
    expect(describeFault({ ...fault, message: 'ValueError: 3' }, wait, stderr)).not.toContain(
      'ulimit',
    );
    expect(describeFault({ ...fault, task: 3 }, wait, stderr)).not.toContain('ulimit');
  });

  it('explains an exit code but 0', () => {
    expect(sayExit(1)).toMatch(/exit code 1: .*ulimit -u/);
    expect(sayExit(0)).not.toContain('ulimit');
  });
});

const limits = (space: string, processes: string): string => `Limit                     Soft Limit
Max stack size            8388608              unlimited            bytes
Max processes             ${processes}               96365                processes
Max address space         ${space}            unlimited            bytes
`;

describe('limits that are too low for workers', () => {
  it('are none where nothing is limited, or nothing is known', () => {
    expect(lowLimitsIn(limits('unlimited', 'unlimited'), false)).toEqual([]);
    expect(lowLimitsIn(limits('4000000000', '96365'), false)).toEqual([]);
    expect(lowLimitsIn('', false)).toEqual([]);
    expect(lowLimits()).toEqual([]);
  });

  it('are the address space and the processes, of root only the first', () => {
    const text = limits('921600000', '8');
    const space = { kind: 'address-space', bytes: 921_600_000, minBytes: 4e9 };
    expect(lowLimitsIn(text, false)).toEqual([
      space,
      { kind: 'processes', count: 8, minCount: 32 },
    ]);
    expect(lowLimitsIn(text, true)).toEqual([space]);
    expect(
      lowLimitsIn(
        'Max open files            24                   4096                 files',
        true,
      ),
    ).toEqual([{ kind: 'files', count: 24, minCount: 64 }]);
  });
});
