// The window asks for a file of the person's own, and what it exports.
import { afterAll, expect, it, vi } from 'vitest';
import type { BrowserWindow } from 'electron';
import { OwnFolder } from '../helpers/own-code';

const fake = vi.hoisted(() => ({
  asked: [] as { filters: { extensions: string[] }[] }[],
  chosen: [] as string[],
}));

vi.mock('electron', () => ({
  dialog: {
    showOpenDialog: (_window: unknown, question: (typeof fake.asked)[number]) => {
      fake.asked.push(question);
      return Promise.resolve({ filePaths: fake.chosen });
    },
  },
}));

const { ownCodeHandlers } = await import('../../src/main/handlers/own-code');

const own = new OwnFolder();
afterAll(() => own.remove());

const handlers = ownCodeHandlers({ window: {} as BrowserWindow });

it('asks for a file that can be run', async () => {
  fake.chosen = ['/home/a/work.mts'];
  expect(await handlers['own-code:choose'](undefined)).toEqual({
    ok: true,
    value: { path: '/home/a/work.mts' },
  });
  const extensions = fake.asked[0]?.filters.flatMap((filter) => filter.extensions);
  expect(extensions).toEqual(expect.arrayContaining(['mts', 'cjs', 'py']));
  expect(extensions).not.toContain('json');
});

it('takes a closed dialog for an answer', async () => {
  fake.chosen = [];
  expect(await handlers['own-code:choose'](undefined)).toEqual({
    ok: true,
    value: { cancelled: true },
  });
});

it('lists what the file exports', async () => {
  const path = own.write('a.mjs', 'export const work = () => 1; throw new Error("it ran");');
  expect(await handlers['own-code:exports'](path)).toEqual({
    ok: true,
    value: { names: ['work'], known: true },
  });
});
