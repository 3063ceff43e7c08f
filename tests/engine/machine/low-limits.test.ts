import { describe, expect, it } from 'vitest';
import { lowLimits, lowLimitsIn } from '@engine/machine/low-limits';

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
  });
});
