// One way out: asked once where something is under way, never where the system ends the app.
import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deferred } from '@engine/host/base/deferred';
import type { BrowserWindow } from 'electron';

const fake = vi.hoisted(() => ({ app: undefined as unknown, power: undefined as unknown }));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  fake.app = new Emitter();
  fake.power = new Emitter();
  return { app: fake.app, powerMonitor: fake.power };
});

const { Door, leadToDoor } = await import('../../src/main/quit');

const settle = () => new Promise((resolve) => setImmediate(resolve));

function stage(underWay: string | undefined) {
  const log: string[] = [];
  const answer = deferred<boolean>();
  const closed = deferred<undefined>();
  const signals: AbortSignal[] = [];
  const state = { underWay };
  const door = new Door({
    underWay: () => state.underWay,
    ask: (what, signal) => {
      log.push(`asks: ${what}`);
      signals.push(signal);
      signal.addEventListener('abort', () => answer.resolve(false));
      return answer.promise;
    },
    close: async () => {
      log.push('closes');
      await closed.promise;
    },
    force: () => void log.push('force'),
    exit: (code) => void log.push(`exit ${code}`),
    closedCode: 0,
  });
  return { door, log, answer, closed, signals, state };
}

beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  return () => vi.restoreAllMocks();
});

describe('the door', () => {
  it('lets out without a question where nothing is under way', async () => {
    const { door, log, closed } = stage(undefined);
    door.request();
    closed.resolve(undefined);
    await settle();
    expect(log).toEqual(['closes', 'exit 0']);
  });

  it('asks once, stays open after a no, and closes after a yes', async () => {
    const { door, log, answer, closed } = stage('a run');
    door.request();
    door.request();
    expect(log).toEqual(['asks: a run']);
    answer.resolve(true);
    await settle();
    door.request();
    expect(log).toEqual(['asks: a run', 'closes']);
    expect(door.leaving).toBe(true);
    closed.resolve(undefined);
    await settle();
    expect(log.at(-1)).toBe('exit 0');
  });

  it('can be asked for again after a no', async () => {
    const { door, log, answer } = stage('a run');
    door.request();
    answer.resolve(false);
    await settle();
    door.request();
    expect(log).toEqual(['asks: a run', 'asks: a run']);
    expect(door.leaving).toBe(false);
  });

  it('takes its question back when the system ends the app, and goes at once at the second word', async () => {
    const { door, log, signals } = stage('a run');
    door.request();
    door.leaveOnSignal(143);
    expect(signals[0]?.aborted).toBe(true);
    await settle();
    expect(log).toEqual(['asks: a run', 'closes']);
    door.leaveOnSignal(143);
    expect(log.slice(2)).toEqual(['force', 'exit 143']);
  });

  it('opens where the question itself fails, and ends where closing does', async () => {
    const options = { underWay: () => 'a run', force: vi.fn(), exit: vi.fn(), closedCode: 0 };
    const door = new Door({
      ...options,
      ask: () => Promise.reject(new Error('no display')),
      close: () => Promise.reject(new Error('a bug')),
    });
    door.request();
    await settle();
    expect(options.force).toHaveBeenCalledOnce();
    expect(options.exit).toHaveBeenCalledExactlyOnceWith(0);
  });
});

it('is where every way out leads', async () => {
  const { door, log } = stage('a run');
  const window = Object.assign(new EventEmitter(), { webContents: new EventEmitter() });
  const signals = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map(
    (name) => [name, process.listeners(name)] as const,
  );
  leadToDoor(door, window as unknown as BrowserWindow);
  const event = () => ({ preventDefault: vi.fn() });
  const quit = event();
  (fake.app as EventEmitter).emit('before-quit', quit);
  const close = event();
  window.emit('close', close);
  const key = event();
  const press = { type: 'keyDown', key: 'q', control: true, meta: true, alt: false, shift: false };
  window.webContents.emit('before-input-event', key, press);
  window.webContents.emit('before-input-event', event(), { ...press, key: 'w' });
  for (const one of [quit, close, key]) expect(one.preventDefault).toHaveBeenCalledOnce();
  expect(log).toEqual(['asks: a run']);
  const shutdown = event();
  (fake.power as EventEmitter).emit('shutdown', shutdown);
  expect(shutdown.preventDefault).toHaveBeenCalledOnce();
  await settle();
  expect(log).toEqual(['asks: a run', 'closes']);
  for (const [name, before] of signals) {
    for (const listener of process.listeners(name)) {
      if (!before.includes(listener)) process.removeListener(name, listener);
    }
  }
});
