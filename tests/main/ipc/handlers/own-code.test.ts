// The window asks for a file of the user's own, and what it exports.
import { afterAll, expect, it, vi } from 'vitest';
import type { BrowserWindow } from 'electron';
import { OpenedPlaces } from '@engine/own-code/places';
import { OwnFolder } from '../../../helpers/own-code';

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

const { Consent } = await import('../../../../src/main/runs/consent');
const { ownCodeHandlers } = await import('../../../../src/main/ipc/handlers/own-code');

const own = new OwnFolder();
afterAll(() => own.remove());

const places = new OpenedPlaces();
const handlers = ownCodeHandlers({
  window: {} as BrowserWindow,
  consent: new Consent(() => Promise.resolve(false), places),
});

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

it('lists what a chosen file exports, and does not look at another', async () => {
  const path = own.write('a.mjs', 'export const work = () => 1; throw new Error("it ran");');
  expect(await handlers['own-code:exports'](path)).toMatchObject({
    ok: false,
    problem: { code: 'not-allowed' },
  });
  expect(await handlers['own-code:exports']('//server/share/a.mjs')).toMatchObject({
    ok: false,
    problem: { code: 'remote-path' },
  });
  fake.chosen = [path];
  await handlers['own-code:choose'](undefined);
  expect(await handlers['own-code:exports'](path)).toEqual({
    ok: true,
    value: { names: ['work'], known: true },
  });
});
