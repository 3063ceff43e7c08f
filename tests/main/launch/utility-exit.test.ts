import { describe, expect, it } from 'vitest';
import { exitOf } from '../../../src/main/launch/utility-exit';

/** A line of `/proc/<pid>/stat` in this state and with this exit status. */
const stat = (state: string, status: number): string => {
  const fields = Array.from({ length: 50 }, () => '0');
  fields[0] = state;
  fields[49] = String(status);
  return `41 (a) name (b) ${fields.join(' ')}\n`;
};

const none = { stat: undefined, hasProc: true, killed: false };

describe('how a utility process ended', () => {
  it('is its exit code while the process still runs, even one that looks like a signal', () => {
    for (const code of [0, 1, 3, 9, 137, 255]) {
      expect(exitOf({ ...none, code, stat: stat('R', 0) })).toEqual({ code });
    }
  });

  it('is the kernel record of a zombie, whatever the event says', () => {
    expect(exitOf({ ...none, code: 0, stat: stat('Z', 9) })).toEqual({ signal: 'SIGKILL' });
    expect(exitOf({ ...none, code: 0, stat: stat('Z', 6 | 0x80) })).toEqual({ signal: 'SIGABRT' });
    expect(exitOf({ ...none, code: 7, stat: stat('Z', 7 << 8) })).toEqual({ code: 7 });
    expect(exitOf({ ...none, code: 9, stat: stat('Z', 9 << 8) })).toEqual({ code: 9 });
  });

  it('is a signal where the process is gone and the number is one that ends processes', () => {
    expect(exitOf({ ...none, code: 9 })).toEqual({ signal: 'SIGKILL' });
    expect(exitOf({ ...none, code: 11 | 0x80 })).toEqual({ signal: 'SIGSEGV' });
    expect(exitOf({ ...none, code: 15 })).toEqual({ signal: 'SIGTERM' });
  });

  it('is the number as it stands where it is no such signal', () => {
    expect(exitOf({ ...none, code: 0 })).toEqual({ code: 0 });
    expect(exitOf({ ...none, code: 1 })).toEqual({ code: 1 });
    expect(exitOf({ ...none, code: 3 })).toEqual({ code: 3 });
    expect(exitOf({ ...none, code: 200 })).toEqual({ code: 200 });
  });

  it('is our own signal where we sent it and nothing else is known', () => {
    expect(exitOf({ ...none, code: 0, killed: true })).toEqual({ signal: 'SIGKILL' });
    expect(exitOf({ ...none, code: 5 << 8, stat: stat('Z', 5 << 8), killed: true })).toEqual({
      code: 5,
    });
  });

  it('is never guessed to be a signal where there are no such records', () => {
    expect(exitOf({ ...none, hasProc: false, code: 9 })).toEqual({ code: 9 });
  });
});
