// Nothing of a claim outlives the app, even where that is killed without a word.
import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { foldersHeldBy } from '../helpers/held-folders';
import { descendantsOf, processes, type Living } from '../helpers/process-tree';
import { openApp } from './open-app';

const claims = [
  {
    claim: 'A thread cannot be killed',
    // The child that the worker in a loop has started.
    reached: ({ command }: Living): boolean => /setTimeout|time\.sleep/.test(command),
  },
  {
    claim: 'A leak or crash stays',
    reached: ({ command }: Living): boolean => command.includes('probe-worker.js'),
  },
  {
    claim: 'Threads keep a window responsive',
    reached: ({ command }: Living): boolean => command.includes('--window-probe'),
  },
  {
    claim: 'Messages between processes',
    reached: ({ command }: Living): boolean => command.includes('corelane_probe.py'),
  },
] as const;

describe('the app, killed while it tries a claim', () => {
  it.each(claims)('leaves nothing of: $claim', async ({ claim, reached }) => {
    const { app, page, folder } = await openApp();
    const root = app.process().pid ?? -1;
    const noted = new Map<string, Living>();
    const look = (): boolean => {
      const all = descendantsOf(root);
      for (const one of all) noted.set(`${one.pid} ${one.start}`, one);
      return all.some(reached);
    };
    try {
      await page.getByRole('button', { name: 'Claims', exact: true }).click();
      await page.getByRole('option', { name: new RegExp(claim) }).click();
      await page.keyboard.press('r');
      await expect.poll(look, { interval: 50, timeout: 60_000 }).toBe(true);
      process.kill(root, 'SIGKILL');
      const left = (): string[] =>
        processes()
          .filter(({ pid, start }) => noted.has(`${pid} ${start}`))
          .map(({ pid, command }) => `${pid} ${command.slice(0, 200)}`);
      await expect.poll(left, { timeout: 15_000 }).toEqual([]);
      // Its folder's name is random; whoever holds it is told in it.
      const folders = (): string[] => foldersHeldBy(root);
      await expect.poll(folders, { timeout: 5_000 }).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
