// Whether the process that holds a run lives, by the rules of every other holder.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ownHolder } from '@engine/processes/holder';
import { holderLives, thisHolder } from '@engine/store/holder';

const own = thisHolder();

it.runIf(process.platform === 'linux').each<[string, object, boolean | undefined]>([
  ['this process', {}, true],
  ['a number given to another', { startTicks: 1 }, false],
  ['a number that nobody has', { pid: 4_194_304 }, false],
  ['one of another boot', { boot: 'x' }, false],
  ['one of another container', { namespace: 'x' }, undefined],
])('%s', (_, part, lives) => {
  expect(own).toEqual(ownHolder());
  expect(holderLives({ ...own, ...part }, Date.now())).toBe(lives);
});

it.runIf(process.platform === 'linux')(
  'an ended process that nobody waited for is gone',
  async () => {
    // Its parent becomes a program that waits for nobody, and it ends.
    const parent = spawn('/bin/sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    try {
      const [said] = (await once(parent.stdout, 'data')) as [Buffer];
      const pid = Number(said.toString());
      const fields = (): string[] =>
        readFileSync(`/proc/${pid}/stat`, 'latin1')
          .replace(/^.*\) /s, '')
          .split(' ');
      const startTicks = Number(fields()[19]);
      await expect.poll(() => fields()[0]).toBe('Z');
      expect(holderLives({ ...own, pid, startTicks }, Date.now())).toBe(false);
    } finally {
      parent.kill('SIGKILL');
      await once(parent, 'exit');
    }
  },
);
