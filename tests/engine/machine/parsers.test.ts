import { describe, expect, it } from 'vitest';
import { AsciiCursor } from '@engine/machine/ascii-cursor';
import {
  coreSlots,
  emptyCoreTimes,
  parseCoreTimes,
  parseOnlineCores,
} from '@engine/machine/core-times';
import { parsePageBytes, parseSmapsRollup, parseStatm } from '@engine/machine/smaps-rollup';
import {
  parseAllowedCores,
  parseAvailableMemory,
  parseCoreList,
  parseCpuInfo,
  parseLoadAverage,
} from '@engine/machine/system-text';
import { parseSchedstat, parseStatField, statFields } from '@engine/machine/task-counters';
import {
  coreRange,
  cores256,
  procStat,
  recorded,
  sixtyFourCores,
} from '../../fixtures/proc/machines';

/** The text in a buffer that still holds an older, longer one behind it. */
function inUsedBuffer(text: string): { cursor: AsciiCursor; length: number } {
  const bytes = Buffer.concat([
    Buffer.from(text, 'latin1'),
    Buffer.from('7 (x) 9\ncpu99 1 1 1 1\n'),
  ]);
  return { cursor: new AsciiCursor(bytes), length: text.length };
}

function coreTimes(text: string, ids: readonly number[]) {
  const { cursor, length } = inUsedBuffer(text);
  const times = emptyCoreTimes(ids.length);
  parseCoreTimes(cursor, length, coreSlots(ids), times);
  return { idle: [...times.idle], total: [...times.total] };
}

describe('AsciiCursor', () => {
  it('reads numbers up to the end of a line and no further', () => {
    const { cursor, length } = inUsedBuffer('a12 -3,4\n5');
    cursor.reset(length);
    expect([cursor.number(), cursor.number(), cursor.number(), cursor.number()]).toEqual([
      12,
      3,
      4,
      NaN,
    ]);
    expect(cursor.nextLine()).toBe(true);
    expect([cursor.number(), cursor.number()]).toEqual([5, NaN]);
    expect(cursor.nextLine()).toBe(false);
  });
});

describe('/proc/stat', () => {
  it('gives the recorded ticks of two cores', () => {
    const text = recorded('stat');
    expect(parseOnlineCores(text)).toEqual([0, 1]);
    const { idle, total } = coreTimes(text, [0, 1]);
    text
      .split('\n')
      .slice(1, 3)
      .forEach((line, core) => {
        const ticks = line.split(' ').slice(1, 9).map(Number);
        expect(total[core]).toBe(ticks.reduce((sum, value) => sum + value, 0));
        expect(idle[core]).toBe((ticks[3] ?? 0) + (ticks[4] ?? 0));
      });
  });

  it('counts idle and iowait as idle, steal as busy, and guest once', () => {
    const line = {
      id: 0,
      user: 10,
      nice: 1,
      system: 2,
      idle: 100,
      iowait: 50,
      irq: 3,
      softirq: 4,
      steal: 5,
      guest: 8,
    };
    expect(coreTimes(procStat([line]), [0])).toEqual({ idle: [150], total: [175] });
  });

  it('takes the fields an older kernel has', () => {
    expect(coreTimes('cpu  1 2 3 4\ncpu0 1 2 3 4\nintr 5\n', [0])).toEqual({
      idle: [4],
      total: [10],
    });
  });

  it('keeps the kernel’s numbers where cores are offline', () => {
    const text = sixtyFourCores.files['/proc/stat'] as string;
    expect(parseOnlineCores(text)).toHaveLength(61);
    const { total } = coreTimes(text, [4, 5, 7, 62, 63]);
    expect(total).toEqual([51_243, NaN, 51_246, 51_301, NaN]);
  });

  it('reads the last of 256 cores and skips those not asked for', () => {
    const text = cores256.files['/proc/stat'] as string;
    expect(coreTimes(text, [255, 0])).toEqual({
      idle: [50_030, 50_030],
      total: [51_494, 51_239],
    });
  });

  it('does not read what an older text left in the buffer', () => {
    expect(coreTimes(procStat(coreRange(0, 0)), [99]).total).toEqual([NaN]);
    expect(coreTimes('', [0]).total).toEqual([NaN]);
  });
});

describe('schedstat', () => {
  it('gives time on a core and time waiting', () => {
    const times = { onCpuNs: 0, waitNs: 0 };
    const { cursor, length } = inUsedBuffer(recorded('thread-schedstat'));
    expect(parseSchedstat(cursor, length, times)).toBe(true);
    expect(times).toEqual({ onCpuNs: 406_743_537, waitNs: 33_938_966 });
  });

  it('is exact for a thread that ran for weeks', () => {
    const times = { onCpuNs: 0, waitNs: 0 };
    const { cursor, length } = inUsedBuffer('5999999999999999 1 2\n');
    parseSchedstat(cursor, length, times);
    expect(times.onCpuNs).toBe(5_999_999_999_999_999);
  });

  it('refuses a text that is none, and leaves the last values', () => {
    const times = { onCpuNs: 1, waitNs: 2 };
    for (const text of ['', '\n', '12\n']) {
      const { cursor, length } = inUsedBuffer(text);
      expect(parseSchedstat(cursor, length, times)).toBe(false);
    }
    expect(times).toEqual({ onCpuNs: 1, waitNs: 2 });
  });
});

