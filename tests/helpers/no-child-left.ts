// Set-up of every test file: when its tests are done, no child of the test process may be alive.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, vi } from 'vitest';

/** Command lines of the living children of this process, from the parent's id in `/proc/<pid>/stat`. */
function livingChildren(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (Number(parent) !== process.pid || state === 'Z') return [];
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()];
      } catch {
        // It ended between two reads: not alive.
        return [];
      }
    });
}

if (process.platform === 'linux') {
  afterAll(async () => {
    await vi.waitFor(() => expect(livingChildren(), 'children left').toEqual([]), 10_000);
  });
}
