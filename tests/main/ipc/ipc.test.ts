import { type Result, ok } from '@shared/base/result';
import { inWords } from '../../helpers/in-words';
import type { IpcMainInvokeEvent } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { callChannel, callNames } from '@shared/wire/ipc-names';
import { experimentSchema } from '@shared/experiment/experiment';
import type { Handlers } from '../../../src/main/ipc/ipc';

type Listener = (event: unknown, name: unknown, input: unknown) => Promise<unknown>;

const fake = vi.hoisted(() => ({ listeners: new Map<string, Listener>() }));

vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, listener: Listener) => void fake.listeners.set(channel, listener),
  },
}));

const { openGate } = await import('../../../src/main/ipc/ipc');

const event = {} as Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;
const handled = vi.fn((_name: string, _input: unknown) => ok(undefined));

/** Handlers that only tell what they were called with. */
const table = Object.fromEntries(
  callNames.map((name) => [name, (input: unknown) => handled(name, input)]),
) as unknown as Handlers;

function gate(
  over: Partial<Handlers> = {},
  trusted = true,
): (name: unknown, input?: unknown) => Promise<unknown> {
  openGate({ ...table, ...over }, () => trusted);
  const listener = fake.listeners.get(callChannel);
  if (listener === undefined) throw new Error('nobody listens on the channel');
  return (name, input) => listener(event, name, input);
}

const moment = '2026-01-15T14:07:00.000Z';
const svgHead = '<svg xmlns="http://www.w3.org/2000/svg" ';

describe('the gate', () => {
  beforeEach(() => {
    fake.listeners.clear();
    handled.mockClear();
  });

  it('answers a call of our own page with its handler', async () => {
    await expect(gate()('machine:watch', true)).resolves.toEqual({ ok: true, value: undefined });
    expect(handled).toHaveBeenCalledExactlyOnceWith('machine:watch', true);
  });

  it('listens on one channel only', () => {
    gate();
    expect([...fake.listeners.keys()]).toEqual([callChannel]);
  });

  it('refuses another sender before it looks at the call', async () => {
    const answer = await gate({}, false)('machine:watch', true);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'not-allowed' } });
    expect(handled).not.toHaveBeenCalled();
  });

  it.each(['nope', 'constructor', '__proto__', 'toString', '', undefined, 7, ['run:stop'], {}])(
    'refuses the unknown call %j',
    async (name) => {
      const answer = await gate()(name);
      expect(answer).toMatchObject({ ok: false, problem: { code: 'unknown-call' } });
      expect(handled).not.toHaveBeenCalled();
    },
  );

  it.each([
    ['machine:watch', 'yes'],
    ['app:theme', 'pink'],
    ['app:language', 'fr'],
    ['app:shown', 'elsewhere'],
    ['run:stop', { now: true }],
    ['report:export', '../../etc/passwd'],
    ['picture:save', { name: 'a', at: moment, dataUrl: 'data:text/html;base64,AAAA' }],
    ['picture:save', { name: 'a', at: moment, dataUrl: 'data:video/webm;codecs=vp8;base64,AAAA' }],
    [
      'picture:save',
      { name: 'a', at: moment, dataUrl: 'data:image/png;base64,AAAA', path: '/etc' },
    ],
    ['picture:save', { name: 'a', at: '../../etc', dataUrl: 'data:image/png;base64,AAAA' }],
    ['picture:save-svg', { name: 'a', at: moment, svg: '<html>' }],
    ['picture:save-svg', { name: 'a', at: moment, svg: svgHead + 'x'.repeat(50_000_001) }],
    ['picture:copy', 'data:video/webm;base64,AAAA'],
    ['picture:copy', `data:image/png;base64,${'A'.repeat(50_000_001)}`],
    ['picture:copy-rows', []],
    ['picture:copy-rows', Array.from({ length: 5001 }, () => ['x'])],
    ['picture:copy-rows', [[{ x: 1 }]]],
    ['experiment:save', 'x'.repeat(1_000_001)],
  ])('refuses a bad input of %s', async (name, input) => {
    const answer = await gate()(name, input);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'bad-input' } });
    expect(handled).not.toHaveBeenCalled();
  });

  it('passes an expected failure on as it is', async () => {
    const failure = { ok: false, problem: { code: 'run-under-way', message: 'Wait.' } } as const;
    await expect(gate({ 'run:stop': () => failure })('run:stop')).resolves.toEqual(failure);
  });

  it.each(['run:start', 'experiment:estimate'] as const)(
    'hands %s an experiment with its defaults, or says what is wrong with it',
    async (name) => {
      const written = {
        version: 1,
        name: 'x',
        workload: { kind: 'powers' },
        strategies: [{ kind: 'serial' }],
      };
      await gate()(name, written);
      expect(handled).toHaveBeenCalledExactlyOnceWith(name, experimentSchema.parse(written));
      const answer = await gate()(name, { ...written, tasks: 0 });
      expect(inWords(answer as Result<unknown>)).toEqual({
        ok: false,
        problem: { code: 'bad-experiment', path: 'tasks', message: 'tasks is 0. Give at least 1.' },
      });
      expect(handled).toHaveBeenCalledOnce();
    },
  );

  it.each([
    [
      'throws',
      () => {
        throw new Error('a bug');
      },
    ],
    ['rejects', () => Promise.reject(new Error('a bug'))],
  ])(
    'turns a handler that %s into a problem without its stack, and logs it',
    async (_, handler) => {
      const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
      const answer = await gate({ 'run:stop': handler })('run:stop');
      const logged = String(log.mock.calls[0]?.[0]);
      log.mockRestore();
      expect(answer).toEqual({
        ok: false,
        problem: { code: 'internal', message: expect.stringContaining('a bug') as string },
      });
      expect(JSON.stringify(answer)).not.toContain('ipc.test.ts');
      expect(logged).toContain('run:stop');
      expect(logged).toContain('ipc.test.ts');
    },
  );
});