describe('stat of a task', () => {
  const field = (text: string, which: keyof typeof statFields): number => {
    const { cursor, length } = inUsedBuffer(text);
    return parseStatField(cursor, length, statFields[which]);
  };

  it('gives the recorded fields', () => {
    const text = recorded('thread-stat');
    expect(field(text, 'userTicks')).toBe(40);
    expect(field(text, 'systemTicks')).toBe(0);
    expect(field(text, 'startTicks')).toBe(221_509);
    expect(field(text, 'core')).toBe(0);
  });

  it('is not led astray by blanks, digits and parentheses in the name', () => {
    const text = recorded('odd-name-stat');
    expect(text).toContain('(odd ) name (1)');
    expect(field(text, 'startTicks')).toBe(221_555);
    expect(field(text, 'core')).toBe(0);
  });

  it('reads a core of three digits, and negative fields before it', () => {
    const text = `7 (a) b) S 1 1 1 0 -1 4194304 1 0 0 0 5 6 0 0 -2 -20 1 0 ${'9 '.repeat(17)}255 0 0 0`;
    expect([field(text, 'userTicks'), field(text, 'systemTicks')]).toEqual([5, 6]);
    const numbers = text.slice(text.lastIndexOf(')') + 2).split(' ');
    expect(field(text, 'core')).toBe(Number(numbers[36]));
    expect(numbers[36]).toBe('255');
  });

  it('gives nothing for an empty or cut text', () => {
    expect(field('', 'core')).toBeNaN();
    expect(field('7 (a) S 1 2', 'core')).toBeNaN();
  });
});

describe('smaps_rollup', () => {
  it('gives sizes in bytes and adds up what is private', () => {
    expect(parseSmapsRollup(recorded('self-smaps-rollup'))).toEqual({
      rssBytes: 45_772 * 1024,
      pssBytes: 15_263 * 1024,
      privateBytes: (20 + 6936) * 1024,
      swapBytes: 0,
    });
  });

  it('gives nothing where a figure is missing', () => {
    expect(parseSmapsRollup('')).toBeUndefined();
    expect(
      parseSmapsRollup(recorded('self-smaps-rollup').replace(/^Pss:.*$/m, '')),
    ).toBeUndefined();
  });
});

describe('statm', () => {
  const into = { rssBytes: 7, sharedBytes: 7 };
  const parse = (text: string, pageBytes = 4096): boolean => {
    const bytes = Buffer.from(text, 'latin1');
    return parseStatm(new AsciiCursor(bytes), bytes.length, pageBytes, into);
  };

  it('gives the resident size and what of it is of files, in bytes', () => {
    expect(parse('262144 15000 9000 20 0 4000 0\n')).toBe(true);
    expect(into).toEqual({ rssBytes: 15_000 * 4096, sharedBytes: 9000 * 4096 });
  });

  it('gives nothing of a process that has ended, and none where the page size is not known', () => {
    expect(['', '1 2\n', '0 0 0 0 0 0 0\n'].map((text) => parse(text))).toEqual([
      false,
      false,
      false,
    ]);
    expect(parse('1 2 3\n', Number.NaN)).toBe(false);
  });

  it('knows the page size from the first mapping', () => {
    const mapping = '00400000-00405000 r--p 00000000 08:01 42 /usr/bin/node\nSize: 20 kB\n';
    expect(parsePageBytes(`${mapping}KernelPageSize:       64 kB\nMMUPageSize: 64 kB\n`)).toBe(
      65_536,
    );
    expect(parsePageBytes(mapping)).toBeNaN();
  });
});

describe('small texts', () => {
  it('reads lists of cores', () => {
    expect(parseCoreList('0-3,8,10-11\n')).toEqual([0, 1, 2, 3, 8, 10, 11]);
    expect(parseCoreList('\n')).toEqual([]);
    expect(parseAllowedCores(recorded('self-status'))).toEqual([0, 1]);
    expect(parseAllowedCores('Name:\tnode\n')).toBeUndefined();
  });

  it('reads load, processor and memory, and leaves out what is not there', () => {
    expect(parseLoadAverage(recorded('loadavg'))).toEqual([1.42, 1.3, 0.85]);
    expect(parseLoadAverage('')).toBeUndefined();
    expect(parseCpuInfo(recorded('cpuinfo'))).toEqual({
      model: 'AMD EPYC',
      frequencyMhz: 2596.138,
    });
    expect(parseCpuInfo('processor\t: 0\n')).toEqual({ model: undefined, frequencyMhz: undefined });
    expect(parseAvailableMemory(recorded('meminfo'))).toBeGreaterThan(1e9);
    expect(parseAvailableMemory('MemTotal: 1 kB\n')).toBeUndefined();
  });
});
