// A task of a program ends with the program, whatever that has started.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { create } from '../../../src/workers/workloads/command';
import { OwnFolder } from '../../helpers/own-code';

const own = new OwnFolder();
afterAll(() => own.remove());

it.runIf(process.platform === 'linux')(
  'does not wait for a child that writes without end',
  async () => {
    const pid = join(own.path, 'pid');
    const script = 'cat /dev/zero >&2 & echo $! > "$0"; echo done';
    const { run } = create({ kind: 'command', command: '/bin/sh', args: ['-c', script, pid] }, 1);
    const began = performance.now();
    try {
      expect(await run(0)).toBeTypeOf('number');
      // A second after its end; before, whenever nothing came for 20 ms, which was seldom.
      expect(performance.now() - began).toBeLessThan(5000);
    } finally {
      process.kill(Number(readFileSync(pid, 'utf8')), 'SIGKILL');
    }
  },
);
