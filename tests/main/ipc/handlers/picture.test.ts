// Pictures of charts reach a file or the clipboard only where they are what they say.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';

const fake = vi.hoisted(() => ({
  folder: '',
  questions: [] as { defaultPath: string; filters: readonly { extensions: string[] }[] }[],
  images: [] as Buffer[],
  texts: [] as string[],
  fault: undefined as Error | undefined,
}));

vi.mock('../../../../src/main/ipc/dialogs', () => ({
  askWhereToSave: (_window: unknown, question: (typeof fake.questions)[number]) => {
    fake.questions.push(question);
    return Promise.resolve(join(fake.folder, question.defaultPath));
  },
}));
vi.mock('../../../../src/main/base/clipboard', () => ({
  copyPng: (png: Buffer) => {
    if (fake.fault !== undefined) return Promise.reject(fake.fault);
    fake.images.push(png);
    return Promise.resolve();
  },
  copyText: (text: string) => {
    fake.texts.push(text);
    return Promise.resolve();
  },
}));

const { pictureHandlers, pixelsOf } = await import('../../../../src/main/ipc/handlers/picture');
const { Saves } = await import('../../../../src/main/base/saves');

fake.folder = mkdtempSync(join(tmpdir(), 'corelane-test-'));
afterAll(() => rmSync(fake.folder, { recursive: true }));

const handlers = pictureHandlers({ window: {} as never, saves: new Saves() });
beforeEach(() => {
  fake.questions.length = fake.images.length = fake.texts.length = 0;
  fake.fault = undefined;
});

/** A PNG's head that claims this size. */
function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(33);
  head.write('89504e470d0a1a0a0000000d49484452', 'hex');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return Buffer.concat([head, deflateSync(Buffer.alloc(10))]);
}
const addressOf = (type: string, bytes: Buffer): string =>
  `data:${type};base64,${bytes.toString('base64')}`;

it('saves what it is given under a name of what it shows and when that was', async () => {
  const subject = { name: '../Heavy powers/Race', at: '2026-01-15T14:07:00.000Z' };
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" />';
  const bytes = pngOf(1, 1);
  const saved = [
    await handlers['picture:save-svg']({ ...subject, svg }),
    await handlers['picture:save']({ ...subject, dataUrl: addressOf('image/png', bytes) }),
    await handlers['picture:save']({ ...subject, dataUrl: addressOf('video/webm', bytes) }),
  ];
  const base = 'Heavy-powers-Race-2026-01-15T140700Z';
  expect(fake.questions.map(({ defaultPath }) => defaultPath)).toEqual(
    ['svg', 'png', 'webm'].map((extension) => `${base}.${extension}`),
  );
  const paths = ['svg', 'png', 'webm'].map((extension) =>
    join(fake.folder, `${base}.${extension}`),
  );
  expect(saved).toEqual(paths.map((path) => ({ ok: true, value: { path } })));
  expect(readFileSync(paths[0] ?? '', 'utf8')).toBe(svg);
  expect(readFileSync(paths[1] ?? '')).toEqual(bytes);
});

it('copies a picture, but none that would not fit into memory', async () => {
  const fits = addressOf('image/png', pngOf(2000, 1000));
  expect(await handlers['picture:copy'](fits)).toEqual({ ok: true, value: undefined });
  expect(fake.images.map(pixelsOf)).toEqual([2_000_000]);
  for (const png of [
    pngOf(100_000, 100_000),
    pngOf(0, 5),
    Buffer.from('GIF89a'),
    Buffer.alloc(40),
  ]) {
    expect(await handlers['picture:copy'](addressOf('image/png', png))).toMatchObject({
      ok: false,
      problem: { code: 'bad-input' },
    });
  }
  expect(fake.images).toHaveLength(1);
});

it('says why nothing was copied', async () => {
  fake.fault = new Error('no display');
  expect(await handlers['picture:copy'](addressOf('image/png', pngOf(1, 1)))).toEqual({
    ok: false,
    problem: {
      code: 'not-copied',
      message: 'Nothing was put into the clipboard: no display',
    },
  });
});

it('copies rows as CSV in which no name is a formula', async () => {
  await handlers['picture:copy-rows']([
    ['cell', 'median, ms'],
    ['=HYPERLINK("x")', 12.5],
  ]);
  expect(fake.texts).toEqual(['cell,"median, ms"\r\n"\'=HYPERLINK(""x"")",12.5\r\n']);
});
