// Pythons are looked for once, and anew when the window asks for that.
import { expect, it } from 'vitest';
import type { FoundInterpreters } from '@shared/experiment/python';
import { pythonHandlers } from '../../../../src/main/ipc/handlers/pythons';

const found = (said: string): FoundInterpreters => ({
  usable: [],
  unusable: [{ path: '/usr/bin/python2', why: { code: 'failed', said } }],
});

it('keeps what was found until it is asked for anew', async () => {
  let searches = 0;
  const { 'pythons:list': list } = pythonHandlers(() => {
    searches += 1;
    return Promise.resolve(found(`search ${searches}`));
  });
  const [first, second] = await Promise.all([list(false), list(false)]);
  expect(first).toEqual({ ok: true, value: found('search 1') });
  expect(second).toEqual(first);
  expect(await list(true)).toEqual({ ok: true, value: found('search 2') });
  expect(await list(false)).toEqual({ ok: true, value: found('search 2') });
  expect(searches).toBe(2);
});

it('looks again after a search that failed', async () => {
  let searches = 0;
  const { 'pythons:list': list } = pythonHandlers(() => {
    searches += 1;
    return searches === 1 ? Promise.reject(new Error('no')) : Promise.resolve(found('there'));
  });
  await expect(list(false)).rejects.toThrow('no');
  expect(await list(false)).toEqual({ ok: true, value: found('there') });
});
