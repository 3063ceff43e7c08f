import { describe, expect, it } from 'vitest';
import {
  cgroupFolders,
  parseCpuMax,
  parseMemoryLimit,
  readCgroupLimits,
} from '@engine/machine/cgroup';
import { cores256, readerOf, sixtyFourCores, twoCores } from '../../fixtures/proc/machines';

function foldersOf(files: Readonly<Record<string, string>>) {
  return cgroupFolders(
    files['/proc/self/cgroup'] as string,
    files['/proc/self/mountinfo'] as string,
  );
}

describe('cgroupFolders', () => {
  it('goes down every level of version 2', () => {
    expect(foldersOf(sixtyFourCores.files).cpu).toEqual([
      '/sys/fs/cgroup',
      '/sys/fs/cgroup/user.slice',
      '/sys/fs/cgroup/user.slice/build.slice',
      '/sys/fs/cgroup/user.slice/build.slice/job\\x2d1.scope',
    ]);
  });

  it('finds each controller’s own place where both versions are mounted', () => {
    const { cpu, memory } = foldersOf(twoCores.files);
    expect(cpu).toEqual(['/sys/fs/cgroup/cpu', '/sys/fs/cgroup/unified']);
    expect(memory).toEqual([
      '/sys/fs/cgroup/memory',
      '/sys/fs/cgroup/memory/jobs',
      '/sys/fs/cgroup/memory/jobs/one',
      '/sys/fs/cgroup/unified',
    ]);
  });

  it('takes the mount point for the group in a container', () => {
    expect(foldersOf(cores256.files).cpu).toEqual(['/sys/fs/cgroup/cpu,cpuacct']);
  });

  it('goes down from the group a container shows', () => {
    const mount = '30 25 0:26 /docker/abc /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n';
    expect(cgroupFolders('0::/docker/abc/inner\n', mount).cpu).toEqual([
      '/sys/fs/cgroup',
      '/sys/fs/cgroup/inner',
    ]);
    expect(cgroupFolders('0::/docker/abcdef\n', mount).cpu).toEqual(['/sys/fs/cgroup']);
    expect(cgroupFolders('0::/../outside\n', mount).cpu).toEqual(['/sys/fs/cgroup']);
  });

  it('keeps colons in a path, reads blanks in a mount point, and takes no other mounts', () => {
    const mounts = [
      '24 1 8:1 / / rw - ext4 /dev/root rw',
      '30 25 0:26 / /cg\\040roups rw shared:9 - cgroup2 none rw',
    ].join('\n');
    expect(cgroupFolders('0::/a:b\n', mounts).memory).toEqual(['/cg roups', '/cg roups/a:b']);
  });

  it('has no folders where nothing is mounted', () => {
    expect(cgroupFolders('0::/\n', '')).toEqual({ cpu: [], memory: [] });
  });
});

describe('limits', () => {
  it.each([
    ['max 100000\n', undefined],
    ['150000 100000\n', 1.5],
    ['50000 100000\n', 0.5],
    ['', undefined],
  ])('cpu.max %j allows %s cores', (text, cores) => {
    expect(parseCpuMax(text)).toBe(cores);
  });

  it.each([
    ['max\n', undefined],
    ['9223372036854771712\n', undefined],
    ['9223372036854710272\n', undefined],
    ['536870912\n', 536_870_912],
  ])('a memory limit of %j is %s bytes', (text, bytes) => {
    expect(parseMemoryLimit(text)).toBe(bytes);
  });

  it('takes the smallest of both versions and of all levels', () => {
    const limits = readCgroupLimits(
      { cpu: ['/one', '/one/a', '/two'], memory: ['/two', '/two/b'] },
      readerOf({
        '/one/cpu.cfs_quota_us': '400000\n',
        '/one/cpu.cfs_period_us': '100000\n',
        '/one/a/cpu.cfs_quota_us': '-1\n',
        '/one/a/cpu.cfs_period_us': '100000\n',
        '/two/cpu.max': '250000 50000\n',
        '/two/memory.max': '2000\n',
        '/two/b/memory.max': '1000\n',
      }),
    );
    expect(limits).toEqual({ quotaCores: 4, memoryBytes: 1000 });
  });

  it('are absent where no file says so', () => {
    expect(readCgroupLimits({ cpu: ['/one'], memory: ['/one'] }, readerOf({}))).toEqual({});
  });
});
