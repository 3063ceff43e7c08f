import { describe, expect, it } from 'vitest';
import {
  countsBetween,
  parseStolen,
  parseSwapped,
  parseThrottled,
  readFrequency,
  readMachineCounts,
} from '@engine/machine/machine-counters';
import { quotaFolders } from '@engine/machine/machine';
import { readText } from '@engine/machine/read-text';
import { coreRange, procStat, readerOf, sixtyFourCores } from '../../fixtures/proc/machines';

const cpu = (core: number, file: string): string => `/sys/devices/system/cpu/cpu${core}/${file}`;

/** Two packages of two cores each, as their files show them. */
function throttled(counts: readonly (readonly [core: number, package_: number])[]) {
  return Object.fromEntries(
    counts.flatMap(([own, shared], core) => [
      [cpu(core, 'thermal_throttle/core_throttle_count'), `${own}\n`],
      [cpu(core, 'thermal_throttle/package_throttle_count'), `${shared}\n`],
      [cpu(core, 'topology/physical_package_id'), `${core >> 1}\n`],
    ]),
  );
}

describe('the machine’s counters', () => {
  it('adds stolen time of all cores up', () => {
    const text = procStat([
      { id: 0, user: 9, steal: 30 },
      { id: 1, steal: 12, guest: 5 },
    ]);
    expect(parseStolen(text)).toBe(420_000_000);
    expect(parseStolen('')).toBeUndefined();
    expect(parseStolen('cpu  1 2 3 4\ncpu0 1 2 3 4 5 6 7 8\n')).toBeUndefined();
  });

  it('counts pages swapped in and out', () => {
    expect(parseSwapped('pgpgout 5\npswpin 30\npswpout 12\nswap_ra 4\n')).toBe(42);
    expect(parseSwapped('pswpin 30\n')).toBeUndefined();
  });

  it('reads the time a quota held tasks back, in either version’s unit', () => {
    expect(parseThrottled('usage_usec 9\nnr_throttled 4\nthrottled_usec 250\n')).toBe(250_000);
    expect(parseThrottled('nr_throttled 4\nthrottled_time 250\n')).toBe(250);
    expect(parseThrottled('usage_usec 9\n')).toBeUndefined();
  });

  it('takes of nested groups the one held back longest', () => {
    const [outer, inner] = quotaFolders(readerOf(sixtyFourCores.files)).slice(-2);
    const files = {
      [`${outer}/cpu.stat`]: 'throttled_usec 900\n',
      [`${inner}/cpu.stat`]: 'throttled_usec 40\n',
    };
    const paths = { cores: [], cgroupFolders: quotaFolders(readerOf(sixtyFourCores.files)) };
    expect(readMachineCounts(paths, readerOf(files))).toEqual({ throttledNs: 900_000 });
  });

  it('counts throttling of each core, and of each package once', () => {
    const files = throttled([
      [1, 100],
      [2, 100],
      [4, 200],
      [8, 200],
    ]);
    const paths = { cores: [0, 1, 2, 3], cgroupFolders: [] };
    expect(readMachineCounts(paths, readerOf(files))).toEqual({ thermalThrottles: 315 });
    expect(readMachineCounts({ ...paths, cores: [0, 9] }, readerOf(files))).toEqual({});
  });

  it('gives the mean frequency, and none where a core does not tell', () => {
    const files = {
      [cpu(2, 'cpufreq/scaling_cur_freq')]: '3000000\n',
      [cpu(5, 'cpufreq/scaling_cur_freq')]: '2000000\n',
    };
    expect(readFrequency([2, 5], readerOf(files))).toBe(2500);
    expect(readFrequency([2, 6], readerOf(files))).toBeUndefined();
    expect(readFrequency([], readerOf(files))).toBeUndefined();
    const unknown = { [cpu(2, 'cpufreq/scaling_cur_freq')]: '<unknown>\n' };
    expect(readFrequency([2], readerOf(unknown))).toBeUndefined();
  });

  it('tells what grew, of what both readings have', () => {
    expect(
      countsBetween(
        { stolenNs: 10, swappedPages: 5, throttledNs: 3 },
        { stolenNs: 25, swappedPages: 4, thermalThrottles: 9 },
      ),
    ).toEqual({ stolenNs: 15, swappedPages: 0 });
  });

  it.runIf(process.platform === 'linux')('are found on this machine', () => {
    const paths = { cores: [0], cgroupFolders: quotaFolders(readText) };
    const first = readMachineCounts(paths, readText);
    expect(first.stolenNs).toBeGreaterThanOrEqual(0);
    expect(first.swappedPages).toBeGreaterThanOrEqual(0);
    const grown = countsBetween(first, readMachineCounts(paths, readText));
    expect(Object.keys(grown)).toEqual(Object.keys(first));
  });

  it('are absent where there is nothing to read', () => {
    const paths = { cores: [0], cgroupFolders: ['/nowhere'] };
    expect(readMachineCounts(paths, readerOf({}))).toEqual({});
    const files = { '/proc/stat': procStat(coreRange(0, 3)) };
    expect(readMachineCounts(paths, readerOf(files))).toEqual({ stolenNs: 80_000_000 });
  });
});
