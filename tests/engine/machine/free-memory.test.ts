// What can be had is the least of what the machine and every control group leave.
import { unread } from '@engine/machine/reading';
import { describe, expect, it } from 'vitest';
import { readFreeMemory } from '@engine/machine/free-memory';
import { ok } from '@shared/base/result';

const meminfo = 'MemTotal: 8000000 kB\nMemAvailable:    4000000 kB\n';
const mb = 1e6;

function free(files: Readonly<Record<string, string>>): number {
  const read = (path: string) =>
    files[path] === undefined ? unread({ code: 'text', said: path }) : ok(files[path]);
  return readFreeMemory(read, () => 77 * mb);
}

const version2 = {
  '/proc/meminfo': meminfo,
  '/proc/self/cgroup': '0::/jobs/one\n',
  '/proc/self/mountinfo': '30 25 0:26 / /cg rw - cgroup2 cgroup2 rw\n',
};

describe('free memory', () => {
  it('is what the machine has available where no group limits it', () => {
    expect(free({ '/proc/meminfo': meminfo })).toBe(4_096_000_000);
    expect(free({ ...version2, '/cg/jobs/memory.max': 'max\n' })).toBe(4_096_000_000);
  });

  it('is what the narrowest group leaves, its file cache not counted as taken', () => {
    const files = {
      ...version2,
      '/cg/jobs/memory.max': `${1000 * mb}\n`,
      '/cg/jobs/memory.current': `${900 * mb}\n`,
      '/cg/jobs/memory.stat': `anon 5\ninactive_file ${300 * mb}\nactive_file 7\n`,
      '/cg/jobs/one/memory.max': `${2000 * mb}\n`,
      '/cg/jobs/one/memory.current': `${800 * mb}\n`,
    };
    expect(free(files)).toBe(400 * mb);
    expect(free({ ...files, '/cg/jobs/one/memory.max': `${900 * mb}\n` })).toBe(100 * mb);
    expect(free({ ...files, '/cg/jobs/one/memory.max': `${700 * mb}\n` })).toBe(0);
  });

  it('knows the files of version 1', () => {
    const files = {
      '/proc/meminfo': meminfo,
      '/proc/self/cgroup': '4:memory:/a\n',
      '/proc/self/mountinfo': '30 25 0:26 / /cg/memory rw - cgroup cgroup rw,memory\n',
      '/cg/memory/a/memory.limit_in_bytes': `${500 * mb}\n`,
      '/cg/memory/a/memory.usage_in_bytes': `${400 * mb}\n`,
      '/cg/memory/a/memory.stat': `inactive_file ${1 * mb}\ntotal_inactive_file ${50 * mb}\n`,
    };
    expect(free(files)).toBe(150 * mb);
  });

  it('is what the runtime tells where there is no /proc', () => {
    expect(free({})).toBe(77 * mb);
  });
});
